import { fail, ok, type Result } from '../../src/domain/result.ts';

/** A place in one journal: how many events were taken in. Opaque to everybody else. */
export function cursorAt(journalId: string, position: number): string {
	return Buffer.from(`${journalId}.${position}`, 'utf8').toString('base64url');
}

/** `cursor_bad`: not made by a hub; `cursor_unknown`: of a journal that is not this one, or from its future. */
export function positionOf(cursor: string, journalId: string, events: number): Result<number, 'cursor_bad' | 'cursor_unknown'> {
	if (cursor === '') return ok(0);
	const parts = /^([0-9a-f]{16})\.(\d{1,12})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
	if (!parts || cursorAt(parts[1] ?? '', Number(parts[2])) !== cursor) return fail('cursor_bad');
	const position = Number(parts[2]);
	return parts[1] === journalId && position <= events ? ok(position) : fail('cursor_unknown');
}
