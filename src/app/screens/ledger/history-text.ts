import type { Entry } from '../../../domain/entries.ts';
import type { SaleAnnotated } from '../../../domain/ledger/entries.ts';
import type { HistoryStep } from '../../../storage/queries/ledger/ledger-sale.ts';
import type { Messages } from '../../messages/messages-context.ts';

/** A step in the life of a record in words: what it was, and who with which particulars. */
export type StepText = { readonly title: string; readonly detail: string };

export function stepText(step: HistoryStep, saleId: string, messages: Messages): StepText {
	const { text } = messages;
	if (step.kind === 'receipt') {
		const how = step.origin === 'feed' ? text.ledger.detail.feed : text.ledger.detail.file(step.name);
		return { title: text.ledger.steps.receipt, detail: joined([how, text.evidence.leg[step.receipt.leg]]) };
	}
	return { title: titleOf(step.entry, saleId, messages), detail: joined([step.actor, ...particulars(step.entry, saleId, messages)]) };
}

function titleOf(entry: Entry, saleId: string, { text, format }: Messages): string {
	const { steps, detail } = text.ledger;
	if (entry.kind === 'refund-recorded' && entry.id !== saleId) return detail.refunded(format.money(entry.body.amountMinor, entry.body.currency));
	if (entry.kind === 'sale-recorded' && entry.body.state !== 'paid_confirmed') return joined([steps['sale-recorded'], text.common.saleState[entry.body.state]]);
	return entry.kind in steps ? steps[entry.kind as keyof typeof steps] : steps.other;
}

function particulars(entry: Entry, saleId: string, messages: Messages): (string | null)[] {
	const { text, format } = messages;
	const { detail } = text.ledger;
	switch (entry.kind) {
		case 'sale-recorded':
		case 'refund-recorded': {
			const { body } = entry;
			if (entry.id !== saleId) return [];
			return [
				body.outageId === null ? null : detail.outage,
				body.enteredFor === null ? null : detail.enteredLater(format.moment(body.enteredFor.at, body.enteredFor.offset)),
				body.clockSuspect ? detail.clockSuspect : null,
			];
		}
		case 'sale-reversed':
			return [detail.reversedWhy[entry.body.reason]];
		case 'sale-annotated':
			return annotated(entry.body, messages);
		case 'discrepancy-explained':
			return [text.queue.explain.reasons[entry.body.reason], entry.body.note];
		case 'discrepancy-assigned':
			return [detail.to(entry.body.to), entry.body.note];
		case 'discrepancy-snoozed':
			return [detail.until(format.moment(entry.body.until, entry.offset))];
		case 'discrepancy-written-off':
			return [entry.body.reason];
		case 'discrepancy-entered':
		case 'discrepancy-collected':
		case 'case-opened':
			return [entry.body.note];
		default:
			return [];
	}
}

function annotated(change: SaleAnnotated, { text }: Messages): (string | null)[] {
	const { detail } = text.ledger;
	const named = (name: string, value: string | null) => `${name} ${value ?? detail.cleared}`;
	return [
		change.state === undefined ? null : text.common.saleState[change.state],
		change.tender === undefined ? null : detail.tender(text.common.tender[change.tender]),
		change.terminalId === undefined ? null : detail.terminal(change.terminalId ?? '—'),
		...Object.entries(change.keys ?? {}).map(([key, value]) => named(text.common.keys[key as keyof typeof text.common.keys], value)),
		change.paperSlipNo === undefined ? null : named(text.panels.slipNo, change.paperSlipNo),
		change.note === undefined ? null : named(text.common.note, change.note),
	];
}

function joined(parts: readonly (string | null)[]): string {
	return parts.filter((part) => part !== null && part !== '').join(' · ');
}
