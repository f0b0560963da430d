import type { Interval } from '../../domain/time.ts';
import { statedPeriod, widestPeriod } from '../shared/reading/stated-period.ts';

/** The lines above the column names: whose wallet, which period, how many rows. */
export type Preamble = {
	/** Whether the line is one of them. */
	readonly aside: (line: string) => boolean;
	readonly coverage: () => Interval | null;
	/** How many rows the file says it has, the owner's private ones included; null where it does not. */
	readonly rowsStated: () => number | null;
};

const KNOWN = /^[\s"]*(?:微信支付账单|微信昵称|起始时间|导出类型|导出时间|共\d+笔|收入[：:]|支出[：:]|中性交易[：:]|注[：:]|\d+\. ?\D|-{5,})/;
const COUNT = /^[\s"]*共(\d{1,7})笔/;

export function preamble(): Preamble {
	let coverage: Interval | null = null;
	let rows: number | null = null;
	return {
		aside: (line) => {
			if (!KNOWN.test(line)) return false;
			coverage = widestPeriod(coverage, statedPeriod(line));
			const count = COUNT.exec(line)?.[1];
			if (count !== undefined) rows = (rows ?? 0) + Number(count);
			return true;
		},
		coverage: () => coverage,
		rowsStated: () => rows,
	};
}
