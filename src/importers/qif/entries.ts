import type { ProblemLog } from '../shared/reading/line-problems.ts';

/** One entry as written: the first line of each letter; `closed` where the `^` that ends it is there. */
export type QifEntry = { readonly line: number; readonly fields: ReadonlyMap<string, string>; readonly closed: boolean; readonly lastLine: number };

const SECTION = /^!(Type:\s*(.*)|Account|Option:.*|Clear:.*)$/i;
const MONEY = /^(?:Bank|Cash|CCard|Oth ?[AL])$/i;
/** Lists that people's programs keep beside their accounts. */
const LISTS = /^(?:Cat|Class|Memorized|Security|Prices|Budget|Tag|Template)/i;
/** Parts of a split entry (S, E, $, %) and lines that no money hangs on; the entry itself stays one. */
const LETTERS = 'DTUNPM';

/** The entries of all accounts in the file; blocks that describe accounts, and lists, are passed over, other sections are a problem. */
export function qifEntries(lines: readonly string[], log: ProblemLog): QifEntry[] {
	const entries: QifEntry[] = [];
	let inMoney = false;
	let open: { line: number; fields: Map<string, string> } | null = null;
	const end = (closed: boolean, lastLine: number) => {
		if (open && inMoney) entries.push({ ...open, closed, lastLine });
		open = null;
	};
	lines.forEach((written, i) => {
		const text = written.trim();
		const section = SECTION.exec(text);
		if (section) {
			end(false, i);
			const type = section[2]?.trim() ?? '';
			inMoney = MONEY.test(type);
			if (type !== '' && !inMoney && !LISTS.test(type))
				log.add({ line: i + 1, code: 'kind_unknown', message: 'Entries of this kind of account are not read.', text });
		} else if (text === '^') {
			end(true, i + 1);
		} else if (text !== '') {
			open ??= { line: i + 1, fields: new Map() };
			const letter = text.slice(0, 1).toUpperCase();
			if (LETTERS.includes(letter) && !open.fields.has(letter)) open.fields.set(letter, text.slice(1).trim());
		}
	});
	end(false, lines.length);
	return entries;
}
