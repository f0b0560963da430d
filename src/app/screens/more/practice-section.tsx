import { CirclePlay, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { openTour, restartTour, useTour } from '../../state/tour.ts';

/** The way into practice, out of it, and back to its beginning. */
export function PracticeSection() {
	const { text } = useMessages();
	const { mode, device } = useServices();
	const [busy, setBusy] = useState(false);
	const tourOpen = useTour((tour) => tour.open);
	const { practice } = text.more;
	const again = async () => {
		setBusy(true);
		await device?.resetPractice();
		restartTour();
		setBusy(false);
	};
	return (
		<div className="more__form">
			<p className="lead">{practice.lead}</p>
			<p className="cap2">{practice.hint}</p>
			{!device && <p className="say">{practice.absent}</p>}
			{device && mode === 'shop' && (
				<button type="button" className="btn btn--go btn--big" onClick={device.enterPractice}>
					<CirclePlay className="i" aria-hidden="true" />
					{practice.start}
				</button>
			)}
			{device && mode === 'practice' && (
				<>
					<p className="say">{practice.now}</p>
					<div className="more__acts">
						{!tourOpen && (
							<button type="button" className="btn btn--go btn--big" onClick={() => openTour(true)}>
								{text.practice.open}
							</button>
						)}
						<button type="button" className="btn btn--big" disabled={busy} onClick={again}>
							<RotateCcw className="i i--s" aria-hidden="true" />
							{practice.again}
						</button>
						<button type="button" className="btn btn--big" onClick={device.leavePractice}>
							{practice.end}
						</button>
					</div>
					<p className="cap">{practice.againHint}</p>
				</>
			)}
		</div>
	);
}
