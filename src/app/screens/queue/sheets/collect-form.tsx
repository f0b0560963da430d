import { useState } from 'react';
import { collectAgain } from '../../../../commands/discrepancies/collect-again.ts';
import { QUERY_WAYS, type QueryWay } from '../../../../domain/discrepancies/entries.ts';
import type { Tender } from '../../../../domain/ledger/tender.ts';
import { ok } from '../../../../domain/result.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { ChoiceChips } from '../../../ui/choice/choice-chips.tsx';
import type { FormProps } from '../form-props.ts';

/** 补收款: only behind the question whether the first payment was looked for, and with the customer there. */
export function CollectForm({ detail, money, busy, submit }: FormProps) {
	const { text } = useMessages();
	const { ports, shop } = useServices();
	const preferred = usePreferences((preferences) => preferences.terminalId);
	const [queried, setQueried] = useState<QueryWay | 'found' | null>(null);
	const [present, setPresent] = useState(false);
	const [tender, setTender] = useState<Tender>(detail.sales[0]?.tender ?? shop.tenders[0] ?? 'card');
	const [terminalId, setTerminalId] = useState<string | null>(detail.sales[0]?.terminalId ?? preferred ?? shop.terminals[0]?.id ?? null);
	const words = text.queue.collect;
	const send = () => {
		if (queried === null || queried === 'found') return;
		submit(text.queue.did.collect(money), async () => {
			const taken = await collectAgain(ports, { discrepancy: detail.discrepancy.id, queried, tender, terminalId, cashier: ports.actor() });
			return taken.ok ? ok({ decisions: [taken.value.decision] }) : taken;
		});
	};
	const passed = queried !== null && queried !== 'found';
	return (
		<form
			className="queue-form"
			onSubmit={(event) => {
				event.preventDefault();
				send();
			}}
		>
			<p className="h2">{words.gate}</p>
			<ChoiceChips
				label={words.gateHint}
				choices={[...QUERY_WAYS.map((way) => ({ value: way, label: words.ways[way] })), { value: 'found', label: words.none } as const]}
				value={queried}
				onChange={setQueried}
			/>
			{queried === 'found' && <p className="say">{words.noneHint}</p>}
			{passed && (
				<>
					<label className="queue-check">
						<input type="checkbox" checked={present} onChange={(event) => setPresent(event.target.checked)} />
						<span>{words.present}</span>
					</label>
					<ChoiceChips
						label={words.how}
						choices={shop.tenders.map((one) => ({ value: one, label: text.common.tender[one] }))}
						value={tender}
						onChange={setTender}
					/>
					{shop.terminals.length > 1 && tender !== 'cash' && (
						<ChoiceChips
							label={words.terminal}
							choices={shop.terminals.map(({ id, name }) => ({ value: id, label: name }))}
							value={terminalId}
							onChange={setTerminalId}
						/>
					)}
					<p className="cap2">{words.fact}</p>
				</>
			)}
			<button type="submit" className="btn btn--go btn--big" disabled={!passed || !present || busy}>
				{words.done(money)}
			</button>
		</form>
	);
}
