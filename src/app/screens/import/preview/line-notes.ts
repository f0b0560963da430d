import type { Foreseen } from '../../../../commands/receipts/foresee-import.ts';
import type { Sale } from '../../../../domain/ledger/sale.ts';
import type { PreviewRow } from '../../../../domain/receipts/import-preview.ts';
import type { Receipt } from '../../../../domain/receipts/receipt.ts';
import type { Messages } from '../../../messages/messages-context.ts';
import type { GlyphName } from '../../../ui/glyph.tsx';
import { kindGlyphName } from '../../../ui/kind-glyph.tsx';

/** What stands under a row of the preview: what is there already, and what it would stand beside. */
export type LineNote = { readonly glyph: GlyphName | null; readonly tone: '' | 'is-gap'; readonly text: string };

/** `foreseen` undefined: not worked out yet; null: this receipt takes no part. */
export function lineNotes(row: PreviewRow, foreseen: Foreseen | null | undefined, sales: ReadonlyMap<string, Sale>, messages: Messages): readonly LineNote[] {
	const notes: LineNote[] = [];
	if (row.standing === 'changed' && row.before) notes.push({ glyph: null, tone: '', text: changeText(row.before, row.receipt, messages) });
	const match = foreseen === undefined ? null : matchNote(row.receipt, foreseen, sales, messages);
	if (match) notes.push(match);
	// The row's own mark says that it is known; words are added only where nothing else stands there.
	if (row.standing === 'known' && notes.length === 0) notes.push({ glyph: null, tone: '', text: messages.text.importing.sub.known });
	return notes;
}

function changeText(before: Receipt, now: Receipt, { text, format }: Messages): string {
	const { sub, preview } = text.importing;
	if (before.status !== now.status) return sub.was(preview.status[before.status], preview.status[now.status]);
	if (before.amountMinor !== now.amountMinor)
		return sub.wasAmount(format.money(before.amountMinor, before.currency), format.money(now.amountMinor, now.currency));
	return sub.wasOther;
}

function matchNote(receipt: Receipt, foreseen: Foreseen | null, sales: ReadonlyMap<string, Sale>, messages: Messages): LineNote | null {
	const { text, format } = messages;
	const { sub } = text.importing;
	if (foreseen === null) return { glyph: null, tone: '', text: sub.alone };
	const sale = foreseen.sales.flatMap((id) => sales.get(id) ?? [])[0];
	if (!sale) {
		if (foreseen.gap === null) return null;
		return {
			glyph: kindGlyphName(foreseen.gap),
			tone: 'is-gap',
			text: foreseen.gap === 'missing_in_ledger' ? sub.missing : sub.gap(text.common.kind[foreseen.gap]),
		};
	}
	const band = text.common.band[foreseen.band ?? 'suggested'];
	const named = (sale.kind === 'refund' ? sub.refund : sub.sale)(format.count(sale.number), format.clock(sale.at, sale.offset), band);
	if (foreseen.gap === null) return { glyph: foreseen.band === 'auto' ? 'joined' : 'near', tone: '', text: named };
	return { glyph: kindGlyphName(foreseen.gap), tone: 'is-gap', text: `${named} · ${gapText(receipt, sale, foreseen, messages)}` };
}

function gapText(receipt: Receipt, sale: Sale, { gap }: Foreseen, { text, format }: Messages): string {
	const { sub } = text.importing;
	const difference = receipt.amountMinor - sale.amountMinor;
	const ours = format.money(sale.amountMinor, sale.currency);
	if (gap === 'amount_short') return sub.short(ours, format.money(Math.abs(difference), sale.currency));
	if (gap === 'amount_over') return sub.over(ours, format.money(Math.abs(difference), sale.currency));
	return gap === null ? '' : sub.gap(text.common.kind[gap]);
}
