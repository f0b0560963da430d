import type { Receipt } from '../../receipts/receipt.ts';
import { pairSides } from '../pairing/pairing.ts';
import { prepareSides } from '../pairing/prepared.ts';
import { foldDoubleReports } from './double-reports.ts';
import { byTimeThenId } from './identity.ts';
import { joinByKeys, type Payment, paymentOf } from './payments.ts';
import type { ReceiptStanding } from './receipt-netting.ts';
import { paymentRows, type RowRules } from './side-rows.ts';

const SECOND_A_DAY = 86_400;
/** A join without keys is taken from here on; to leave the two apart would count one payment twice. */
const JOIN_FROM_MILLIONTHS = 500_000;

/**
 * Joins the records of one payment across the legs, first by printed numbers, then by amount, tender and time. The
 * providers' clocks are the measure there: they are kept by servers.
 */
export function joinLegs(rows: readonly Receipt[], standing: readonly ReceiptStanding[], rules: RowRules): Payment[] {
	const standings = new Map(rows.map((row, k) => [row.id as string, standing[k] ?? 'live']));
	const payments = foldDoubleReports(joinByKeys(rows, standing), { standings, dayOf: rules.calendar.dayOf });
	if (rows.every((row) => row.leg === rows[0]?.leg)) return inOrder(payments);
	let joined = payments;
	for (const kind of ['sale', 'refund'] as const) joined = joinKind(joined, kind, { standings, rules });
	return inOrder(joined);
}

type JoinContext = { readonly standings: ReadonlyMap<string, ReceiptStanding>; readonly rules: RowRules };

function joinKind(payments: readonly Payment[], kind: Receipt['kind'], { standings, rules }: JoinContext): Payment[] {
	const alone = (leg: Receipt['leg']) =>
		inOrder(payments.filter((p) => p.lead.kind === kind && p.standing !== 'failed' && p.members.every((row) => row.leg === leg)));
	const provider = alone('provider');
	const terminal = alone('terminal');
	if (provider.length === 0 || terminal.length === 0) return [...payments];
	const { left, right, place, scatter, hits } = prepareSides(paymentRows(provider, rules), paymentRows(terminal, rules), {
		days: rules.lateDays,
		dayOf: rules.calendar.dayOf,
		clocks: null,
	});
	const { pairs } = pairSides({
		...{ left, right, scatter, hits },
		forbidden: () => false,
		takenLeft: new Uint8Array(provider.length),
		takenRight: new Uint8Array(terminal.length),
		lateSeconds: rules.lateDays * SECOND_A_DAY,
		link: null,
		printed: true,
		habits: rules.habits,
		onProgress: () => {},
	});
	const used = new Set<Payment>();
	const made: Payment[] = [];
	for (const pair of pairs) {
		const a = provider[pair.lefts[0] ?? -1];
		const b = terminal[place[pair.rights[0] ?? -1] ?? -1];
		if (!a || !b || pair.booksMillionths < JOIN_FROM_MILLIONTHS) continue;
		made.push(paymentOf([...b.members, ...a.members], standings));
		used.add(a).add(b);
	}
	return [...payments.filter((payment) => !used.has(payment)), ...made];
}

function inOrder(payments: readonly Payment[]): Payment[] {
	return [...payments].sort((a, b) => byTimeThenId(a.lead, b.lead));
}
