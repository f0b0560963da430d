import { DAY_MS, type Interval, MINUTE_MS, SECOND_MS } from '../../../domain/time.ts';
import { BEIJING, readWallClock } from '../values/times.ts';

const PERIOD = /(?:起始|开始)(?:日期|时间)[：:]\s*\[([^\]]*)\].*(?:终止|结束)(?:日期|时间)[：:]\s*\[([^\]]*)\]/;

/** No caption is longer; keeps hostile lines cheap. */
export const CAPTION_CHARS_MAX = 500;

/**
 * The period that a line of an Alipay or WeChat bill states, in Beijing time:
 * `起始日期：[2026年11月02日 00:00:00]   终止日期：[2026年11月03日 00:00:00]`. An end at 23:59:59 means the end of that day. Null where there is none.
 */
export function statedPeriod(line: string): Interval | null {
	const period = PERIOD.exec(line.slice(0, CAPTION_CHARS_MAX));
	const from = readWallClock(period?.[1]?.trim() ?? '', BEIJING);
	const end = readWallClock(period?.[2]?.trim() ?? '', BEIJING);
	if (from === null || end === null) return null;
	const to = (end + SECOND_MS + BEIJING * MINUTE_MS) % DAY_MS === 0 ? end + SECOND_MS : end;
	return to > from ? { from, to } : null;
}

/** From the earlier beginning to the later end; of two files in one. */
export function widestPeriod(a: Interval | null, b: Interval | null): Interval | null {
	if (!a || !b) return a ?? b;
	return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
