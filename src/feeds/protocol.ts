/** What the hub and the tablet say to each other, checked by both. */
import * as v from 'valibot';
import { asReceiptId } from '../domain/ids.ts';
import { invariant } from '../domain/invariant.ts';
import { TENDERS } from '../domain/ledger/tender.ts';
import { formatMajor, type Minor } from '../domain/money.ts';
import { PRACTICE_SOURCE } from '../domain/receipts/practice-source.ts';
import type { Coverage } from '../domain/receipts/reading.ts';
import { CARD_KINDS, RECEIPT_KINDS, RECEIPT_STATUSES, type Receipt } from '../domain/receipts/receipt.ts';
import { ok, type Result } from '../domain/result.ts';
import { formatIso, type Instant, type OffsetMinutes } from '../domain/time.ts';
import { calendarDay, count, currency, instant, minorOf, read, reference, shortText, signed, stampOf, unsigned } from './wire-fields.ts';

export {
	readStatement,
	readStatementPage,
	STATEMENT_LINES_MAX,
	STATEMENTS_PATH,
	type StatementPageWire,
	type StatementWire,
	statementFromWire,
	statementsToWire,
} from './statement-wire.ts';

export const HUB_NAME = 'counterfoil-hub';
export const HEALTH_PATH = '/hub/v1/health';
export const RECEIPTS_PATH = '/hub/v1/receipts';
export const PROBLEMS_PATH = '/hub/v1/problems';
export const SIMULATOR_PATH = '/hub/v1/simulator';
/** Most receipts and withdrawals that one answer carries. */
export const PAGE_LIMIT_MAX = 500;
export const SIMULATOR_SOURCE = 'simulator';

const leg = v.picklist(['terminal', 'provider', 'bank']);

/** Of what came in a bill: the id of its format, which says whose bill it is. Several providers' bills may lie in one folder. */
const format = v.optional(shortText);

const receiptFields = v.object({
	id: shortText,
	source: shortText,
	format,
	leg,
	occurredAt: instant,
	kind: v.picklist(RECEIPT_KINDS),
	status: v.picklist(RECEIPT_STATUSES),
	amount: unsigned,
	tip: v.nullable(unsigned),
	fee: v.nullable(signed),
	net: v.optional(v.nullable(signed)),
	currency,
	tender: v.nullable(v.picklist(TENDERS)),
	/** Only where the source tells. */
	cardKind: v.optional(v.picklist(CARD_KINDS)),
	terminalId: reference,
	batchNo: reference,
	traceNo: reference,
	rrn: reference,
	authCode: reference,
	last4: reference,
	merchantOrderNo: reference,
	channelOrderNo: reference,
	originalRef: reference,
	settlementDate: v.nullable(calendarDay),
	line: v.nullable(count),
});
const receiptSchema = v.pipe(
	receiptFields,
	v.check((wire) => amountsOf(wire) !== null, 'an amount has more decimals than its currency'),
);
/** A receipt as it travels: as in the answer of `read`, with its source and leg. Amounts in major units. */
export type ReceiptWire = v.InferOutput<typeof receiptFields>;

const coverageSchema = v.object({
	source: shortText,
	format,
	leg,
	from: instant,
	to: instant,
	/** Absent: all tenders. A wallet's bill is complete for that wallet only. */
	tenders: v.optional(v.array(v.picklist(TENDERS))),
});
/** The time for which a source is complete; half-open. */
export type CoverageWire = v.InferOutput<typeof coverageSchema>;

const pageSchema = v.object({
	receipts: v.array(receiptSchema),
	next: shortText,
	more: v.boolean(),
	coverage: v.array(coverageSchema),
	withdrawn: v.array(shortText),
});
/**
 * One answer of `/receipts`. An id stands at most once in it, either in `receipts` or in `withdrawn`. `coverage` is what
 * the sources cover once everything up to here is taken in, so it comes with the last page only.
 */
export type PageWire = v.InferOutput<typeof pageSchema>;

const healthSchema = v.object({
	name: v.literal(HUB_NAME),
	version: v.string(),
	time: instant,
	sources: v.array(v.object({ name: shortText, state: shortText, latest: v.nullable(instant), problems: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
});
export type HealthWire = v.InferOutput<typeof healthSchema>;

const problemsSchema = v.object({
	problems: v.array(v.object({ source: shortText, file: v.string(), line: v.nullable(v.number()), code: v.string(), message: v.string() })),
});
/** Something that a source could not read. */
export type SourceProblemWire = v.InferOutput<typeof problemsSchema>['problems'][number];

const errorSchema = v.object({ status: v.number(), code: v.string(), title: v.optional(v.string()), detail: v.optional(v.string()) });
/** An error (RFC 9457) with the code of what went wrong. */
export type ErrorWire = v.InferOutput<typeof errorSchema>;

/** What a simulated terminal takes. */
export const SIMULATED_TENDERS = ['card', 'wechat', 'alipay', 'unionpay_qr'] as const;
const paymentSchema = v.object({
	amount: unsigned,
	currency: v.optional(currency, 'CNY'),
	tender: v.picklist(SIMULATED_TENDERS),
	terminalId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(32)), '01086601'),
	/** Moment that the receipt shows; now where left out. */
	at: v.optional(instant),
});
/** Somebody pays at the simulated terminal. */
export type PaymentWire = v.InferOutput<typeof paymentSchema>;
const advanceSchema = v.object({ seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31 * 86_400)) });

export const readReceipt = (json: unknown): Result<ReceiptWire, string> => read(receiptSchema, json);
export const readPage = (json: unknown): Result<PageWire, string> => read(pageSchema, json);
export const readHealth = (json: unknown): Result<HealthWire, string> => read(healthSchema, json);
export const readProblems = (json: unknown): Result<readonly SourceProblemWire[], string> => {
	const answer = read(problemsSchema, json);
	return answer.ok ? ok(answer.value.problems) : answer;
};
export const readPayment = (json: unknown): Result<PaymentWire, string> => read(paymentSchema, json);
export const readAdvance = (json: unknown): Result<{ readonly seconds: number }, string> => read(advanceSchema, json);
export const readError = (json: unknown): Result<ErrorWire, string> => read(errorSchema, json);

/** A receipt for the wire, under the name of the source that gave it. */
export function receiptToWire(receipt: Receipt, source: string): ReceiptWire {
	const major = (minor: Minor | null) => (minor === null ? null : formatMajor(minor, receipt.currency));
	return {
		id: receipt.id,
		source,
		leg: receipt.leg,
		occurredAt: formatIso(receipt),
		kind: receipt.kind,
		status: receipt.status,
		amount: formatMajor(receipt.amountMinor, receipt.currency),
		tip: major(receipt.tipMinor),
		fee: major(receipt.feeMinor),
		...(receipt.netMinor === null ? {} : { net: major(receipt.netMinor) }),
		currency: receipt.currency,
		tender: receipt.tender,
		...(receipt.cardKind && { cardKind: receipt.cardKind }),
		terminalId: receipt.terminalId,
		batchNo: receipt.batchNo,
		traceNo: receipt.traceNo,
		rrn: receipt.rrn,
		authCode: receipt.authCode,
		last4: receipt.last4,
		merchantOrderNo: receipt.merchantOrderNo,
		channelOrderNo: receipt.channelOrderNo,
		originalRef: receipt.originalRef,
		settlementDate: receipt.settlementDate,
		line: receipt.line,
	};
}

/** The receipt that a checked wire receipt stands for. */
export function receiptFromWire(wire: ReceiptWire): Receipt {
	const amounts = amountsOf(wire);
	invariant(amounts, `receipt was not checked: ${wire.id}`);
	const { leg, kind, status, currency, tender, terminalId, originalRef, settlementDate, line } = wire;
	const { authCode, rrn, traceNo, batchNo, last4, merchantOrderNo, channelOrderNo, cardKind } = wire;
	return {
		...{
			id: asReceiptId(wire.id),
			leg,
			source: sayerOf(wire),
			...stampOf(wire.occurredAt),
			kind,
			status,
			...amounts,
			currency,
			tender,
			terminalId,
			originalRef,
		},
		...{ settlementDate, line, authCode, rrn, traceNo, batchNo, last4, merchantOrderNo, channelOrderNo },
		...(cardKind && { cardKind }),
	};
}

/** Whose word it is, as for a bill that is imported by hand: due times, fees and payouts follow from it. What is invented stays marked as such. */
function sayerOf({ source, format: of }: Pick<ReceiptWire, 'source' | 'format'>): string {
	return source === PRACTICE_SOURCE ? source : (of ?? source);
}

/** Coverage for the wire; its moments are shown with the offset given. */
export function coverageToWire(coverage: Coverage, offset: OffsetMinutes): CoverageWire {
	const show = (at: Instant) => formatIso({ at, offset });
	const wire = { source: coverage.source, leg: coverage.leg, from: show(coverage.interval.from), to: show(coverage.interval.to) };
	return coverage.tenders === null ? wire : { ...wire, tenders: [...coverage.tenders] };
}

/** The coverage that a checked wire coverage stands for. */
export function coverageFromWire(wire: CoverageWire): Coverage {
	return { source: sayerOf(wire), leg: wire.leg, interval: { from: stampOf(wire.from).at, to: stampOf(wire.to).at }, tenders: wire.tenders ?? null };
}

type Amounts = Pick<Receipt, 'amountMinor' | 'tipMinor' | 'feeMinor' | 'netMinor'>;

function amountsOf(wire: Pick<ReceiptWire, 'amount' | 'tip' | 'fee' | 'net' | 'currency'>): Amounts | null {
	const amountMinor = minorOf(wire.amount, wire.currency);
	const [tipMinor, feeMinor, netMinor] = [wire.tip, wire.fee, wire.net ?? null].map((text) => (text === null ? null : minorOf(text, wire.currency)));
	if (typeof amountMinor !== 'number' || tipMinor === undefined || feeMinor === undefined || netMinor === undefined) return null;
	return { amountMinor, tipMinor, feeMinor, netMinor };
}
