import { type FormEvent, useState } from 'react';
import { annotateSale } from '../../../commands/ledger/annotate-sale.ts';
import { type PaymentKeys, SALE_STATES, type Sale, type SaleState } from '../../../domain/ledger/sale.ts';
import { isTender } from '../../../domain/ledger/tender.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../problem-note.tsx';
import { Sheet } from '../sheet.tsx';
import { useCommand } from '../use-command.ts';
import './add-sheet.css';

type Props = { readonly sale: Sale | null; readonly onClose: () => void; readonly onAdded: () => void; readonly onRefund: (sale: Sale) => void };

/** 补充: everything here is optional and can come after the save; it never stands between two sales. */
export function AddSheet({ sale, onClose, onAdded, onRefund }: Props) {
	const { text, format } = useMessages();
	return (
		<Sheet open={sale !== null} onClose={onClose} title={sale ? text.panels.addTitle(format.count(sale.number)) : ''} closeLabel={text.common.close}>
			{sale && <AddForm key={sale.id} sale={sale} onAdded={onAdded} onRefund={onRefund} />}
		</Sheet>
	);
}

const KEY_FIELDS = ['traceNo', 'last4', 'channelOrderNo', 'authCode', 'rrn'] as const satisfies readonly (keyof PaymentKeys)[];

function AddForm({ sale, onAdded, onRefund }: { readonly sale: Sale } & Pick<Props, 'onAdded' | 'onRefund'>) {
	const { text, format } = useMessages();
	const { ports, shop } = useServices();
	const { run, busy, problem } = useCommand();
	const [state, setState] = useState<SaleState>(sale.state);

	const submit = async (event: FormEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const field = (name: string) => String(form.get(name) ?? '').trim() || null;
		const keys = Object.fromEntries(KEY_FIELDS.map((key) => [key, field(key)]));
		const tender = field('tender');
		const change = {
			keys,
			state,
			...(tender && isTender(tender) ? { tender } : {}),
			terminalId: field('terminalId'),
			paperSlipNo: field('paperSlipNo'),
			note: field('note'),
		};
		if (await run(() => annotateSale(ports, { sale: sale.id, ...change }))) onAdded();
	};
	return (
		<form className="add" onSubmit={submit} autoComplete="off">
			<p className="cap2">{text.panels.addHint}</p>
			{problem && <ProblemNote problem={problem} />}
			<fieldset className="field">
				<legend className="lab">{text.panels.state}</legend>
				<div className="add__states">
					{SALE_STATES.map((value) => (
						<button key={value} type="button" className="btn" aria-pressed={state === value} onClick={() => setState(value)}>
							{text.sell.kinds[value]}
						</button>
					))}
				</div>
			</fieldset>
			{KEY_FIELDS.map((key) => (
				<div className="field" key={key}>
					<label htmlFor={`add-${key}`}>{key === 'channelOrderNo' ? text.panels.orderTail : text.common.keys[key]}</label>
					<input
						id={`add-${key}`}
						name={key}
						className="input"
						inputMode={key === 'authCode' ? 'text' : 'numeric'}
						defaultValue={sale.keys[key] ?? ''}
						placeholder={text.panels.lastDigits}
						maxLength={40}
					/>
				</div>
			))}
			<div className="field">
				<label htmlFor="add-slip">{text.panels.slipNo}</label>
				<input id="add-slip" name="paperSlipNo" className="input" defaultValue={sale.paperSlipNo ?? ''} maxLength={40} />
			</div>
			<div className="field">
				<label htmlFor="add-note">{text.common.note}</label>
				<input id="add-note" name="note" className="input" defaultValue={sale.note ?? ''} placeholder={text.panels.noteHint} maxLength={200} />
			</div>
			<div className="field">
				<label htmlFor="add-tender">{text.panels.changeTender}</label>
				<select id="add-tender" name="tender" className="input" defaultValue={sale.tender}>
					{[...new Set([...shop.tenders, sale.tender])].map((tender) => (
						<option key={tender} value={tender}>
							{text.common.tender[tender]}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="add-terminal">{text.panels.changeTerminal}</label>
				<select id="add-terminal" name="terminalId" className="input" defaultValue={sale.terminalId ?? ''}>
					<option value="">—</option>
					{shop.terminals.map((terminal) => (
						<option key={terminal.id} value={terminal.id}>
							{terminal.name}
						</option>
					))}
				</select>
			</div>
			<p className="cap">{text.panels.photoLater}</p>
			<div className="add__acts">
				<button type="submit" className="btn btn--go btn--big" disabled={busy}>
					{text.common.save}
				</button>
				{sale.kind === 'sale' && (
					<button type="button" className="btn btn--big" onClick={() => onRefund(sale)}>
						{text.panels.refundThis} {format.money(sale.amountMinor, sale.currency)}
					</button>
				)}
			</div>
		</form>
	);
}
