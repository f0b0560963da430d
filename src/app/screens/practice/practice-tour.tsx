import { useLiveQuery } from 'dexie-react-hooks';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { practiceProgress } from '../../../storage/queries/practice-progress.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { PRACTICE_DAY } from '../../practice/demo-day.ts';
import { importPracticeBills } from '../../practice/import-practice-bills.ts';
import { PRACTICE_BILLS, PRACTICE_LATE_BILL, type PracticeBill } from '../../practice/practice-day.ts';
import { useServices } from '../../shell/services.ts';
import { openTour, passTourStep, restartTour, TOUR_STEPS, useTour } from '../../state/tour.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import './practice.css';
import { tourStep } from './tour-steps.ts';

/** The main job in one minute: five small steps, one button each, along the real screens with the demo day. */
export function PracticeTour() {
	const { text, format } = useMessages();
	const { db, device } = useServices();
	const { open, passed } = useTour();
	const [path] = useLocation();
	const progress = useLiveQuery(() => practiceProgress(db, PRACTICE_DAY), [db]);
	const { importBills, busy, problem, doing } = useBillImport();
	const step = progress ? tourStep(progress, passed) : null;
	const arrived = (step === 'queue' || step === 'day') && path === `/${step}` ? step : null;
	useEffect(() => {
		// Who is on the screen has taken the step, by whatever way.
		if (arrived) passTourStep(arrived);
	}, [arrived]);
	if (!open || !progress || !step) return null;
	const words = text.practice.steps[step];
	const detail = step === 'queue' ? text.practice.steps.queue.text(format.count(progress.openGaps)) : text.practice.steps[step].text;
	return (
		<section className="tour" aria-label={text.practice.tour}>
			<div className="tour__line">
				<TourPlace step={step} />
				<p className="grow" aria-live="polite">
					<b>{words.title}</b> <span className={doing ? 'tour__text is-doing' : 'tour__text'}>{doing ?? detail}</span>
				</p>
				{step === 'sell' && path !== '/sell' && (
					<Link className="btn" href="/sell" data-testid="tour-sell">
						{words.go}
					</Link>
				)}
				{step === 'sell' && <GoButton name="bills" label={text.practice.straightToBills} quiet busy={busy} onGo={() => importBills(PRACTICE_BILLS)} />}
				{step === 'bills' && <GoButton name="bills" label={words.go} busy={busy} onGo={() => importBills(PRACTICE_BILLS)} />}
				{step === 'queue' && (
					<Link className="btn btn--go" href="/queue" data-testid="tour-queue">
						{words.go}
					</Link>
				)}
				{step === 'late' && <GoButton name="late" label={words.go} busy={busy} onGo={() => importBills([PRACTICE_LATE_BILL])} />}
				{step === 'day' && (
					<Link className="btn btn--go" href={`/day?day=${PRACTICE_DAY}`} data-testid="tour-day">
						{words.go}
					</Link>
				)}
				{step === 'done' && device && <RestartButton label={words.go} onRestart={device.resetPractice} />}
				<button type="button" className="btn btn--quiet" aria-label={text.practice.close} onClick={() => openTour(false)}>
					<X className="i i--s" aria-hidden="true" />
				</button>
			</div>
			{problem && <ProblemNote problem={problem} />}
		</section>
	);
}

function TourPlace({ step }: { readonly step: ReturnType<typeof tourStep> }) {
	const { text, format } = useMessages();
	const at = step === 'done' ? TOUR_STEPS.length : TOUR_STEPS.indexOf(step) + 1;
	const [now, of] = [format.count(at), format.count(TOUR_STEPS.length)];
	return (
		<span className="tour__place">
			<span className="sr">{text.practice.placeSpoken(now, of)}</span>
			<span aria-hidden="true">{text.practice.place(now, of)}</span>
		</span>
	);
}

type GoProps = { readonly name: string; readonly label: string; readonly busy: boolean; readonly quiet?: boolean; readonly onGo: () => void };

function GoButton({ name, label, busy, quiet = false, onGo }: GoProps) {
	return (
		<button type="button" className={quiet ? 'btn' : 'btn btn--go'} data-testid={`tour-${name}`} disabled={busy} onClick={onGo}>
			{label}
		</button>
	);
}

function RestartButton({ label, onRestart }: { readonly label: string; readonly onRestart: () => Promise<void> }) {
	const [busy, setBusy] = useState(false);
	const restart = async () => {
		setBusy(true);
		await onRestart();
		restartTour();
		setBusy(false);
	};
	return <GoButton name="again" label={label} busy={busy} onGo={restart} />;
}

/** Runs the shipped bills through the real import, then compares. */
function useBillImport() {
	const { text } = useMessages();
	const { ports, compare } = useServices();
	const { run, busy, problem } = useCommand();
	const [doing, setDoing] = useState<string | null>(null);
	const importBills = async (bills: readonly PracticeBill[]) => {
		const taken = await run(() => importPracticeBills(ports, bills, { loadBytes, onBill: (name) => setDoing(text.practice.reading(name)) }));
		if (taken !== null) {
			setDoing(text.practice.comparing);
			await compare();
		}
		setDoing(null);
	};
	return { importBills, busy: busy || doing !== null, problem, doing };
}

/** Shipped with the app and kept by the service worker, so that practice needs no network. */
async function loadBytes(path: string): Promise<Uint8Array> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return new Uint8Array(await response.arrayBuffer());
}
