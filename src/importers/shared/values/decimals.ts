/** Which character parts whole units from decimals. */
export type DecimalMark = '.' | ',';

/** Blanks and apostrophes between groups of three digits. */
const SPACED_GROUPS = /(\d)[ \u00a0\u202f'’](?=\d{3}(?:\D|$))/g;

/** An amount as it is written in its country, with a decimal point and thousands commas, as the readers of amounts understand it. */
export function withDecimalPoint(text: string, mark: DecimalMark): string {
	const plain = text.replace(SPACED_GROUPS, '$1');
	return mark === '.' ? plain : plain.replace(/[.,]/g, (char) => (char === '.' ? ',' : '.'));
}

/**
 * The decimal mark of a column, told by the column as a whole: the last of the two marks in a cell that holds both, or one that is not
 * followed by three digits. Null where nothing settles it or where cells contradict each other.
 */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | null {
	const seen = new Set<DecimalMark>();
	for (const text of texts) {
		const last = /[.,](?=[^.,]*$)/.exec(text);
		if (!last) continue;
		const mark = last[0] === ',' ? ',' : '.';
		const behind = text.slice(last.index + 1).replace(/\D+$/, '');
		const other = mark === ',' ? '.' : ',';
		if (behind.length !== 3 || text.includes(other)) seen.add(mark);
	}
	const [mark, ...others] = seen;
	return mark && others.length === 0 ? mark : null;
}
