import { ChevronRight, Landmark, Nfc, Wallet } from 'lucide-react';
import { Link } from 'wouter';
import type { SourceEdit } from '../../../../domain/receipts/source-profiles/edits.ts';
import { confirmedField, fieldOf } from '../../../../domain/receipts/source-profiles/lookup.ts';
import type { SourceProfile } from '../../../../domain/receipts/source-profiles/profile.ts';
import type { SourceProfiles } from '../../../../storage/queries/source-profiles.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { currentDay, useServices } from '../../../shell/services.ts';
import { dueText } from './field-words.ts';
import { HolidayTable } from './holiday-table.tsx';

/** The shop's own sources first; all others, which matter on the day it changes provider. */
export function SourceList({ own, others, edits }: SourceProfiles) {
	const { text, format } = useMessages();
	const words = text.sources;
	return (
		<div className="more__form">
			<p className="cap2">{words.lead}</p>
			<section className="field" aria-labelledby="sources-own">
				<h3 className="lab" id="sources-own">
					{words.own}
				</h3>
				{own.length === 0 ? <p className="lead">{words.ownNone}</p> : <Rows profiles={own} edits={edits} />}
			</section>
			<details className="source-others">
				<summary>
					<span>
						<b>{words.others}</b> <span className="cap2">{words.othersHint(format.count(others.length))}</span>
					</span>
				</summary>
				<Rows profiles={others} edits={edits} />
			</details>
			<HolidayTable />
		</div>
	);
}

const ICONS = { terminal: Nfc, provider: Wallet, bank: Landmark } as const;

function Rows({ profiles, edits }: { readonly profiles: readonly SourceProfile[]; readonly edits: readonly SourceEdit[] }) {
	const messages = useMessages();
	const { text, format, language } = messages;
	const words = text.sources;
	const today = currentDay(useServices());
	return (
		<ul className="card">
			{profiles.map((profile) => {
				const Icon = ICONS[profile.leg];
				const due = fieldOf(profile, 'billDue', today, edits);
				const hotline = confirmedField(profile, 'hotline', today, edits)?.value ?? '';
				const changed = new Set(edits.filter((edit) => edit.profile === profile.id && edit.undoneBy === null && edit.value !== null).map(({ field }) => field))
					.size;
				return (
					<li key={profile.id}>
						<Link
							className="row more__item"
							href={`/more?section=sources&source=${encodeURIComponent(profile.id)}`}
							data-testid="source-row"
							data-profile={profile.id}
						>
							<Icon className="i" aria-hidden="true" />
							<span className="grow">
								<b>{profile.name[language]}</b>
								<span className="cap2">
									{[due ? words.listHint(dueText(messages, due.value)) : words.none, ...(hotline === '' ? [] : [hotline])].join(' · ')}
								</span>
							</span>
							{changed > 0 && <span className="chip chip--plain">{words.edited(format.count(changed))}</span>}
							<ChevronRight className="i i--s" aria-hidden="true" />
						</Link>
					</li>
				);
			})}
		</ul>
	);
}
