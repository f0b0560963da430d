const PREFIX = 'mapped:';

/** The format id of a mapping that is saved for the first time under this name. */
export function mappingId(name: string): string {
	return `${PREFIX}${name}`;
}

/** The name in the id of a mapping; null for the id of a format. */
export function nameInMappingId(id: string): string | null {
	return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;
}
