import Dexie from 'dexie';
import type { LedgerStore } from '../../commands/ports.ts';
import type { Sale } from '../../domain/ledger/sale.ts';
import { EMPTY_HEAD } from '../../domain/log/entry.ts';
import { type CommitParts, createCommit, withoutSubjects } from '../commit/commit.ts';
import type { SaleRecord } from '../database.ts';
import { rangeOfDay } from '../projections/work.ts';

/** The ledger as commands see it: one way in, a few ways to look. */
export function createLedgerStore(parts: CommitParts): LedgerStore {
	const { db, identity } = parts.connection;
	return {
		commit: createCommit(parts),
		sale: async (id) => saleOf(await db.sales.get(id)),
		salesOfDay: async (day) => {
			const rows = await db.sales
				.where('[day+number]')
				.between(...rangeOfDay(day))
				.toArray();
			return rows.map(withoutTails);
		},
		refundsOf: async (id) => {
			const rows = await db.sales.where('refundOf').equals(id).toArray();
			return rows.filter((row) => row.reversedBy === null).map(withoutTails);
		},
		shop: async () => {
			const row = await db.meta.get('shop');
			return row && 'shop' in row ? row.shop : null;
		},
		openOutage: async () => {
			const row = await db.outages.where('open').equals(1).last();
			return row ? { id: row.id, terminalId: row.terminalId, startedAt: row.startedAt } : null;
		},
		head: async () => {
			const last = await db.entries.where('[device+seq]').between([identity.device, Dexie.minKey], [identity.device, Dexie.maxKey]).last();
			return last ? { seq: last.seq, hash: last.hash } : EMPTY_HEAD;
		},
		entry: async (id) => {
			const row = await db.entries.where('id').equals(id).first();
			return row ? withoutSubjects(row) : null;
		},
	};
}

function saleOf(record: SaleRecord | undefined): Sale | null {
	return record ? withoutTails(record) : null;
}

/** The sale itself, without what only the search needs. */
export function withoutTails({ tails: _, ...sale }: SaleRecord): Sale {
	return sale;
}
