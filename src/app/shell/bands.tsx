import { CirclePlay, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { zoneOffset } from '../../domain/time.ts';
import { useMessages } from '../messages/messages-context.ts';
import { useAppUpdate } from '../state/app-update.ts';
import { useConnection } from '../state/connection.ts';
import { useTill } from '../state/till.ts';
import { Comparing } from './comparing.tsx';
import { useServices } from './services.ts';

/** So long a cut network stays a light only: most cuts are over by then. */
const OFFLINE_BAND_AFTER_MS = 35_000;

/** Where nothing may move under the finger, and where the comparison is shown by the screen itself. */
const WITHOUT_COMPARING = ['/sell', '/import'];

/** What concerns every screen: practice, a network that stays away, a comparison that lasts, a version that waits. */
export function Bands() {
	const { text, format } = useMessages();
	const { mode, ports, shop, device } = useServices();
	const { network, since } = useConnection();
	const [path] = useLocation();
	const long = useLongOffline(network === 'offline' ? since : null);
	return (
		<div className="bands">
			{mode === 'practice' && (
				<section className="band band--practice" aria-label={text.status.practice}>
					<CirclePlay className="i" aria-hidden="true" />
					<div className="grow">
						<b>{text.status.practice}</b> <span>{text.status.practiceText}</span>
					</div>
					<button type="button" className="btn" onClick={device.leavePractice}>
						{text.status.practiceEnd}
					</button>
				</section>
			)}
			{long && since !== null && (
				<section className="band band--quiet" role="status">
					<WifiOff className="i" aria-hidden="true" />
					<span className="grow">{text.status.offlineBanner(format.minute(since, zoneOffset(shop.zone, ports.clock.now().at)))}</span>
				</section>
			)}
			{!WITHOUT_COMPARING.includes(path) && <Comparing />}
			<UpdateChip />
		</div>
	);
}

function useLongOffline(since: number | null): boolean {
	const [long, setLong] = useState(false);
	useEffect(() => {
		setLong(false);
		if (since === null) return;
		const timer = setTimeout(() => setLong(true), OFFLINE_BAND_AFTER_MS);
		return () => clearTimeout(timer);
	}, [since]);
	return long;
}

/** Offered, never forced: while an amount stands or a sale is being saved the button waits. */
function UpdateChip() {
	const { text } = useMessages();
	const { apply } = useAppUpdate();
	const busy = useTill((till) => till.busy);
	if (!apply) return null;
	return (
		<section className="band band--quiet" data-testid="update-offered" role="status">
			<RefreshCw className="i" aria-hidden="true" />
			<span className="grow">{busy ? text.status.updateLater : text.status.update}</span>
			<button type="button" className="btn" disabled={busy} onClick={apply}>
				{text.status.updateApply}
			</button>
		</section>
	);
}
