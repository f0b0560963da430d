import { ChevronLeft, Undo2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { SourceEdit } from '../../../../domain/receipts/source-profiles/edits.ts';
import { CONTACT_FIELDS, LIMIT_FIELDS, type ProfileField } from '../../../../domain/receipts/source-profiles/fields.ts';
import { fieldOf, shippedProfile } from '../../../../domain/receipts/source-profiles/lookup.ts';
import type { SourceProfile } from '../../../../domain/receipts/source-profiles/profile.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { currentDay, useServices } from '../../../shell/services.ts';
import { useWide } from '../../../state/use-wide.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { SOURCE_LIST } from '../sections.ts';
import { SavedNote } from '../settings/saved-note.tsx';
import { FieldRow } from './field-row.tsx';
import { useSourceEdits } from './use-source-edits.ts';

const GROUPS = {
	bill: ['billDue', 'dayCut', 'zone'],
	limits: LIMIT_FIELDS,
	contacts: CONTACT_FIELDS,
	payout: ['payout', 'closedDays'],
	fees: ['fees'],
	materials: ['materials'],
} as const satisfies Readonly<Record<string, readonly ProfileField[]>>;

type Props = { readonly profile: SourceProfile; readonly edits: readonly SourceEdit[] };

/** Everything that is known of one source, each with its origin; what the shop knows better is set here. */
export function SourceEditor({ profile, edits }: Props) {
	const { text, language } = useMessages();
	const services = useServices();
	// In a narrow window the page's own arrow leads back to the list.
	const wide = useWide();
	const recording = useSourceEdits();
	const heading = useRef<HTMLHeadingElement>(null);
	const words = text.sources;
	const today = currentDay(services);
	useEffect(() => heading.current?.focus(), []);
	const formats = profile.speaksFor.map((id) => (id in text.importing.formats ? text.importing.formats[id as keyof typeof text.importing.formats] : id));
	return (
		<div className="more__form source-editor" data-testid="source-editor" data-profile={profile.id}>
			<header className="source-editor__head">
				{wide && (
					<Link className="btn btn--quiet" href={SOURCE_LIST} aria-label={words.backToList}>
						<ChevronLeft className="i" aria-hidden="true" />
					</Link>
				)}
				<div className="grow">
					<h3 className="h2" tabIndex={-1} ref={heading}>
						{profile.name[language]}
					</h3>
					<p className="cap2">
						{words.leg[profile.leg]}
						{formats.length > 0 && shippedProfile(profile.id) !== null && <> · {words.speaksFor(formats.join(language === 'en' ? ', ' : '、'))}</>}
					</p>
				</div>
			</header>
			{shippedProfile(profile.id) === null && <p className="say">{words.unknown}</p>}
			<div className="source-editor__said">
				{recording.problem && <ProblemNote problem={recording.problem} onClose={recording.clear} />}
				{recording.undone ? <p role="status">{words.undone}</p> : <SavedNote count={recording.saved} />}
				{recording.last !== null && (
					<button type="button" className="btn" disabled={recording.busy} onClick={recording.undo}>
						<Undo2 className="i i--s" aria-hidden="true" />
						{words.undo}
					</button>
				)}
			</div>
			{(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => (
				<section key={group} className="field" aria-labelledby={`source-${group}`}>
					<h4 className="h3" id={`source-${group}`}>
						{words.group[group]}
					</h4>
					<p className="cap">{words.groupHint[group]}</p>
					<ul className="card">
						{GROUPS[group].map((field) => (
							<FieldRow key={field} profile={profile.id} field={field} found={fieldOf(profile, field, today, edits)} today={today} edits={recording} />
						))}
					</ul>
				</section>
			))}
		</div>
	);
}
