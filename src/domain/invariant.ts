/** Thrown only where the program itself is wrong, never for bad input. */
export class InvariantError extends Error {
	override readonly name = 'InvariantError';
}

/** States what must hold here; a failure is a defect of the program. */
export function invariant(condition: unknown, message: string): asserts condition {
	if (!condition) throw new InvariantError(message);
}

/** Closes a union: reaching it means that a case was forgotten. */
export function unreachable(value: never): never {
	throw new InvariantError(`unhandled case: ${JSON.stringify(value)}`);
}
