import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { Tender } from '../../../../domain/ledger/tender.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { usePreferences } from '../../../state/preferences.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { TenderIcon } from '../../../ui/tender-icon.tsx';
import { Choice } from './choice.tsx';
import { SavedNote } from './saved-note.tsx';
import { Switch } from './switch.tsx';
import { moveTender, offeredTenders } from './tender-order.ts';
import { useSettings } from './use-settings.ts';

/** How the keypad lies, which tenders have a key and in which order, and whether a sale is heard. */
export function KeysSection() {
	const { text } = useMessages();
	const { keypad, sound, set } = usePreferences();
	const { keys } = text.more;
	return (
		<div className="more__form">
			<Choice
				label={keys.layout}
				value={keypad}
				options={[
					{ value: 'calculator', name: keys.calculator, hint: keys.calculatorHint },
					{ value: 'phone', name: keys.phone, hint: keys.phoneHint },
				]}
				onChange={(value) => set({ keypad: value })}
			/>
			<TenderOrder />
			<div className="card">
				<div className="row">
					<span className="grow">
						<b id="more-sound">{keys.sound}</b> <span className="cap2">{keys.soundHint}</span>
					</span>
					<Switch on={sound} labelledBy="more-sound" onChange={(on) => set({ sound: on })} />
				</div>
			</div>
		</div>
	);
}

function TenderOrder() {
	const { text, format } = useMessages();
	const { shop } = useServices();
	const [tenders, setTenders] = useState<readonly Tender[]>(shop.tenders);
	const { save, busy, problem, saved } = useSettings();
	const change = async (next: readonly Tender[]) => {
		const before = tenders;
		setTenders(next);
		if (!(await save({ tenders: next }))) setTenders(before);
	};
	const { keys } = text.more;
	return (
		<section className="field" aria-labelledby="more-tenders">
			<h3 className="lab" id="more-tenders">
				{keys.tenders}
			</h3>
			<ol className="card">
				{offeredTenders(tenders).map((tender) => {
					const name = text.common.tender[tender];
					const place = tenders.indexOf(tender);
					return (
						<li className="row more__tender" key={tender}>
							<span className="more__place b">{place >= 0 ? format.count(place + 1) : ''}</span>
							<TenderIcon tender={tender} />
							<b className="grow">{name}</b>
							<button
								type="button"
								className="btn btn--quiet"
								aria-label={keys.up(name)}
								disabled={busy || place <= 0}
								onClick={() => change(moveTender(tenders, tender, -1))}
							>
								<ArrowUp className="i i--s" aria-hidden="true" />
							</button>
							<button
								type="button"
								className="btn btn--quiet"
								aria-label={keys.down(name)}
								disabled={busy || place < 0 || place === tenders.length - 1}
								onClick={() => change(moveTender(tenders, tender, 1))}
							>
								<ArrowDown className="i i--s" aria-hidden="true" />
							</button>
							<Switch
								on={place >= 0}
								label={keys.show(name)}
								disabled={busy || (place >= 0 && tenders.length === 1)}
								onChange={(on) => change(on ? [...tenders, tender] : tenders.filter((other) => other !== tender))}
							/>
						</li>
					);
				})}
			</ol>
			<p className="cap">{keys.tendersHint}</p>
			{problem && <ProblemNote problem={problem} />}
			<SavedNote count={saved} />
		</section>
	);
}
