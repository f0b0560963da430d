import type { Catalog } from '../messages/catalog.ts';

/** A terminal as people call it: its own name; a bare number gets the word for a terminal; none is said. */
export function terminalName(name: string | null, text: Catalog): string {
	if (name === null || name === '') return text.day.noTerminal;
	return /^\d{1,3}$/.test(name) ? text.day.terminalName(name) : name;
}
