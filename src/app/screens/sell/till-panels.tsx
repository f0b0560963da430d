import { endOutage } from '../../../commands/ledger/end-outage.ts';
import { startOutage } from '../../../commands/ledger/start-outage.ts';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { OpenOutage } from '../../../storage/queries/open-outage.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { useOutageSwitch } from '../../state/outage-switch.ts';
import { prepareRefund, useTill } from '../../state/till.ts';
import { AddSheet } from '../../ui/add-sheet/add-sheet.tsx';
import type { CommandRun } from '../../ui/use-command.ts';
import { KindSheet } from './kind-sheet.tsx';
import { OutageBand } from './outage-band.tsx';
import { OutageHelp, OutageSheet } from './outage-panel.tsx';

export type TillPanel = { readonly kind: 'choose' } | { readonly kind: 'add'; readonly sale: Sale } | { readonly kind: 'help' } | null;

type Props = {
	readonly panel: TillPanel;
	readonly outage: OpenOutage | null;
	readonly terminalId: string | null;
	readonly run: CommandRun['run'];
	readonly onPanel: (panel: TillPanel) => void;
	readonly onNote: (note: string) => void;
};

/** What stands around the keypad and is no part of a sale; fetched after the first paint. */
export function TillPanels({ panel, outage, terminalId, run, onPanel, onNote }: Props) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const next = useTill((till) => till.next);
	const outageSwitch = useOutageSwitch();
	const close = () => onPanel(null);
	const stopOutage = async () => {
		const ended = await run(() => endOutage(ports));
		close();
		if (ended) onNote(text.panels.outage.ended(format.count(ended.count), format.money(ended.sumMinor)));
	};
	return (
		<>
			{outage && (
				<OutageBand
					startedAt={outage.startedAt}
					during={outage.during}
					onHelp={() => onPanel(panel?.kind === 'help' ? null : { kind: 'help' })}
					onEnd={stopOutage}
				/>
			)}
			{panel?.kind === 'help' && outage && <OutageHelp onClose={close} />}
			<KindSheet
				open={panel?.kind === 'choose'}
				next={next}
				onClose={close}
				onChoose={(chosen) => {
					useTill.setState({ next: chosen });
					close();
				}}
			/>
			<AddSheet
				sale={panel?.kind === 'add' ? panel.sale : null}
				onClose={close}
				onAdded={() => {
					close();
					onNote(text.sell.added);
				}}
				onRefund={(sale) => {
					close();
					prepareRefund(sale.id, sale.amountMinor);
				}}
			/>
			<OutageSheet
				open={outageSwitch.asked && !outage}
				onClose={outageSwitch.settle}
				onChoose={async (cause) => {
					outageSwitch.settle();
					await run(() => startOutage(ports, { terminalId, cause }));
				}}
			/>
		</>
	);
}
