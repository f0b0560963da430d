import { Plus, Trash2 } from 'lucide-react';
import type { Terminal } from '../../../../domain/ledger/shop.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { freeTerminalId } from './terminals.ts';

type Props = { readonly terminals: readonly Terminal[]; readonly onChange: (terminals: readonly Terminal[]) => void };

/** A row a terminal: what it is called here, the number on its slips, and who runs it. */
export function TerminalRows({ terminals, onChange }: Props) {
	const { text } = useMessages();
	const words = text.more.shop;
	const change = (at: number, part: Partial<Terminal>) => onChange(terminals.map((terminal, index) => (index === at ? { ...terminal, ...part } : terminal)));
	return (
		<div className="more__terminals">
			{terminals.map((terminal, index) => {
				const place = String(index + 1);
				return (
					// Rows have no identity but their place while they are typed: the terminal's own number is one of the fields.
					<div className="more__terminal" key={place}>
						<input
							className="input"
							aria-label={`${words.terminalName} ${place}`}
							placeholder={words.terminalName}
							value={terminal.name}
							maxLength={40}
							onChange={(event) => change(index, { name: event.target.value })}
						/>
						<input
							className="input"
							aria-label={`${words.terminalId} ${place}`}
							placeholder={words.terminalId}
							value={terminal.id}
							maxLength={40}
							autoComplete="off"
							onChange={(event) => change(index, { id: event.target.value })}
						/>
						<input
							className="input"
							aria-label={`${words.provider} ${place}`}
							placeholder={words.providerHint}
							value={terminal.provider}
							maxLength={40}
							onChange={(event) => change(index, { provider: event.target.value })}
						/>
						<button
							type="button"
							className="btn btn--quiet"
							aria-label={words.remove(terminal.name || terminal.id)}
							onClick={() => onChange(terminals.filter((_, at) => at !== index))}
						>
							<Trash2 className="i i--s" aria-hidden="true" />
						</button>
					</div>
				);
			})}
			<button type="button" className="btn" onClick={() => onChange([...terminals, { id: freeTerminalId(terminals), name: '', provider: '' }])}>
				<Plus className="i i--s" aria-hidden="true" />
				{words.add}
			</button>
		</div>
	);
}
