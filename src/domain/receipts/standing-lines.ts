import type { BankLine } from './statement.ts';

/** Lines that one statement carried. `seq` is that of its entry: the later statement says how a line stands. */
export type CarriedLines = { readonly seq: number; readonly lines: readonly BankLine[] };

/** The bank lines that stand, given those of all standing statements in any order: one per id, in the order of their days. */
export function standingLines(carried: readonly CarriedLines[]): BankLine[] {
	const latest = new Map<string, { readonly seq: number; readonly line: BankLine }>();
	for (const { seq, lines } of carried) {
		for (const line of lines) if (seq >= (latest.get(line.id)?.seq ?? 0)) latest.set(line.id, { seq, line });
	}
	return [...latest.values()].map(({ line }) => line).sort((a, b) => (a.bookedOn !== b.bookedOn ? (a.bookedOn < b.bookedOn ? -1 : 1) : a.id < b.id ? -1 : 1));
}
