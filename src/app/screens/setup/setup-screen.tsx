import { useState } from 'react';
import { configureShop } from '../../../commands/ledger/configure-shop.ts';
import { SHOP_DEFAULT } from '../../../domain/ledger/shop.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import './setup.css';
import { terminalsOf } from './setup-answers.ts';
import { SetupCover } from './setup-cover.tsx';
import { TenderQuestion } from './tender-question.tsx';
import { TerminalQuestion } from './terminal-question.tsx';

/**
 * The first start: three questions with answers that already stand there, so that it can be left at any moment.
 * The shell goes on by itself as soon as the shop is recorded.
 */
export function SetupScreen() {
	const { text } = useMessages();
	const { ports, device } = useServices();
	const [name, setName] = useState('');
	const [terminals, setTerminals] = useState<readonly string[]>(['']);
	const [tenders, setTenders] = useState<readonly Tender[]>(SHOP_DEFAULT.tenders);
	const { run, busy, problem } = useCommand();
	const finish = () => run(() => configureShop(ports, { name, terminals: terminalsOf(terminals, text.setup.terminal), tenders }));
	return (
		<div className="setup">
			<div className="pair pair--auto is-joined setup__ticket">
				<SetupCover />
				<section className="half half--theirs setup__ask" aria-labelledby="setup-title">
					<h1 className="h1" id="setup-title">
						{text.setup.title}
					</h1>
					<div className="setup__questions">
						<div className="setup__q">
							<label className="setup__qh" htmlFor="setup-name">
								<span className="kbd" aria-hidden="true">
									1
								</span>
								{text.setup.shopName}
							</label>
							<input
								className="input"
								id="setup-name"
								value={name}
								placeholder={text.setup.shopNameHint}
								autoComplete="organization"
								enterKeyHint="done"
								maxLength={80}
								onChange={(event) => setName(event.target.value)}
							/>
						</div>
						<TerminalQuestion names={terminals} onChange={setTerminals} />
						<TenderQuestion tenders={tenders} onChange={setTenders} />
					</div>
					{problem && <ProblemNote problem={problem} onRetry={finish} />}
					<div className="setup__acts">
						{device && (
							<button type="button" className="btn" onClick={device.enterPractice}>
								{text.setup.practise}
								<small>{text.setup.practiseHint}</small>
							</button>
						)}
						<button type="button" className="btn btn--go" data-testid="setup-finish" disabled={busy} onClick={finish}>
							{text.setup.finish}
							<small>{text.setup.finishHint}</small>
						</button>
					</div>
				</section>
			</div>
		</div>
	);
}
