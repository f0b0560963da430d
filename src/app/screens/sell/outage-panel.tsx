import { X } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';
import { Sheet } from '../../ui/sheet.tsx';

const CAUSES = ['shop_network', 'carrier', 'provider', 'unknown'] as const;
export type OutageCause = (typeof CAUSES)[number];

/** Asks the one thing worth asking when a terminal goes offline. */
export function OutageSheet({
	open,
	onChoose,
	onClose,
}: {
	readonly open: boolean;
	readonly onChoose: (cause: OutageCause) => void;
	readonly onClose: () => void;
}) {
	const { text } = useMessages();
	return (
		<Sheet open={open} onClose={onClose} title={text.panels.outage.ask} closeLabel={text.common.close}>
			<div className="sell__choices">
				{CAUSES.map((cause) => (
					<button key={cause} type="button" className="btn btn--big btn--wide" onClick={() => onChoose(cause)}>
						{text.panels.outage.causes[cause]}
					</button>
				))}
			</div>
		</Sheet>
	);
}

/** 怎么办: lies beside the keypad, never over it, so that selling goes on while it is read. */
export function OutageHelp({ onClose }: { readonly onClose: () => void }) {
	const { text } = useMessages();
	return (
		<aside className="todo sheet" aria-label={text.panels.help.title}>
			<header className="recents__head">
				<h2 className="h2 grow">{text.panels.help.title}</h2>
				<button type="button" className="btn btn--quiet" aria-label={text.common.close} onClick={onClose}>
					<X className="i" aria-hidden="true" />
				</button>
			</header>
			<ol>
				{text.panels.help.steps.map((step, index) => (
					<li key={step}>
						<span className="kbd" aria-hidden="true">
							{index + 1}
						</span>
						<span className="lead">{step}</span>
					</li>
				))}
			</ol>
			<p className="say">{text.panels.help.tell}</p>
		</aside>
	);
}
