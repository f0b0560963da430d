import type { WorkStore } from '../../commands/ports.ts';
import type { Database } from '../database.ts';

/** Cases, counts and closed days, as commands read them. */
export function createWorkStore(db: Database): WorkStore {
	return {
		case: async (id) => (await db.cases.get(id)) ?? null,
		cashCount: async (day) => {
			const row = await db.cashCounts.get(day);
			if (!row) return null;
			const { entry: _entry, at: _at, actor: _actor, ...count } = row;
			return count;
		},
		dayClose: async (day) => {
			const row = await db.dayCloses.get(day);
			if (!row) return null;
			const { entry: _entry, at: _at, offset: _offset, actor: _actor, seq: _seq, ...close } = row;
			return close;
		},
		lastZ: async () => {
			const last = await db.dayCloses.orderBy('z').last();
			return { z: last?.z ?? 0, grandTotalMinor: last?.grandTotalMinor ?? 0 };
		},
	};
}
