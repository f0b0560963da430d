import { Unplug } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Minor } from '../../../domain/money.ts';
import { type Instant, MINUTE_MS } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';

type Props = {
	readonly startedAt: Instant;
	readonly during: { readonly count: number; readonly sumMinor: Minor };
	readonly onHelp: () => void;
	readonly onEnd: () => void;
};

/** The amber tape across the till while the terminal is offline. The keypad stays as it was. */
export function OutageBand({ startedAt, during, onHelp, onEnd }: Props) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const [now, setNow] = useState(() => ports.clock.now().at);
	useEffect(() => {
		const timer = setInterval(() => setNow(ports.clock.now().at), 15_000);
		return () => clearInterval(timer);
	}, [ports]);
	const minutes = Math.max(0, Math.floor((now - startedAt) / MINUTE_MS));
	return (
		<section className="band" aria-label={text.panels.outage.title}>
			<Unplug className="i" aria-hidden="true" />
			<div className="grow">
				<b>{text.panels.outage.band(format.count(minutes))}</b>
				<span>{text.panels.outage.during(format.count(during.count), format.money(during.sumMinor))}</span>
				<span className="due">{text.panels.outage.upload}</span>
			</div>
			<button type="button" className="btn" onClick={onHelp}>
				{text.panels.outage.help}
			</button>
			<button type="button" className="btn btn--go" onClick={onEnd}>
				{text.panels.outage.end}
			</button>
		</section>
	);
}
