import type { Ports } from '../../commands/ports.ts';

/** Work that one window does for all: null at once where another window is at it. The lock ends with its window. */
export const alone: Ports['alone'] = async (name, work) =>
	navigator.locks.request(`counterfoil:${name}`, { ifAvailable: true }, async (lock) => (lock ? work() : null)) as ReturnType<typeof work>;
