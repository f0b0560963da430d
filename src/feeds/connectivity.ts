import type { Feed } from '../commands/ports.ts';
import { type Instant, SECOND_MS } from '../domain/time.ts';

/**
 * `online`: the hub answers · `unstable`: it answers slowly, or just failed once · `offline`: nothing answers ·
 * `no_hub`: something answers that is not the hub, or it turns this tablet away.
 */
export type ConnectivityState = 'online' | 'unstable' | 'offline' | 'no_hub';
/** `since`: when the state began; for `offline` the first request that failed. */
export type Connectivity = { readonly state: ConnectivityState; readonly since: Instant };

/** What the watch needs of its surroundings, so that it runs under a test's clock. */
export type ConnectivityEnvironment = {
	readonly now: () => Instant;
	/** The request that decides. */
	readonly health: Feed['health'];
	/** What the browser believes (`navigator.onLine`): only a hint. */
	readonly hintOnline: () => boolean;
	readonly visible: () => boolean;
	/** Calls back when something may have changed; answers how to stop listening. */
	readonly listen: (onHint: () => void) => () => void;
	readonly setTimer: (work: () => void, ms: number) => number;
	readonly clearTimer: (timer: number) => void;
};

export type ConnectivityCallbacks = {
	/** The state is another one than before. */
	readonly onChange?: (connectivity: Connectivity) => void;
	/** A check has ended: the moment to pull what there is to pull. */
	readonly onTick?: (connectivity: Connectivity) => void;
};

export type ConnectivityWatch = {
	/** Null before the first check has ended. */
	readonly current: () => Connectivity | null;
	/** Checks at once; one check at a time, so that a second caller waits for the first's. */
	readonly check: () => Promise<Connectivity>;
	readonly stop: () => void;
};

const CHECK_WELL_MS = 60 * SECOND_MS;
const CHECK_UNWELL_MS = 15 * SECOND_MS;
/** A single lost request is no outage; asked again so soon that the light still turns at once. */
const CHECK_DOUBTFUL_MS = 3 * SECOND_MS;
const SLOW_MS = 3 * SECOND_MS;

/** Watches whether the hub can be reached: at start, on every hint of the browser, and on a timer while the page is seen. */
export function watchConnectivity(environment: ConnectivityEnvironment, callbacks: ConnectivityCallbacks): ConnectivityWatch {
	let current: Connectivity | null = null;
	let running: Promise<Connectivity> | null = null;
	let timer: number | null = null;
	let failures = 0;
	let silentSince: Instant = 0;
	let hinted = false;
	let stopped = false;

	const unlisten = environment.listen(() => {
		// A request that hangs since before the hint says nothing about now.
		hinted = running !== null;
		if (!stopped && environment.visible()) void check();
	});
	void check();

	function check(): Promise<Connectivity> {
		running ??= checkOnce().finally(() => {
			running = null;
		});
		return running;
	}

	async function checkOnce(): Promise<Connectivity> {
		forgetTimer();
		const begun = environment.now();
		const answer = await environment.health();
		failures = isSilence(answer) ? failures + 1 : 0;
		if (failures === 1) silentSince = begun;
		const before = current;
		const state = judge(answer, before, { tookMs: environment.now() - begun, failures, hintOnline: environment.hintOnline() });
		current = { state, since: state === before?.state ? before.since : state === 'offline' ? silentSince : begun };
		if (stopped) return current;
		plan(hinted ? 0 : delayAfter(state, failures));
		hinted = false;
		if (state !== before?.state) callbacks.onChange?.(current);
		callbacks.onTick?.(current);
		return current;
	}

	function plan(ms: number): void {
		timer = environment.setTimer(() => {
			timer = null;
			if (environment.visible()) void check();
		}, ms);
	}

	function forgetTimer(): void {
		if (timer !== null) environment.clearTimer(timer);
		timer = null;
	}

	function stop(): void {
		stopped = true;
		unlisten();
		forgetTimer();
	}

	return { current: () => current, check, stop };
}

type Answer = Awaited<ReturnType<Feed['health']>>;
type Signs = { readonly tookMs: number; readonly failures: number; readonly hintOnline: boolean };

function judge(answer: Answer, before: Connectivity | null, signs: Signs): ConnectivityState {
	if (answer.ok) return signs.tookMs > SLOW_MS ? 'unstable' : 'online';
	if (!isSilence(answer)) return 'no_hub';
	const wasWell = before?.state === 'online' || before?.state === 'unstable';
	return wasWell && signs.failures < 2 && signs.hintOnline ? 'unstable' : 'offline';
}

function isSilence(answer: Answer): boolean {
	return !answer.ok && answer.error.code === 'hub_unreachable';
}

function delayAfter(state: ConnectivityState, failures: number): number {
	if (state === 'online') return CHECK_WELL_MS;
	return state === 'unstable' && failures > 0 ? CHECK_DOUBTFUL_MS : CHECK_UNWELL_MS;
}

/** The surroundings in a browser's page. */
export function browserEnvironment(health: Feed['health'], now: () => Instant): ConnectivityEnvironment {
	return {
		now,
		health,
		hintOnline: () => navigator.onLine,
		visible: () => document.visibilityState === 'visible',
		listen: (onHint) => {
			const places = [
				[window, 'online'],
				[window, 'offline'],
				[window, 'focus'],
				[window, 'pageshow'],
				[document, 'visibilitychange'],
			] as const;
			for (const [target, type] of places) target.addEventListener(type, onHint);
			return () => {
				for (const [target, type] of places) target.removeEventListener(type, onHint);
			};
		},
		setTimer: (work, ms) => window.setTimeout(work, ms),
		clearTimer: (timer) => window.clearTimeout(timer),
	};
}
