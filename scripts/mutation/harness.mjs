// Stands in for Vitest: gathers the tests of the engine, so that each can be run alone and at once. A mutant needs no report.
import { isDeepStrictEqual } from 'node:util';

/** What was gathered, in the order of the files: `{ name, body }`. */
export const tests = [];
let context = '';

export function describe(name, body) {
	const before = context;
	context = `${before}${name} › `;
	body();
	context = before;
}

export function it(name, body) {
	tests.push({ name: context + name, body });
}
it.each = (rows) => (name, body) => {
	for (const row of rows) it(name, () => body(...(Array.isArray(row) ? row : [row])));
};
describe.each = (rows) => (name, body) => {
	for (const row of rows) describe(name, () => body(...(Array.isArray(row) ? row : [row])));
};
export const test = it;

export function expect(actual) {
	return { ...matchers(actual, true), not: matchers(actual, false) };
}
expect.anything = () => asymmetric((value) => value !== null && value !== undefined);
expect.any = (type) => asymmetric((value) => Object(value) instanceof type);
expect.objectContaining = (part) => asymmetric((value) => contains(value, part));

function matchers(actual, wanted) {
	const say = (holds) => {
		if (holds !== wanted) throw new Error('a test fails');
	};
	return {
		toBe: (value) => say(Object.is(actual, value)),
		toEqual: (value) => say(equal(actual, value)),
		toStrictEqual: (value) => say(isDeepStrictEqual(actual, value)),
		toMatchObject: (value) => say(contains(actual, value)),
		toHaveLength: (length) => say(actual?.length === length),
		toContain: (value) => say(actual.includes(value)),
		toContainEqual: (value) => say([...actual].some((one) => equal(one, value))),
		toMatch: (pattern) => say(new RegExp(pattern).test(actual)),
		toBeDefined: () => say(actual !== undefined),
		toBeUndefined: () => say(actual === undefined),
		toBeNull: () => say(actual === null),
		toBeTruthy: () => say(Boolean(actual)),
		toBeGreaterThan: (value) => say(actual > value),
		toBeGreaterThanOrEqual: (value) => say(actual >= value),
		toBeLessThan: (value) => say(actual < value),
		toBeLessThanOrEqual: (value) => say(actual <= value),
		toBeCloseTo: (value, digits = 2) => say(Math.abs(actual - value) < 10 ** -digits / 2),
	};
}

function asymmetric(matches) {
	return { [ASYMMETRIC]: matches };
}
const ASYMMETRIC = Symbol('asymmetric');

/** Deep equality in which a field that is undefined is as good as none. */
function equal(a, b) {
	if (b !== null && typeof b === 'object' && b[ASYMMETRIC]) return b[ASYMMETRIC](a);
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (a instanceof Map || a instanceof Set || ArrayBuffer.isView(a)) return isDeepStrictEqual(a, b);
	if (Array.isArray(a) !== Array.isArray(b) || (Array.isArray(a) && a.length !== b.length)) return false;
	return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => equal(a[key], b[key]));
}

function contains(value, part) {
	if (part !== null && typeof part === 'object' && part[ASYMMETRIC]) return part[ASYMMETRIC](value);
	if (typeof part !== 'object' || part === null) return Object.is(value, part);
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(part)) return Array.isArray(value) && value.length === part.length && part.every((one, k) => contains(value[k], one));
	return Object.keys(part).every((key) => contains(value[key], part[key]));
}
