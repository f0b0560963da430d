/** What cells of one column may say, by the words in which each language says it; capitals and blanks around make no difference. */
export function wordTable<Meaning>(words: readonly (readonly [Meaning, readonly string[]])[]): (cell: string) => Meaning | null {
	const meanings = new Map(words.flatMap(([meaning, list]) => list.map((word) => [plain(word), meaning] as const)));
	return (cell) => meanings.get(plain(cell)) ?? null;
}

function plain(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[\s_]+/g, ' ')
		.trim();
}
