export const MORE_SECTIONS = ['health', 'shop', 'sources', 'keys', 'staff', 'look', 'practice', 'install', 'help'] as const;
export type MoreSection = (typeof MORE_SECTIONS)[number];

/** Where an editor of one source leads back to. */
export const SOURCE_LIST = '/more?section=sources';

/** `?section=`; null where none is asked for, or one that does not exist. */
export function sectionOfSearch(search: string): MoreSection | null {
	const asked = new URLSearchParams(search).get('section');
	return MORE_SECTIONS.find((section) => section === asked) ?? null;
}
