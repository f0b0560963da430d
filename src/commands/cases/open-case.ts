import type { CaseParty } from '../../domain/cases/case.ts';
import { type Deadline, deadlineFor, usualParty } from '../../domain/cases/deadlines.ts';
import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import type { CaseId, DiscrepancyId, SaleId } from '../../domain/ids.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import type { Problem } from '../../domain/problems.ts';
import { type AskedAbout, aboutOf } from '../../domain/receipts/source-profiles/shop-sources.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';
import { sourceOf } from '../sources/source-of.ts';

export type OpenCaseInput = {
	readonly discrepancy: DiscrepancyId;
	/** Whom to ask; the usual one of the kind if left out. */
	readonly party?: CaseParty;
	readonly note?: string | null;
};

/** `deadline` is the usual limit that comes first, with its rule and date; null where none is known. */
export type OpenedCase = { readonly case: CaseId; readonly deadline: Deadline | null };

/** 上报: opens a claim on the provider or the bank. Problems: `discrepancy_gone`, `not_allowed_now`, and those of the storage. */
export async function openCase(ports: Ports, input: OpenCaseInput): Promise<Result<OpenedCase, Problem>> {
	const discrepancy = decidable(await ports.derived.discrepancy(input.discrepancy));
	if (!discrepancy.ok) return discrepancy;
	const { kind, at } = discrepancy.value;
	const about = await payment(ports, discrepancy.value);
	const deadline = deadlineFor({ kind, at, tender: about.tender }, ports.clock.now().at, await sourceOf(ports, about));
	const party = input.party ?? usualParty(kind);
	const entry = draft(ports, 'case-opened', { ...refOf(discrepancy.value), party, deadline: deadline?.at ?? null, note: typedText(input.note) });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ case: entry.id, deadline }) : committed;
}

/** The payment as the receipt says, else as it was logged. */
async function payment(ports: Ports, { receipts, sales }: Discrepancy): Promise<AskedAbout> {
	const receipt = receipts[0] === undefined ? null : await ports.receipts.receipt(receipts[0]);
	const sale = sales[0] === undefined ? null : await ports.ledger.sale(sales[0] as SaleId);
	return aboutOf(sale ? [sale] : [], receipt ? [receipt] : []);
}
