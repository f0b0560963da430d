import { Phone } from 'lucide-react';
import { Link } from 'wouter';
import type { CaseParty } from '../../../domain/cases/case.ts';
import type { LimitsOf } from '../../../domain/cases/deadlines.ts';
import { CONTACT_FIELDS } from '../../../domain/receipts/source-profiles/fields.ts';
import { confirmedField, profileOf } from '../../../domain/receipts/source-profiles/lookup.ts';
import type { BusinessDay } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import './contact-line.css';

type Props = {
	/** Of the payment; the bank is asked by its own. */
	readonly source: LimitsOf;
	readonly party?: CaseParty;
	readonly day: BusinessDay;
};

/** Whom to call and where to write, with who says so; what they usually ask for. */
export function ContactLine({ source, party = 'provider', day }: Props) {
	const { text, language } = useMessages();
	const words = text.contact;
	const profile = party === 'bank' ? profileOf('bank') : source.profile;
	const { edits } = source;
	const ways = CONTACT_FIELDS.flatMap((field) => {
		const found = confirmedField(profile, field, day, edits);
		return found && found.value !== '' ? [{ field, found }] : [];
	});
	const materials = confirmedField(profile, 'materials', day, edits)?.value ?? [];
	const shipped = ways.find(({ found }) => found.by === 'shipped')?.found.shipped;
	return (
		<div className="contact" data-testid="contact" data-profile={profile.id}>
			<p className="contact__ways">
				<Phone className="i i--s" aria-hidden="true" />
				<b>{words.title(profile.name[language])}</b>
				{ways.map(({ field, found }) => (
					<span key={field} className="contact__way">
						{found.value}
					</span>
				))}
				{ways.length === 0 && <span>{words.none}</span>}
				<Link className="contact__fill" href={`/more?section=sources&source=${encodeURIComponent(profile.id)}`}>
					{ways.length === 0 ? words.fill : text.sources.change}
				</Link>
			</p>
			{ways.length > 0 && <p className="cap">{shipped ? words.confirm(shipped.asOf) : words.own}</p>}
			{materials.length > 0 && (
				<p className="cap">{words.materials(materials.map((code) => text.sources.material[code]).join(language === 'en' ? '; ' : '；'))}</p>
			)}
		</div>
	);
}
