import type { MappingFault } from '../../domain/receipts/mapping/check-mapping.ts';

const WORDS: Readonly<Record<MappingFault['code'], string>> = {
	not_json: 'it is no JSON.',
	not_a_mapping: 'it is no mapping of a bill.',
	version_unknown: 'its version is not 1; it was written by a newer app.',
	missing: 'is missing.',
	not_a_text: 'is no text.',
	too_long: 'is too long.',
	not_allowed: 'has a value that is not known.',
	no_time: 'it names neither a column with date and time nor one for each, and no timeOfDay for a table without times.',
	no_amount: 'it names no column with the amount, nor one for money that came in.',
	amount_twice: 'it names a column with the amount and also columns for money in and out.',
	not_in_layout: 'names a column that the layout does not have.',
};

/** Why a mapping cannot be used, for whoever runs the command line or the hub. */
export function mappingFaultWords({ code, at }: MappingFault): string {
	return at === '' || code.startsWith('no_') || code === 'amount_twice' || code === 'version_unknown' ? WORDS[code] : `${at} ${WORDS[code]}`;
}
