import type { BusinessDay } from '../../time.ts';

/** Public holidays of one year, with the weekend days that are worked in their place (调休), as announced. */
export type HolidayYear = {
	readonly year: number;
	/** Day of the notice, and its name. */
	readonly announcedOn: BusinessDay;
	readonly notice: { readonly 'zh-CN': string; readonly en: string };
	/** First and last day. */
	readonly free: readonly (readonly [BusinessDay, BusinessDay])[];
	readonly worked: readonly BusinessDay[];
};

/** Notices of the General Office of the State Council on holiday arrangements, year by year. A new year is one more row. */
export const CHINA_HOLIDAYS: readonly HolidayYear[] = [
	{
		year: 2025,
		announcedOn: '2024-11-12',
		notice: { 'zh-CN': '国务院办公厅关于2025年部分节假日安排的通知', en: 'State Council notice on the holidays of 2025' },
		free: [
			['2025-01-01', '2025-01-01'],
			['2025-01-28', '2025-02-04'],
			['2025-04-04', '2025-04-06'],
			['2025-05-01', '2025-05-05'],
			['2025-05-31', '2025-06-02'],
			['2025-10-01', '2025-10-08'],
		],
		worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
	},
	{
		year: 2026,
		announcedOn: '2025-11-04',
		notice: { 'zh-CN': '国务院办公厅关于2026年部分节假日安排的通知', en: 'State Council notice on the holidays of 2026' },
		free: [
			['2026-01-01', '2026-01-03'],
			['2026-02-15', '2026-02-23'],
			['2026-04-04', '2026-04-06'],
			['2026-05-01', '2026-05-05'],
			['2026-06-19', '2026-06-21'],
			['2026-09-25', '2026-09-27'],
			['2026-10-01', '2026-10-07'],
		],
		worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
	},
];
