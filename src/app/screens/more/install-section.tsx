import { Check, CircleCheck } from 'lucide-react';
import { useMessages } from '../../messages/messages-context.ts';
import { askToInstall, installWay, useInstall } from '../../state/install.ts';
import { InstallDrawing } from './install-drawing.tsx';

/** How the app comes to the home screen on this very device. */
export function InstallSection() {
	const { text } = useMessages();
	const { installed, offer } = useInstall();
	const { install } = text.more;
	if (installed) {
		return (
			<p className="say more__say">
				<CircleCheck className="i is-match" aria-hidden="true" />
				<span>{install.done}</span>
			</p>
		);
	}
	const way = installWay(offer !== null, navigator.userAgent, navigator.maxTouchPoints);
	return (
		<div className="more__form">
			<ul className="more__why">
				{install.why.map((reason) => (
					<li key={reason} className="mark">
						<Check className="i" aria-hidden="true" />
						{reason}
					</li>
				))}
			</ul>
			{way === 'prompt' && (
				<button type="button" className="btn btn--go btn--big" onClick={askToInstall}>
					{install.prompt}
				</button>
			)}
			{way === 'browser_menu' && (
				<>
					<p className="lead">{install.menu}</p>
					<p className="cap2">{install.menuHint}</p>
				</>
			)}
			{way === 'share_sheet' && <AppleSteps />}
		</div>
	);
}

function AppleSteps() {
	const { text } = useMessages();
	const { install } = text.more;
	return (
		<>
			<p className="lead">{install.apple}</p>
			<ol className="more__steps">
				{install.steps.map((step, index) => (
					<li className="card" key={step}>
						<InstallDrawing step={index} />
						<span>
							<span className="kbd" aria-hidden="true">
								{index + 1}
							</span>{' '}
							<b>{step}</b>
						</span>
					</li>
				))}
			</ol>
			<p className="cap2">{install.appleHint}</p>
		</>
	);
}
