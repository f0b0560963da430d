import { nameInMappingId } from '../../../domain/receipts/mapping/mapping-id.ts';
import type { Catalog } from '../../messages/catalog.ts';

/** The name of a format as people know it; an id without a name stands for itself. */
export function formatName(id: string, { importing }: Catalog): string {
	// A mapping's id holds the name that somebody gave it.
	const given = nameInMappingId(id);
	if (given !== null) return given;
	return id in importing.formats ? importing.formats[id as keyof typeof importing.formats] : id;
}
