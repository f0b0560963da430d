const MILLIONTHS_A_PERCENT = 4;

/** "0.6" per cent → 6,000 millionths, by its digits; full-width digits and the Chinese stop included. Null for anything unclear, more than four decimals among it. */
export function typedPercent(typed: string): number | null {
	const plain = typed.normalize('NFKC').replaceAll('。', '.').replace(/[%\s]/g, '');
	const parts = /^(\d{1,2})(?:\.(\d{0,4}))?$/.exec(plain);
	return parts ? Number(parts[1] + (parts[2] ?? '').padEnd(MILLIONTHS_A_PERCENT, '0')) : null;
}

/** 6,000 millionths → "0.6". */
export function percentText(millionths: number): string {
	const digits = String(millionths).padStart(MILLIONTHS_A_PERCENT + 1, '0');
	const decimals = digits.slice(-MILLIONTHS_A_PERCENT).replace(/0+$/, '');
	return digits.slice(0, -MILLIONTHS_A_PERCENT) + (decimals === '' ? '' : `.${decimals}`);
}
