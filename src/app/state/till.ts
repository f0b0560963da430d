import { create } from 'zustand';
import type { SaleId } from '../../domain/ids.ts';
import type { SaleState } from '../../domain/ledger/sale.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import type { Minor } from '../../domain/money.ts';
import type { Problem } from '../../domain/problems.ts';

/** What the next commit will be: a sale in one of its states, or a refund (of a known sale). */
export type NextKind = { readonly kind: 'sale'; readonly state: SaleState } | { readonly kind: 'refund'; readonly of: SaleId | null };
export const PAID: NextKind = { kind: 'sale', state: 'paid_confirmed' };

/** A tap that is not durable yet: shown without a tick, kept until it is saved or dropped by hand. */
export type UnsavedSale = {
	readonly key: string;
	readonly amountMinor: Minor;
	readonly tender: Tender;
	readonly next: NextKind;
	readonly problem: Problem | null;
};

export type Till = {
	/** An amount stands on the display, a write is under way or one has failed: nothing may reload now. */
	readonly busy: boolean;
	readonly unsaved: readonly UnsavedSale[];
	readonly next: NextKind;
	/** Who is at the till, as the top bar shows it; stands on every entry. */
	readonly actor: string;
	readonly typing: boolean;
	/** Amount handed over from another screen (refund of a sale found there). */
	readonly prefill: Minor | null;
};

export const useTill = create<Till>()(() => ({ busy: false, unsaved: [], next: PAID, actor: '', typing: false, prefill: null }));

export function setTyping(typing: boolean): void {
	useTill.setState((till) => ({ typing, busy: typing || till.unsaved.length > 0 }));
}

export function addUnsaved(sale: UnsavedSale): void {
	useTill.setState((till) => ({ unsaved: [...till.unsaved.filter((other) => other.key !== sale.key), sale], busy: true }));
}

export function removeUnsaved(key: string): void {
	useTill.setState((till) => {
		const unsaved = till.unsaved.filter((sale) => sale.key !== key);
		return { unsaved, busy: till.typing || unsaved.length > 0 };
	});
}

/** Takes a refund of a sale to the keypad: the amount stands there, the tender key gives it back. */
export function prepareRefund(of: SaleId | null, amountMinor: Minor | null): void {
	useTill.setState({ next: { kind: 'refund', of }, prefill: amountMinor });
}
