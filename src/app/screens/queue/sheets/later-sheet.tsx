import { ok } from '../../../../domain/result.ts';
import { zoneOffset } from '../../../../domain/time.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { laterChoices } from '../later-choices.ts';
import { putOff } from '../queue-commands.ts';
import type { Decide, Done } from '../use-decisions.ts';

type Props = { readonly open: boolean; readonly onClose: () => void; readonly last: Done; readonly decide: Decide };

/** Another moment for what was just put off. Undoing takes back both. */
export function LaterSheet({ open, onClose, last, decide }: Props) {
	const { text, format } = useMessages();
	const { ports, shop } = useServices();
	const { discrepancy } = last;
	const words = text.queue.later;
	const money = format.money(discrepancy.amountMinor, discrepancy.currency);
	return (
		<Sheet open={open} onClose={onClose} title={words.title} closeLabel={text.common.cancel}>
			<div className="queue-laters">
				{laterChoices(ports.clock.now().at, shop.zone).map(({ code, at }) => {
					const when = format.moment(at, zoneOffset(shop.zone, at));
					const choose = async () => {
						const done = await decide({ action: 'later', discrepancy, words: text.queue.did.later(money, when) }, async () => {
							const snoozed = await putOff(ports, discrepancy, at);
							return snoozed.ok ? ok({ decisions: [...last.decisions, ...snoozed.value.decisions] }) : snoozed;
						});
						if (done) onClose();
					};
					return (
						<button key={code} type="button" className="btn btn--big" onClick={choose}>
							<b>{words[code]}</b> <span className="cap2">{when}</span>
						</button>
					);
				})}
			</div>
		</Sheet>
	);
}
