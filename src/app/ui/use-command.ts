import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../../domain/problems.ts';
import type { Result } from '../../domain/result.ts';

export type CommandRun = {
	/** Runs a command; its value, or null where it failed (then `problem` says why). A second call while one runs is ignored. */
	readonly run: <T>(command: () => Promise<Result<T, Problem>>) => Promise<T | null>;
	readonly busy: boolean;
	readonly problem: Problem | null;
	readonly clear: () => void;
};

/** One place where screens meet what can go wrong. */
export function useCommand(): CommandRun {
	const [busy, setBusy] = useState(false);
	const [problem, setProblem] = useState<Problem | null>(null);
	const running = useRef(false);
	const run = useCallback(async <T>(command: () => Promise<Result<T, Problem>>): Promise<T | null> => {
		if (running.current) return null;
		running.current = true;
		setBusy(true);
		setProblem(null);
		try {
			const result = await command();
			if (result.ok) return result.value;
			setProblem(result.error);
			return null;
		} catch (error) {
			setProblem({ code: 'outcome_unknown', detail: String(error) });
			return null;
		} finally {
			running.current = false;
			setBusy(false);
		}
	}, []);
	return { run, busy, problem, clear: useCallback(() => setProblem(null), []) };
}
