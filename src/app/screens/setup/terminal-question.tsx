import { Plus, X } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';
import { SETUP_TERMINALS_MAX } from './setup-answers.ts';

type Props = { readonly names: readonly string[]; readonly onChange: (names: readonly string[]) => void };

/** Terminals by name; an empty name stands for its place. */
export function TerminalQuestion({ names, onChange }: Props) {
	const { text } = useMessages();
	return (
		<fieldset className="setup__q">
			<legend className="setup__qh">
				<span className="kbd" aria-hidden="true">
					2
				</span>
				{text.setup.terminals}
			</legend>
			<div className="setup__terminals">
				{names.map((name, index) => {
					const place = String(index + 1);
					return (
						// A terminal has no identity but its place until the shop is recorded.
						<div className="setup__terminal" key={place}>
							<input
								className="input"
								aria-label={text.setup.terminalLabel(place)}
								placeholder={text.setup.terminal(place)}
								value={name}
								maxLength={40}
								enterKeyHint="done"
								onChange={(event) => onChange(names.map((other, at) => (at === index ? event.target.value : other)))}
							/>
							{names.length > 1 && (
								<button
									type="button"
									className="btn btn--quiet"
									aria-label={text.setup.removeTerminal(name.trim() || text.setup.terminal(place))}
									onClick={() => onChange(names.filter((_, at) => at !== index))}
								>
									<X className="i i--s" aria-hidden="true" />
								</button>
							)}
						</div>
					);
				})}
				{names.length < SETUP_TERMINALS_MAX && (
					<button type="button" className="btn" onClick={() => onChange([...names, ''])}>
						<Plus className="i i--s" aria-hidden="true" />
						{text.setup.addTerminal}
					</button>
				)}
			</div>
		</fieldset>
	);
}
