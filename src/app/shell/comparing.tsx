import { useLiveQuery } from 'dexie-react-hooks';
import { LoaderCircle, Pause } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { daysToCompare } from '../../storage/queries/days-to-compare.ts';
import { useMessages } from '../messages/messages-context.ts';
import { type Comparison, HELD_MINUTES, stopComparing, useComparison } from '../state/comparison.ts';
import { useServices } from './services.ts';
import './comparing.css';

/** How far a comparison is that takes a while, with a way to stop it; and after that, what was kept and a way to go on. */
export function Comparing() {
	const { text } = useMessages();
	const comparison = useComparison();
	const ended = useEnded(comparison);
	const words = text.status.comparing;
	return (
		<section className={`comparing is-${comparison.kind}`} aria-label={words.label} data-testid="comparing" data-state={comparison.kind}>
			{comparison.kind === 'running' && <LoaderCircle className="i comparing__turn" aria-hidden="true" />}
			{comparison.kind === 'stopped' && <Pause className="i" aria-hidden="true" />}
			{/* Only what it does is announced, not each step of it. */}
			<p className="comparing__say" role="status">
				{comparison.kind === 'running' && words.running}
				{comparison.kind === 'stopped' && <Stopped percent={comparison.percent} />}
				{ended && <span className="sr">{words.done}</span>}
			</p>
			{comparison.kind === 'running' && <Running percent={comparison.percent} />}
			{comparison.kind === 'stopped' && <Again />}
		</section>
	);
}

function Running({ percent }: { readonly percent: number }) {
	const { text } = useMessages();
	const { ports } = useServices();
	const [asked, setAsked] = useState(false);
	const words = text.status.comparing;
	return (
		<>
			<b className="comparing__percent">{words.percent(String(percent))}</b>
			<progress className="comparing__progress" max={100} value={percent} aria-label={words.running} />
			<button
				type="button"
				className="btn"
				data-testid="comparing-stop"
				disabled={asked}
				onClick={() => {
					setAsked(true);
					stopComparing(ports.clock.now().at);
				}}
			>
				{words.stop}
			</button>
		</>
	);
}

function Stopped({ percent }: { readonly percent: number }) {
	const { text, format } = useMessages();
	const { db } = useServices();
	const left = useLiveQuery(() => daysToCompare(db), [db]);
	const words = text.status.comparing;
	return (
		<>
			<b>{words.stopped(String(percent))}</b> {left !== undefined && words.left(format.count(left), String(HELD_MINUTES))}
		</>
	);
}

function Again() {
	const { text } = useMessages();
	const { compare } = useServices();
	return (
		<button type="button" className="btn" data-testid="comparing-again" onClick={() => void compare()}>
			{text.status.comparing.again}
		</button>
	);
}

/** Whether a comparison that was shown has come to its end by itself. */
function useEnded({ kind }: Comparison): boolean {
	const [ended, setEnded] = useState(false);
	const before = useRef(kind);
	useEffect(() => {
		setEnded(kind === 'quiet' && before.current === 'running');
		before.current = kind;
	}, [kind]);
	return ended;
}
