import { describe, expect, test } from 'vitest';
import { problem } from '../../../src/domain/problems.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { createLiveFeed, type LiveFeedOutcome, type LiveFeedWork } from '../../../src/feeds/live-feed.ts';

const alone: LiveFeedWork['alone'] = (_, work) => work();

/** A loop over a feed of so many pages; `steps` tells what was done in which order. */
function liveFeed(change: Partial<LiveFeedWork> = {}, pages = 3) {
	const steps: string[] = [];
	const outcomes: LiveFeedOutcome[] = [];
	let left = pages;
	const work: LiveFeedWork = {
		pull: async () => {
			steps.push('pull');
			left--;
			return ok({ more: left > 0 });
		},
		reconcile: async () => {
			steps.push('reconcile');
			return ok(null);
		},
		alone,
		onRun: (outcome) => outcomes.push(outcome),
		...change,
	};
	return { feed: createLiveFeed(work), steps, outcomes };
}

describe('a run', () => {
	test('pulls until there is no more, then compares', async () => {
		const { feed, steps, outcomes } = liveFeed();
		expect(await feed.run(true)).toEqual({ kind: 'done', pages: 3, problems: [] });
		expect(steps).toEqual(['pull', 'pull', 'pull', 'reconcile']);
		expect(outcomes).toHaveLength(1);
	});

	test('compares without a connection too, because bills fall due', async () => {
		const { feed, steps } = liveFeed();
		await feed.run(false);
		expect(steps).toEqual(['reconcile']);
	});

	test('compares what came before the connection broke, and tells the problem', async () => {
		const { feed, steps } = liveFeed({ pull: async () => fail(problem('hub_unreachable')) });
		expect(await feed.run(true)).toEqual({ kind: 'done', pages: 0, problems: [{ code: 'hub_unreachable' }] });
		expect(steps).toEqual(['reconcile']);
	});

	test('survives a step that throws', async () => {
		const { feed } = liveFeed({
			pull: () => Promise.reject(new Error('broken')),
			reconcile: () => Promise.reject(new Error('broken too')),
		});
		const outcome = await feed.run(true);
		expect(outcome.kind === 'done' && outcome.problems.map(({ code }) => code)).toEqual(['reading_stopped', 'reading_stopped']);
	});

	test('leaves the work to the window that is at it', async () => {
		const { feed, steps } = liveFeed({ alone: async () => null });
		expect(await feed.run(true)).toEqual({ kind: 'elsewhere' });
		expect(steps).toEqual([]);
	});

	test('does not follow for ever a hub that always says more', async () => {
		let pulls = 0;
		const { feed } = liveFeed({
			pull: async () => {
				pulls++;
				return ok({ more: true });
			},
		});
		await feed.run(true);
		expect(pulls).toBe(2_000);
	});
});

describe('calls during a run', () => {
	test('make one more run after it, and all of them get its answer', async () => {
		const { feed, steps } = liveFeed();
		const [first, second, third] = [feed.run(true), feed.run(true), feed.run(true)];
		await first;
		expect(second).toBe(third);
		await third;
		expect(steps).toEqual(['pull', 'pull', 'pull', 'reconcile', 'pull', 'reconcile']);
	});

	test('pull in that run if any of them saw a connection', async () => {
		const { feed, steps } = liveFeed({}, 1);
		const first = feed.run(false);
		await Promise.all([first, feed.run(false), feed.run(true)]);
		expect(steps).toEqual(['reconcile', 'pull', 'reconcile']);
	});
});

test('a loop that is stopped ends after the page at hand', async () => {
	const { feed, steps } = liveFeed();
	const run = feed.run(true);
	feed.stop();
	await run;
	expect(steps).toEqual(['pull']);
});
