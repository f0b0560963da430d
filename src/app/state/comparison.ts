import { create } from 'zustand';
import type { Problem } from '../../domain/problems.ts';
import type { OnProgress, StopSignal } from '../../domain/receipts/read-options.ts';
import type { Result } from '../../domain/result.ts';
import { type Instant, MINUTE_MS } from '../../domain/time.ts';

/** A comparison as people feel it: short ones stay `quiet`. `stopped` lasts until everything is compared after all. */
export type Comparison = { readonly kind: 'quiet' } | { readonly kind: 'running' | 'stopped'; readonly percent: number };

/** Shorter ones are over before anybody could wonder. */
const FELT_AFTER_MS = 1_000;
/** For so long after a stop nothing begins by itself. */
export const HELD_MINUTES = 10;
const PERCENT = 100;

export const useComparison = create<Comparison>()((): Comparison => ({ kind: 'quiet' }));

let stopping = new AbortController();
let heldUntil: Instant = 0;

/** Ends the comparison under way and those that wait for it, and keeps the app from beginning another by itself for a while. */
export function stopComparing(now: Instant): void {
	heldUntil = now + HELD_MINUTES * MINUTE_MS;
	stopping.abort();
	stopping = new AbortController();
}

/** Whether somebody has stopped comparing so lately that only people may begin it again. */
export function isComparingHeld(now: Instant): boolean {
	return now < heldUntil;
}

/** A person asks for a comparison. */
export function releaseComparing(): void {
	heldUntil = 0;
}

type Compare<T> = (watch: { readonly onProgress: OnProgress; readonly signal: StopSignal }) => Promise<Result<T, Problem>>;

/** Runs a comparison, shows how far it is once it lasts, and lets it be stopped. One that only waits for another shows nothing. */
export async function feltComparison<T>(compare: Compare<T>): Promise<Result<T, Problem>> {
	let percent = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const show = () => useComparison.setState({ kind: 'running', percent }, true);
	const onProgress = (done: number) => {
		const now = Math.min(PERCENT - 1, Math.floor(done * PERCENT));
		const isFurther = now > percent;
		percent = Math.max(percent, now);
		timer ??= setTimeout(show, FELT_AFTER_MS);
		if (isFurther && useComparison.getState().kind === 'running') show();
	};
	try {
		const result = await compare({ onProgress, signal: stopping.signal });
		settle(result, timer === undefined ? null : percent);
		return result;
	} finally {
		clearTimeout(timer);
		if (useComparison.getState().kind === 'running' && timer !== undefined) useComparison.setState({ kind: 'quiet' }, true);
	}
}

/** `percent` null: it never got to work. */
function settle(result: Result<unknown, Problem>, percent: number | null): void {
	if (result.ok) useComparison.setState({ kind: 'quiet' }, true);
	else if (result.error.code === 'comparing_stopped' && percent !== null) useComparison.setState({ kind: 'stopped', percent }, true);
}
