import { SHOP_DEFAULT } from '../../../domain/ledger/shop.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { TenderIcon } from '../../ui/tender-icon.tsx';
import { toggleTender } from './setup-answers.ts';

type Props = { readonly tenders: readonly Tender[]; readonly onChange: (tenders: readonly Tender[]) => void };

/** Which tenders, in which order: the order of the keys. */
export function TenderQuestion({ tenders, onChange }: Props) {
	const { text } = useMessages();
	return (
		<fieldset className="setup__q">
			<legend className="setup__qh">
				<span className="kbd" aria-hidden="true">
					3
				</span>
				{text.setup.tenders}
			</legend>
			<div className="setup__tenders">
				{SHOP_DEFAULT.tenders.map((tender) => {
					const place = tenders.indexOf(tender) + 1;
					return (
						<button key={tender} type="button" className="setup__tender" aria-pressed={place > 0} onClick={() => onChange(toggleTender(tenders, tender))}>
							<TenderIcon tender={tender} className="i i--l" />
							<b>{text.common.tender[tender]}</b>
							{place > 0 && (
								<span className="setup__place">
									<span className="sr">{text.setup.tenderPlace(String(place))}</span>
									<span aria-hidden="true">{place}</span>
								</span>
							)}
						</button>
					);
				})}
			</div>
			<p className="cap">{text.setup.tendersHint}</p>
		</fieldset>
	);
}
