/** Bytes of a record without its line end: 42 fields with a blank between any two. */
export const RECORD_BYTES = 607;

/** First byte of a field, and its length. */
export type Field = readonly [start: number, length: number];

/** Where the fields stand that are read. */
export const FIELD = {
	traceNo: [28, 6],
	/** MMDDhhmmss. */
	sentAt: [35, 10],
	card: [46, 19],
	/** In fen, without a sign. */
	amount: [66, 12],
	/** Year, the time of `sentAt`, trace number and one digit more. */
	queryNo: [87, 21],
	orderNo: [112, 32],
	fee: [166, 13],
	settled: [180, 13],
	type: [215, 2],
	originalQueryNo: [271, 21],
	terminal: [388, 8],
} as const satisfies Record<string, Field>;

/** Blanks between fields by which a record is known, and fields that are digits in every record. */
const GAPS = [3, 34, 45, 65, 78, 86, 108, 165, 179, 193, 387];
const DIGITS: readonly Field[] = [FIELD.traceNo, FIELD.sentAt, FIELD.amount, FIELD.queryNo];

/** What stands in a field, without the blanks that fill it. */
export function fieldOf(record: string, [start, length]: Field): string {
	return record.slice(start, start + length).trim();
}

/** So many of them must be digits; the field that is not is damaged, and its record still one. */
const DIGITS_MIN = 3;

/** Whether the fields that every record fills stand in their places. */
export function hasRecordShape(record: string): boolean {
	const intact = DIGITS.filter(([start, length]) => /^\d+$/.test(record.slice(start, start + length)));
	return GAPS.every((at) => record[at] === ' ') && intact.length >= DIGITS_MIN;
}
