import { type MappingEntry, type SavedMapping, savedMappings } from '../../domain/receipts/mapping/saved-mappings.ts';
import { MAPPING_SUBJECT } from '../projections/subjects.ts';
import type { Database } from './source.ts';

/** The mappings that are remembered, newest first. */
export async function mappingList(db: Database): Promise<readonly SavedMapping[]> {
	const rows = await db.entries.where('subjects').equals(MAPPING_SUBJECT).toArray();
	const entries = rows.filter((row): row is typeof row & MappingEntry => row.kind === 'bill-mapping-saved' || row.kind === 'bill-mapping-removed');
	return savedMappings(entries.sort((a, b) => a.at - b.at || a.seq - b.seq));
}
