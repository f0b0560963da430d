import type { Problem } from '../domain/problems.ts';
import { IMPORTERS } from '../importers/registry.ts';

/** Why a file could not be read at all, to stand behind its name. */
export function describeFailure(problem: Problem): string {
	const detail = problem.detail === undefined ? '' : ` (${problem.detail})`;
	if (problem.code === 'file_empty') return 'is empty.';
	if (problem.code === 'file_too_large') return `is too large for a bill${detail}.`;
	if (problem.code === 'archive_unreadable') return `is an archive or workbook that cannot be opened${detail}.`;
	if (problem.code === 'archive_locked') return 'is locked with a password; unpack it first.';
	if (problem.code === 'archive_too_large') return `is an archive with more in it than bills have${detail}.`;
	if (problem.code === 'format_unknown') return `is in no known format${detail}. Known: ${IMPORTERS.map(({ id }) => id).join(', ')}.`;
	return `cannot be read: ${problem.code}${detail}.`;
}
