import type { Terminal } from '../../../../domain/ledger/shop.ts';

/** The lowest number that no terminal is called by: something to stand there until the real one is typed. */
export function freeTerminalId(terminals: readonly Terminal[]): string {
	const taken = new Set(terminals.map(({ id }) => id));
	let next = 1;
	while (taken.has(String(next))) next++;
	return String(next);
}
