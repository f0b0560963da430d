/** Begins a statement; a SWIFT block may open on the same line. */
const START = /^(?:\{.{0,200}\{4:)?:20:/m;

/** A reference, and either an opening balance or an account with entries. */
export function sniffMt940(head: string): number | null {
	const lines = head.replace(/\r\n?/g, '\n');
	const isStatement = /^:60[FM]:/m.test(lines) || (/^:25[A-Z]?:/m.test(lines) && /^:61:\d{6}/m.test(lines));
	if (!isStatement) return null;
	const at = lines.search(START);
	return at < 0 ? null : at;
}
