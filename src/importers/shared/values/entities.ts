/** Entities that stand for one character without any declaration. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g;
const CODE_POINT_MAX = 0x10ffff;

/** Text between tags with its predefined and numeric entities as characters; entities that a file declares for itself stay as they are. */
export function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
		if (name !== undefined) return NAMED[name] ?? whole;
		const code = decimal === undefined ? Number(`0x${hex}`) : Number(decimal);
		return code > 0 && code <= CODE_POINT_MAX ? String.fromCodePoint(code) : whole;
	});
}
