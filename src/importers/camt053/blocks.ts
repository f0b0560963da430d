import { lineNumbers } from '../shared/table/line-numbers.ts';

/** One `Ntry` as it stands in the text. `closed` is false where its end tag is missing. */
export type EntryBlock = { readonly text: string; readonly line: number; readonly closed: boolean };

/** One `Stmt`, `Rpt` or `Ntfctn`: what it says apart from its entries, and these. */
export type StatementBlock = { readonly head: string; readonly line: number; readonly entries: readonly EntryBlock[]; readonly closed: boolean };

/** Comments, CDATA, instructions and declarations, which may hold anything; and the tags that part a message. */
const MARKS = /<!--|<!\[CDATA\[|<\?|<!|<(\/?)(?:[\w.-]{1,40}:)?(Ntry|Stmt|Rpt|Ntfctn)(?=[\s/>])/g;
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>', '<!': '>' };

type Tag = { readonly name: string; readonly closes: boolean; readonly selfClosed: boolean; readonly start: number; readonly end: number };

/**
 * The statements of a message and their entries, found by their tags in the text, so that each is known by the line on which it begins, is
 * read on its own, and a damaged one leaves the others whole.
 */
export function findStatements(text: string): StatementBlock[] {
	const lineAt = lineNumbers(text);
	const statements: StatementBlock[] = [];
	let open: { pieces: string[]; from: number; line: number; entries: EntryBlock[] } | null = null;
	let entry: { start: number; line: number } | null = null;
	const endEntry = (end: number, closed: boolean) => {
		if (entry) open?.entries.push({ text: text.slice(entry.start, end), line: entry.line, closed });
		if (entry && open) open.from = end;
		entry = null;
	};
	const endStatement = (end: number, closed: boolean) => {
		if (entry) endEntry(end, false);
		if (open) statements.push({ head: [...open.pieces, text.slice(open.from, end)].join(' '), line: open.line, entries: open.entries, closed });
		open = null;
	};
	for (const tag of tagsOf(text)) {
		if (tag.name !== 'Ntry') {
			endStatement(tag.start, tag.closes);
			if (!tag.closes) open = { pieces: [], from: tag.end, line: lineAt(tag.start), entries: [] };
		} else if (tag.closes) {
			endEntry(tag.end, true);
		} else {
			endEntry(tag.start, false);
			open ??= { pieces: [], from: tag.start, line: lineAt(tag.start), entries: [] };
			open.pieces.push(text.slice(open.from, tag.start));
			entry = { start: tag.start, line: lineAt(tag.start) };
			if (tag.selfClosed) endEntry(tag.end, true);
		}
	}
	endStatement(text.length, false);
	return statements;
}

/** Where nothing ends a comment or a tag, the rest of the text is none of the message. */
function* tagsOf(text: string): Generator<Tag> {
	const marks = new RegExp(MARKS);
	for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
		const name = mark[2];
		const terminator = name === undefined ? (ENDS[mark[0]] ?? '>') : '>';
		const last = text.indexOf(terminator, marks.lastIndex);
		if (last < 0) return;
		marks.lastIndex = last + terminator.length;
		if (name !== undefined) yield { name, closes: mark[1] === '/', selfClosed: text[last - 1] === '/', start: mark.index, end: marks.lastIndex };
	}
}
