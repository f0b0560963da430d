import type { BillMapping } from '../domain/receipts/bill-mapping.ts';
import { readMappingFile } from '../domain/receipts/mapping/mapping-file.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { mappingFaultWords } from '../importers/mapped/fault-words.ts';
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
	const mapping = await askedMapping(word, io);
	return mapping.ok ? ok({ format: null, mapping: mapping.value }) : mapping;
}

/** The mapping that the app exported into a file. Fails with a sentence. */
export async function askedMapping(path: string, io: Io): Promise<Result<BillMapping, string>> {
	const name = path.replace(/^.*[\\/]/, '');
	const bytes = await io.readFile(path).then(ok, () => fail(`The mapping ${name} cannot be opened.`));
	if (!bytes.ok) return bytes;
	const mapping = readMappingFile(new TextDecoder().decode(bytes.value));
	return mapping.ok ? mapping : fail(`The mapping ${name} cannot be used: ${mappingFaultWords(mapping.error)}`);
}
