import { useMessages } from '../messages/messages-context.ts';
import { usePreferences } from '../state/preferences.ts';
import { Sheet } from '../ui/sheet.tsx';
import { useServices } from './services.ts';

/** Who is at the till and at which terminal: chosen once, remembered until changed. */
export function WhoSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
	const { text } = useMessages();
	const { shop } = useServices();
	const { cashier, terminalId, set } = usePreferences();
	const chosenCashier = cashier ?? shop.cashiers[0];
	const chosenTerminal = terminalId ?? shop.terminals[0]?.id;
	return (
		<Sheet open={open} onClose={onClose} title={text.status.whoTitle} closeLabel={text.common.done}>
			<div className="who__list">
				{shop.cashiers.length === 0 && <p className="cap2">{text.status.noCashier}</p>}
				{shop.cashiers.map((name) => (
					<button key={name} type="button" className="btn btn--big" aria-pressed={name === chosenCashier} onClick={() => set({ cashier: name })}>
						{name}
					</button>
				))}
			</div>
			<h3 className="h3">{text.status.chooseTerminal}</h3>
			<div className="who__list">
				{shop.terminals.map((terminal) => (
					<button
						key={terminal.id}
						type="button"
						className="btn btn--big"
						aria-pressed={terminal.id === chosenTerminal}
						onClick={() => set({ terminalId: terminal.id })}
					>
						{terminal.name}
					</button>
				))}
			</div>
		</Sheet>
	);
}
