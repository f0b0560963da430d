import type { LedgerLine } from './ledger-groups.ts';

/** The line to which a key moves from another, heads passed over; null where the key means nothing or there is no further line. */
export function nextSaleLine(lines: readonly LedgerLine[], from: number, key: string): number | null {
	const sales = lines.flatMap((line, index) => (line.kind === 'sale' ? [index] : []));
	switch (key) {
		case 'ArrowDown':
			return sales.find((index) => index > from) ?? null;
		case 'ArrowUp':
			return sales.findLast((index) => index < from) ?? null;
		case 'Home':
			return sales[0] ?? null;
		case 'End':
			return sales.at(-1) ?? null;
		default:
			return null;
	}
}
