import type { DerivedStore, PayoutFacts } from '../../commands/ports.ts';
import type { Coverage } from '../../domain/receipts/reading.ts';
import { statementCoverage } from '../../domain/settlement/judging/coverage.ts';
import { SETTLEMENT_VERSION } from '../../domain/settlement/version.ts';
import type { Database, DayPartsRow } from '../database.ts';
import { coverageOfKey } from '../projections/receipts.ts';
import { readBankLines, standingFiles } from '../read-bank-lines.ts';
import { coverageOf } from './derived-facts.ts';
import { type PayoutTips, savePayouts, unsettledTips } from './settlement-save.ts';

/** Days looked at: what a payout older than this lacks was settled between people long ago. */
const DAYS_MAX = 400;

type SettlementStore = Pick<DerivedStore, 'payoutFacts' | 'allPayoutFacts' | 'savePayouts'>;

/** Payouts against the bank. All of it could be thrown away at any time; only the bills, the statements and the decisions are facts. */
export function settlementStore(db: Database): SettlementStore {
	const readings = new Map<number, PayoutTips>();
	let last = 0;
	return {
		payoutFacts: async (now) => {
			const tips = await unsettledTips(db);
			const due = await db.payouts.where('nextDue').belowOrEqual(now).count();
			const older = await db.payouts.filter(({ version }) => version !== SETTLEMENT_VERSION).count();
			if ((tips.length === 0 && due + older === 0) || (await isNothingToJudge(db))) return null;
			const facts = await readPayoutFacts(db);
			last += 1;
			readings.clear();
			readings.set(last, tips);
			return { facts, mark: last };
		},
		allPayoutFacts: () => readPayoutFacts(db),
		savePayouts: async (settlement, mark) => {
			const tips = readings.get(mark);
			readings.delete(mark);
			return tips ? savePayouts(db, settlement, tips) : 'outdated';
		},
	};
}

/** Without a statement only fees can be judged, and those only where the shop has said what is charged. */
async function isNothingToJudge(db: Database): Promise<boolean> {
	if ((await db.bankPages.count()) > 0 || (await db.payouts.count()) > 0) return false;
	return (await db.dayParts.filter(({ fees }) => fees.length > 0).count()) === 0;
}

/** Everything that payouts are judged from, as it stood at one moment. */
export function readPayoutFacts(db: Database): Promise<PayoutFacts> {
	return db.transaction('r', [db.dayParts, db.bankPages, db.imports, db.meta], async () => {
		const rows = await db.dayParts.orderBy('day').reverse().limit(DAYS_MAX).toArray();
		const files = await standingFiles(db);
		const { lines, carried } = await readBankLines(db, files);
		const first = rows.at(-1)?.day ?? '';
		const statements = files.filter(({ leg }) => leg === 'bank');
		const all = <T>(part: (row: DayPartsRow) => readonly T[]) => rows.flatMap((row) => [...part(row)]);
		return {
			parts: all(({ parts }) => parts),
			payouts: all(({ payouts }) => payouts),
			// Days of an older version are summed up again at once; until then they say nothing of fees.
			fees: all(({ fees }) => fees.filter((part) => 'standing' in part)),
			bank: {
				lines: lines.filter(({ bookedOn }) => bookedOn >= first),
				covered: statements.flatMap(({ id, coverage }) => statementCoverage(coverage, carried.get(id) ?? [])),
			},
			coverage: [...coverageOf(files), ...(await feedCoverage(db))],
		};
	});
}

async function feedCoverage(db: Database): Promise<Coverage[]> {
	const rows = await db.meta.where('key').startsWith(COVERED).toArray();
	return rows.flatMap((row) => ('intervals' in row ? row.intervals.flatMap((interval) => coverageOfKey(row.key.slice(COVERED.length), interval) ?? []) : []));
}

const COVERED = 'covered:';
