import type { ImportId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** All imports that one file gave (one for each bill of an archive). */
export type WithdrawImportInput = { readonly imports: readonly ImportId[] };

/**
 * 撤回: the receipts of an import no longer count, and what stood before it stands again; the file itself stays as evidence, and
 * it can be taken in once more. Those withdrawn already are passed over.
 * Problems: `import_not_found`, `import_withdrawn` (all of them were), and those of the storage.
 */
export async function withdrawImport(ports: Ports, { imports }: WithdrawImportInput): Promise<Result<{ readonly withdrawn: readonly ImportId[] }, Problem>> {
	const found = await Promise.all([...new Set(imports)].map((id) => ports.receipts.importById(id)));
	if (found.length === 0 || found.includes(null)) return fail(problem('import_not_found'));
	const standing = found.flatMap((info) => (info && !info.withdrawn ? [info.id] : []));
	if (standing.length === 0) return fail(problem('import_withdrawn'));
	const committed = await ports.ledger.commit(standing.map((id) => draft(ports, 'import-withdrawn', { import: id })));
	return committed.ok ? ok({ withdrawn: standing }) : committed;
}
