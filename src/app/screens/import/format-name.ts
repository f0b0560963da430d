import type { Catalog } from '../../messages/catalog.ts';

/** The name of a format as people know it; an id without a name stands for itself. */
export function formatName(id: string, { importing }: Catalog): string {
	return id in importing.formats ? importing.formats[id as keyof typeof importing.formats] : id;
}
