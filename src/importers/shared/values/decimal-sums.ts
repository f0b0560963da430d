import { plainNumber } from './amounts.ts';

/** Decimals kept while adding; no source writes more. */
const SCALE = 10;

/** The exact sum of clean cells as decimal text, empty ones counting nothing; null where one of them is no number or too fine. */
export function sumOfDecimals(cells: readonly string[]): string | null {
	let sum = 0n;
	for (const cell of cells) {
		if (cell === '') continue;
		const plain = plainNumber(cell);
		if (plain === null) return null;
		const [whole = '', decimals = ''] = plain.replace('-', '').split('.');
		if (decimals.length > SCALE) return null;
		const size = BigInt(whole + decimals.padEnd(SCALE, '0'));
		sum += plain.startsWith('-') ? -size : size;
	}
	const digits = String(sum < 0n ? -sum : sum).padStart(SCALE + 1, '0');
	return `${sum < 0n ? '-' : ''}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
}
