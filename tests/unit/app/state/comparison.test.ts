import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { feltComparison, isComparingHeld, releaseComparing, stopComparing, useComparison } from '../../../../src/app/state/comparison.ts';
import { type Problem, problem } from '../../../../src/domain/problems.ts';
import type { OnProgress, StopSignal } from '../../../../src/domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../../../../src/domain/result.ts';
import { MINUTE_MS } from '../../../../src/domain/time.ts';

const NOW = 1_000_000;

/** A comparison that goes as far as it is told, and ends when it is told or stopped. */
function underHand() {
	let tell: OnProgress = () => undefined;
	let end: (result: Result<null, Problem>) => void = () => undefined;
	const work = ({ onProgress, signal }: { readonly onProgress: OnProgress; readonly signal: StopSignal }) =>
		new Promise<Result<null, Problem>>((resolve) => {
			tell = onProgress;
			end = resolve;
			signal.addEventListener('abort', () => resolve(fail(problem('comparing_stopped'))));
		});
	return { answer: feltComparison(work), tell: (done: number) => tell(done), end: (result: Result<null, Problem> = ok(null)) => end(result) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	releaseComparing();
	useComparison.setState({ kind: 'quiet' }, true);
});

test('one that is over within a second is never shown', async () => {
	const { answer, tell, end } = underHand();
	tell(0);
	vi.advanceTimersByTime(999);
	tell(0.9);
	expect(useComparison.getState()).toEqual({ kind: 'quiet' });
	end();
	await answer;
	vi.advanceTimersByTime(5_000);
	expect(useComparison.getState()).toEqual({ kind: 'quiet' });
});

test('one that lasts shows how far it is, never goes back, and never says all of it before the end', async () => {
	const { answer, tell, end } = underHand();
	tell(0.1);
	vi.advanceTimersByTime(1_000);
	expect(useComparison.getState()).toEqual({ kind: 'running', percent: 10 });
	tell(0.435);
	expect(useComparison.getState()).toEqual({ kind: 'running', percent: 43 });
	tell(0.3);
	expect(useComparison.getState()).toEqual({ kind: 'running', percent: 43 });
	tell(1);
	expect(useComparison.getState()).toEqual({ kind: 'running', percent: 99 });
	end();
	await answer;
	expect(useComparison.getState()).toEqual({ kind: 'quiet' });
});

test('a stop ends the one under way and the one that waits for it, says where, and keeps the app from beginning anew for ten minutes', async () => {
	const first = underHand();
	const waiting = underHand();
	first.tell(0.43);
	vi.advanceTimersByTime(1_000);
	stopComparing(NOW);
	expect([(await first.answer).ok, (await waiting.answer).ok]).toEqual([false, false]);
	expect(useComparison.getState()).toEqual({ kind: 'stopped', percent: 43 });
	expect([isComparingHeld(NOW + 10 * MINUTE_MS - 1), isComparingHeld(NOW + 10 * MINUTE_MS)]).toEqual([true, false]);
});

test('after a stop a person may begin it again, and it is not stopped by the stop before', async () => {
	const first = underHand();
	first.tell(0);
	stopComparing(NOW);
	await first.answer;
	releaseComparing();
	expect(isComparingHeld(NOW)).toBe(false);
	const again = underHand();
	again.end();
	expect((await again.answer).ok).toBe(true);
	expect(useComparison.getState()).toEqual({ kind: 'quiet' });
});

test('one that fails otherwise is no longer shown', async () => {
	const { answer, tell, end } = underHand();
	tell(0.5);
	vi.advanceTimersByTime(1_000);
	end(fail(problem('engine_stopped')));
	await answer;
	expect(useComparison.getState()).toEqual({ kind: 'quiet' });
});
