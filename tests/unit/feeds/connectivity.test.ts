import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '../../../src/domain/problems.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { type Connectivity, type ConnectivityEnvironment, watchConnectivity } from '../../../src/feeds/connectivity.ts';

type Health = Awaited<ReturnType<ConnectivityEnvironment['health']>>;
const well: Health = ok({ at: 0, sources: [] });
const silence: Health = fail(problem('hub_unreachable'));
const stranger: Health = fail(problem('hub_answer_unreadable'));

/** A watch under fake time; `surroundings` is what a test turns. */
function watch(first: { answer?: Health; delayMs?: number } = {}) {
	const surroundings = { answer: well, delayMs: 0, hintOnline: true, visible: true, ...first };
	const seen = { states: [] as string[], changes: [] as Connectivity[], asked: 0, ticks: 0 };
	let hint = () => {};
	const environment: ConnectivityEnvironment = {
		now: Date.now,
		health: async () => {
			seen.asked++;
			const { answer, delayMs }: { answer: Health; delayMs: number } = surroundings;
			if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
			return answer;
		},
		hintOnline: () => surroundings.hintOnline,
		visible: () => surroundings.visible,
		listen: (onHint) => {
			hint = onHint;
			return () => {
				hint = () => {};
			};
		},
		setTimer: (work, ms) => Number(setTimeout(work, ms)),
		clearTimer: (timer) => clearTimeout(timer),
	};
	const connectivity = watchConnectivity(environment, {
		onChange: (now) => {
			seen.states.push(now.state);
			seen.changes.push(now);
		},
		onTick: () => {
			seen.ticks++;
		},
	});
	return { surroundings, seen, connectivity, hint: () => hint() };
}

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);

beforeEach(() => {
	vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('the state', () => {
	test('is online only once the hub has answered, whatever the browser believes', async () => {
		const { seen, connectivity } = watch();
		expect(connectivity.current()).toBeNull();
		await pass(0);
		expect(seen.states).toEqual(['online']);
	});

	test('is offline at the first start without an answer, though the browser believes to be online', async () => {
		const { seen } = watch({ answer: silence });
		await pass(0);
		expect(seen.states).toEqual(['offline']);
	});

	test('becomes unstable with one lost request and offline with the next, since the first', async () => {
		const { surroundings, seen } = watch();
		await pass(0);
		surroundings.answer = silence;
		await pass(60);
		expect(seen.states).toEqual(['online', 'unstable']);
		await pass(3);
		expect(seen.states).toEqual(['online', 'unstable', 'offline']);
		expect(seen.changes.at(-1)?.since).toBe(1_060_000);
	});

	test('goes back to online where a single request was lost', async () => {
		const { surroundings, seen } = watch();
		await pass(0);
		surroundings.answer = silence;
		await pass(60);
		surroundings.answer = well;
		await pass(3);
		expect(seen.states).toEqual(['online', 'unstable', 'online']);
	});

	test('is offline at once where the browser says so and a request agrees', async () => {
		const { surroundings, seen, hint } = watch();
		await pass(0);
		surroundings.answer = silence;
		surroundings.hintOnline = false;
		hint();
		await pass(0);
		expect(seen.states).toEqual(['online', 'offline']);
	});

	test('stays online where the browser says offline but the hub answers', async () => {
		const { surroundings, seen, hint } = watch();
		await pass(0);
		surroundings.hintOnline = false;
		hint();
		await pass(0);
		expect(seen.states).toEqual(['online']);
	});

	test('is unstable while answers are slow', async () => {
		const { surroundings, seen } = watch({ delayMs: 4_000 });
		await pass(5);
		expect(seen.states).toEqual(['unstable']);
		surroundings.delayMs = 100;
		await pass(15);
		expect(seen.states).toEqual(['unstable', 'online']);
	});

	test('is no_hub where something else answers', async () => {
		const { seen } = watch({ answer: stranger });
		await pass(0);
		expect(seen.states).toEqual(['no_hub']);
	});
});

describe('checks come', () => {
	test('every 60 s while online, every 15 s while offline', async () => {
		const { surroundings, seen } = watch();
		await pass(0);
		await pass(59);
		expect(seen.asked).toBe(1);
		await pass(1);
		expect(seen.asked).toBe(2);
		surroundings.answer = silence;
		surroundings.hintOnline = false;
		await pass(60);
		expect(seen.asked).toBe(3);
		await pass(15);
		expect(seen.asked).toBe(4);
	});

	test('with every hint, and each ends in a tick', async () => {
		const { seen, hint } = watch();
		await pass(0);
		hint();
		await pass(0);
		expect([seen.asked, seen.ticks]).toEqual([2, 2]);
	});

	test('again at once after a hint that came while a request was hanging', async () => {
		const { surroundings, seen, hint } = watch({ answer: silence, delayMs: 5_000 });
		await pass(1);
		Object.assign(surroundings, { answer: well, delayMs: 0 });
		hint();
		await pass(5);
		expect(seen.states).toEqual(['offline', 'online']);
	});

	test('not while nobody sees the page, but as soon as somebody does', async () => {
		const { surroundings, seen, hint } = watch();
		await pass(0);
		surroundings.visible = false;
		await pass(600);
		expect(seen.asked).toBe(1);
		surroundings.visible = true;
		hint();
		await pass(0);
		expect(seen.asked).toBe(2);
	});

	test('no more after the watch was stopped', async () => {
		const { seen, connectivity, hint } = watch();
		await pass(0);
		connectivity.stop();
		hint();
		await pass(600);
		expect(seen.asked).toBe(1);
	});
});
