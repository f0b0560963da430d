/** The number of a Z as it is printed: 142 → "Z-0142". */
export function zNumber(z: number): string {
	return `Z-${String(z).padStart(4, '0')}`;
}

/** A chain hash as people compare it: groups of four, the first and the last two. */
export function shortHash(hash: string): string {
	const groups = hash.match(/.{1,4}/g) ?? [];
	return groups.length <= 4 ? groups.join(' ') : `${groups.slice(0, 2).join(' ')} … ${groups.slice(-2).join(' ')}`;
}

/** The whole hash in groups of four, for print. */
export function groupedHash(hash: string): string {
	return (hash.match(/.{1,4}/g) ?? []).join(' ');
}
