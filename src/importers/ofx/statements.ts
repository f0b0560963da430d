import type { Currency } from '../../domain/money.ts';
import { lineNumbers } from '../shared/table/line-numbers.ts';
import { currencyNamed } from '../shared/values/currencies.ts';
import { ofxTags, type Tag } from './tags.ts';

/** One `STMTTRN` as written: the first value of each element in it, and the currency that it is in, if it names one. */
export type Block = {
	readonly line: number;
	readonly values: ReadonlyMap<string, string>;
	readonly ownCurrency: Currency | null;
	/** That of the statement around it. */
	readonly currency: Currency | null;
};

/** What stands in a file, whatever accounts it holds. `whole` is false where its end is missing. */
export type OfxFile = {
	readonly blocks: readonly Block[];
	/** First and last moment that the lists declare, as written. */
	readonly starts: readonly string[];
	readonly ends: readonly string[];
	/** The first moment with an offset in brackets. */
	readonly zoned: string | null;
	readonly whole: boolean;
};

/** What ends an entry whose own end tag is missing. */
const ENDS_ENTRY = new Set(['STMTTRN', 'BANKTRANLIST', 'LEDGERBAL', 'AVAILBAL', 'STMTRS', 'CCSTMTRS', 'OFX']);

type OpenBlock = { readonly line: number; readonly values: Map<string, string>; ownCurrency: Currency | null };

export function readOfx(text: string): OfxFile {
	const lineAt = lineNumbers(text);
	const blocks: Block[] = [];
	const found = { starts: [] as string[], ends: [] as string[], zoned: null as string | null, whole: false };
	let currency: Currency | null = null;
	let open: OpenBlock | null = null;
	let inside = '';
	for (const tag of ofxTags(text)) {
		if (ENDS_ENTRY.has(tag.name)) {
			if (open) blocks.push({ ...open, currency });
			open = tag.name === 'STMTTRN' && !tag.closes ? { line: lineAt(tag.start), values: new Map(), ownCurrency: null } : null;
			found.whole ||= tag.name === 'OFX' && tag.closes;
		}
		if (tag.closes || tag.value === '') {
			inside = tag.closes ? '' : tag.name;
			continue;
		}
		found.zoned ??= /^\d{8}.*\[.+\]/.test(tag.value) ? tag.value : null;
		if (open) take(open, tag, inside);
		else if (tag.name === 'CURDEF') currency = currencyNamed(tag.value) ?? currency;
		else if (tag.name === 'DTSTART') found.starts.push(tag.value);
		else if (tag.name === 'DTEND') found.ends.push(tag.value);
	}
	if (open) blocks.push({ ...open, currency });
	return { blocks, ...found };
}

/** `CURRENCY` says in what the amount is; `ORIGCURRENCY` only from what it was converted. */
function take(open: OpenBlock, { name, value }: Tag, inside: string): void {
	if (name === 'CURSYM') {
		if (inside === 'CURRENCY') open.ownCurrency = currencyNamed(value);
	} else if (!open.values.has(name)) {
		open.values.set(name, value);
	}
}
