import { expect, test } from 'vitest';
import { describeFault, faultOf, HeadMovedError } from '../../../src/storage/storage-fault.ts';

function error(name: string, message = '', inner?: unknown) {
	return Object.assign(new Error(message), { name, inner });
}

test.each([
	[new HeadMovedError('x'), 'stale'],
	[error('AbortError', '', error('ConstraintError')), 'stale'],
	[Object.assign(error('BulkError', '1 of 1 operations failed'), { failures: [error('ConstraintError')] }), 'stale'],
	[error('QuotaExceededError'), 'full'],
	[error('AbortError', '', error('QuotaExceededError')), 'full'],
	[error('UnknownError', 'Encountered full disk while opening backing store'), 'full'],
	[error('AbortError', 'transaction exceeded its quota'), 'full'],
	[error('UnknownError', 'Internal error opening backing store for indexedDB.open.'), 'lost'],
	[error('UnknownError', 'Connection to Indexed Database server lost. Refresh the page to try again'), 'lost'],
	[error('InvalidStateError', 'The database connection is closing.'), 'lost'],
	[error('DatabaseClosedError'), 'lost'],
	[error('AbortError', 'The transaction was aborted'), 'other'],
	[error('DataError'), 'other'],
	['a text', 'other'],
	[null, 'other'],
])('%s counts as %s', (cause, fault) => {
	expect(faultOf(cause)).toBe(fault);
});

test('the description names every cause and stays short', () => {
	const described = describeFault(error('AbortError', 'aborted', error('QuotaExceededError', 'full'.repeat(500))));
	expect(described).toMatch(/^AbortError: aborted <- QuotaExceededError: full/);
	expect(described.length).toBeLessThanOrEqual(500);
});
