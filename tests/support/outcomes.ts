import { expect } from 'vitest';
import type { Problem, ProblemCode } from '../../src/domain/problems.ts';
import type { Result } from '../../src/domain/result.ts';

/** The value of a result that must have gone well. */
export function success<T>(result: Result<T, unknown>): T {
	if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.error)}`);
	return result.value;
}

export function expectProblem(result: Result<unknown, Problem>, code: ProblemCode): void {
	expect(result.ok ? 'success' : result.error.code).toBe(code);
}
