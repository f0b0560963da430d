/** Fields that hold a source's own numbers, which stay whole even where they look like the number of a card. */
const REFERENCES = new Set(['id', 'merchantOrderNo', 'channelOrderNo', 'originalRef', 'rrn', 'traceNo', 'authCode', 'batchNo', 'terminalId', 'reference']);

/** Where in an answer one of the card numbers stands whole, as `receipts.3.notes.x`; plain, grouped or full-width. */
export function leaksOf(answer: unknown, cards: readonly string[]): string[] {
	const patterns = cards.map((card) => new RegExp(`(?<![0-9])${[...card].join('[ -]?')}(?![0-9])`));
	const found: string[] = [];
	const look = (value: unknown, path: string, key: string) => {
		if (typeof value === 'string') {
			const plain = value.normalize('NFKC');
			if (!REFERENCES.has(key) && patterns.some((pattern) => pattern.test(plain))) found.push(path);
		} else if (Array.isArray(value)) for (const [i, item] of value.entries()) look(item, `${path}.${i}`, key);
		else if (value !== null && typeof value === 'object') for (const [name, item] of Object.entries(value)) look(item, `${path}.${name}`, name);
	};
	look(answer, 'answer', '');
	return found;
}
