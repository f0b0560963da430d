import type { Ports } from '../commands/ports.ts';
import { type Problem, problem } from '../domain/problems.ts';
import { fail, type Result } from '../domain/result.ts';

/** What the composition root wires in. */
export type LiveFeedWork = {
	/** Takes in one page of the feed; `more` while another waits. Each page is durable, with its cursor, before it answers. */
	readonly pull: () => Promise<Result<{ readonly more: boolean }, Problem>>;
	/** Judges the days whose facts changed or whose bills fell due; cheap where there are none. */
	readonly reconcile: () => Promise<Result<unknown, Problem>>;
	readonly alone: Ports['alone'];
	/** Told how each run ended, for the light of the receipts. */
	readonly onRun?: (outcome: LiveFeedOutcome) => void;
};

/** `elsewhere`: another window of the app was at it. `problems` are those of pulling and of comparing, in this order. */
export type LiveFeedOutcome = { readonly kind: 'done'; readonly pages: number; readonly problems: readonly Problem[] } | { readonly kind: 'elsewhere' };

export type LiveFeed = {
	/** Pulls (unless there is no connection) and compares. A call during a run asks for one more after it and answers with that. */
	readonly run: (connected: boolean) => Promise<LiveFeedOutcome>;
	/** Ends after the page at hand; nothing is half taken in. */
	readonly stop: () => void;
};

/** Web Lock under which receipts are pulled, so that two windows never pull the same page. */
export const LIVE_FEED_LOCK = 'live-feed';
/** So that a hub which always says `more` cannot hold the tablet: the rest comes with the next run. */
const PAGES_PER_RUN_MAX = 2_000;

/**
 * The loop that brings receipts in by themselves: pull until there is no more, then compare. It is called at start, when
 * the page becomes visible, when the connection is back, and by the timer (see `watchConnectivity`). It may be cut
 * anywhere: the cursor stands with its page, and comparing starts from the days that are still marked.
 */
export function createLiveFeed(work: LiveFeedWork): LiveFeed {
	let running: Promise<LiveFeedOutcome> | null = null;
	let following: { connected: boolean; outcome: Promise<LiveFeedOutcome> } | null = null;
	let stopped = false;

	function run(connected: boolean): Promise<LiveFeedOutcome> {
		if (following) {
			following.connected ||= connected;
			return following.outcome;
		}
		if (running) return followWith(connected, running);
		return start(connected);
	}

	function start(connected: boolean): Promise<LiveFeedOutcome> {
		running = runAlone(connected).finally(() => {
			running = null;
		});
		return running;
	}

	function followWith(connected: boolean, before: Promise<LiveFeedOutcome>): Promise<LiveFeedOutcome> {
		const outcome = before.then(() => {
			const wanted = following?.connected ?? connected;
			following = null;
			return start(wanted);
		});
		following = { connected, outcome };
		return outcome;
	}

	async function runAlone(connected: boolean): Promise<LiveFeedOutcome> {
		const outcome = (await work.alone(LIVE_FEED_LOCK, () => runOnce(work, connected, () => stopped))) ?? { kind: 'elsewhere' as const };
		work.onRun?.(outcome);
		return outcome;
	}

	return {
		run,
		stop: () => {
			stopped = true;
		},
	};
}

async function runOnce(work: LiveFeedWork, connected: boolean, isStopped: () => boolean): Promise<LiveFeedOutcome> {
	const problems: Problem[] = [];
	let pages = 0;
	let more = connected;
	while (more && !isStopped() && pages < PAGES_PER_RUN_MAX) {
		const pulled = await guarded(work.pull);
		if (!pulled.ok) problems.push(pulled.error);
		more = pulled.ok && pulled.value.more;
		pages += pulled.ok ? 1 : 0;
	}
	// Also without a connection: a bill may have fallen due meanwhile.
	const compared = isStopped() ? null : await guarded(work.reconcile);
	if (compared && !compared.ok) problems.push(compared.error);
	return { kind: 'done', pages, problems };
}

/** The loop goes on at the next occasion whatever a step does, so that even a defect there ends as a problem and is shown. */
async function guarded<T>(step: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
	try {
		return await step();
	} catch (error) {
		return fail(problem('reading_stopped', String(error)));
	}
}
