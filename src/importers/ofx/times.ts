import { MINUTE_MS, type OffsetMinutes } from '../../domain/time.ts';
import { type BankZone, midnight } from '../shared/reading/statement-days.ts';
import { readDay } from '../shared/values/times.ts';

/** `20261103120000.000[-5:EST]`: the day as it is written. */
export function readOfxDay(text: string): string | null {
	return /^\d{8}(?!\d)|^\d{8}\d{4,6}(?!\d)/.test(text) ? readDay(text.slice(0, 8)) : readDay(text.slice(0, 10));
}

/** The offset in the brackets of a moment, in hours (`-5`, `5.5`, `+5.30` for half past five); null where there is none. */
export function readOfxOffset(text: string): OffsetMinutes | null {
	const parts = /\[([+-]?)(\d{1,2})(?:\.(\d{1,2}))?(?::[^\]]*)?\]/.exec(text);
	if (!parts || Number(parts[2]) > 14) return null;
	const fraction = parts[3] ?? '';
	const minutes =
		fraction.length === 2 && Number(fraction) < 60 && fraction !== '50' && fraction !== '25' ? Number(fraction) : Number(`0.${fraction || 0}`) * 60;
	return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Math.round(minutes));
}

/** A moment that a list declares as its bound; a date alone is its midnight. Null where there is none. */
export function readOfxMoment(text: string, where: BankZone): number | null {
	const day = readOfxDay(text);
	const clock = /^\d{8}(\d{2})(\d{2})(\d{2})?/.exec(text);
	if (day === null) return null;
	const [hour, minute, second] = [Number(clock?.[1] ?? 0), Number(clock?.[2] ?? 0), Number(clock?.[3] ?? 0)];
	if (hour > 23 || minute > 59 || second > 60) return null;
	const offset = readOfxOffset(text);
	return midnight(day, offset === null ? where : { offset }).at + (hour * 60 + minute) * MINUTE_MS + second * 1_000;
}
