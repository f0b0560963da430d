import type { CaseParty } from '../../domain/cases/case.ts';
import { type Deadline, deadlineFor, usualParty } from '../../domain/cases/deadlines.ts';
import { decidable, refOf } from '../../domain/discrepancies/decidable.ts';
import type { Discrepancy } from '../../domain/discrepancies/discrepancy.ts';
import type { CaseId, DiscrepancyId, SaleId } from '../../domain/ids.ts';
import type { Tender } from '../../domain/ledger/tender.ts';
import { typedText } from '../../domain/ledger/typed-text.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

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
	const deadline = deadlineFor({ kind, at, tender: await tenderOf(ports, discrepancy.value) }, ports.clock.now().at);
	const party = input.party ?? usualParty(kind);
	const entry = draft(ports, 'case-opened', { ...refOf(discrepancy.value), party, deadline: deadline?.at ?? null, note: typedText(input.note) });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ case: entry.id, deadline }) : committed;
}

/** As the receipt says, else as it was logged. */
async function tenderOf(ports: Ports, discrepancy: Discrepancy): Promise<Tender | null> {
	const [receipt] = discrepancy.receipts;
	const paid = receipt === undefined ? null : ((await ports.receipts.receipt(receipt))?.tender ?? null);
	if (paid !== null) return paid;
	const [sale] = discrepancy.sales;
	return sale === undefined ? null : ((await ports.ledger.sale(sale as SaleId))?.tender ?? null);
}
