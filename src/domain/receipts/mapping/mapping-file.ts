import { fail, type Result } from '../../result.ts';
import type { BillMapping } from '../bill-mapping.ts';
import { checkMapping, type MappingFault } from './check-mapping.ts';

/** A mapping as a file that can be given away: JSON, with a mark by which it is known. */
export function mappingFileText(mapping: BillMapping): string {
	return `${JSON.stringify({ counterfoil: 'bill-mapping', ...mapping }, null, 2)}\n`;
}

/** What the file is called. */
export function mappingFileName({ name }: Pick<BillMapping, 'name'>): string {
	return `${name.replace(/[\\/:*?"<>|\s]+/g, '-').replace(/^[.-]+|-+$/g, '') || 'mapping'}.counterfoil-mapping.json`;
}

/** Reads such a file, also one that was written by hand. */
export function readMappingFile(text: string): Result<BillMapping, MappingFault> {
	const value = parseJson(text.replace(/^\ufeff/, ''));
	return value === undefined ? fail({ code: 'not_json', at: '' }) : checkMapping(value);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}
