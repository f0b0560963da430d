import type { BillMapping } from '../domain/receipts/bill-mapping.ts';
import type { MappingFault } from '../domain/receipts/mapping/check-mapping.ts';
import { readMappingFile } from '../domain/receipts/mapping/mapping-file.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { IMPORTERS, importerOf } from '../importers/registry.ts';
import type { Io } from './io.ts';

/** What `--as` names: a format, or a mapping read from its file. */
export type AskedFormat = { readonly format: string | null; readonly mapping: BillMapping | null };

/** The word behind `--as`: the id of a format, or the path of a mapping (`*.json`). Fails with a sentence. */
export async function askedFormat(word: string | undefined, io: Io): Promise<Result<AskedFormat, string>> {
	if (word === undefined) return ok({ format: null, mapping: null });
	if (importerOf(word)) return ok({ format: word, mapping: null });
	if (!/\.json$/i.test(word)) {
		return fail(`There is no format ${word}. Known: ${IMPORTERS.map(({ id }) => id).join(', ')}; or name the .json file of a mapping.`);
	}
	const name = word.replace(/^.*[\\/]/, '');
	const bytes = await io.readFile(word).then(ok, () => fail(`The mapping ${name} cannot be opened.`));
	if (!bytes.ok) return bytes;
	const mapping = readMappingFile(new TextDecoder().decode(bytes.value));
	return mapping.ok ? ok({ format: null, mapping: mapping.value }) : fail(`The mapping ${name} cannot be used: ${faultWords(mapping.error)}`);
}

const WORDS: Readonly<Record<MappingFault['code'], string>> = {
	not_json: 'it is no JSON.',
	not_a_mapping: 'it is no mapping of a bill.',
	version_unknown: 'its version is not 1; it was written by a newer app.',
	missing: 'is missing.',
	not_a_text: 'is no text.',
	too_long: 'is too long.',
	not_allowed: 'has a value that is not known.',
	no_time: 'it names neither a column with date and time nor one for each.',
	no_amount: 'it names no column with the amount, nor one for money that came in.',
	amount_twice: 'it names a column with the amount and also columns for money in and out.',
	not_in_layout: 'names a column that the layout does not have.',
};

function faultWords({ code, at }: MappingFault): string {
	return at === '' || code.startsWith('no_') || code === 'amount_twice' || code === 'version_unknown' ? WORDS[code] : `${at} ${WORDS[code]}`;
}
