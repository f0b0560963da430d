import type { Ids } from '../../src/commands/ports.ts';
import { asEntryId } from '../../src/domain/ids.ts';

/** Ids that rise like UUIDv7 does, the same in every run. */
export function fakeIds(prefix = 'id'): Ids {
	let last = 0;
	return {
		entry: () => {
			last += 1;
			return asEntryId(`${prefix}-${String(last).padStart(6, '0')}`);
		},
	};
}
