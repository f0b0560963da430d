/** The single values of which the hub's answers are made. */
import * as v from 'valibot';
import { invariant } from '../domain/invariant.ts';
import { type Currency, type Minor, parseMajor } from '../domain/money.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { parseIso, type Stamp } from '../domain/time.ts';

export const instant = v.pipe(
	v.string(),
	v.check((text) => parseIso(text) !== null, 'not an ISO 8601 instant with an offset'),
);
export const unsigned = v.pipe(v.string(), v.regex(/^\d{1,13}(\.\d{1,3})?$/));
export const signed = v.pipe(v.string(), v.regex(/^-?\d{1,13}(\.\d{1,3})?$/));
export const reference = v.nullable(v.pipe(v.string(), v.maxLength(256)));
export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(256));
export const currency = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/));
export const calendarDay = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
export const count = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The error says where the answer is off and never repeats what stands there. */
export function read<Schema extends v.GenericSchema>(schema: Schema, json: unknown): Result<v.InferOutput<Schema>, string> {
	const parsed = v.safeParse(schema, json, { abortEarly: true });
	if (parsed.success) return ok(parsed.output);
	const issue = parsed.issues[0];
	return fail(`${v.getDotPath(issue) ?? 'answer'}: expected ${issue.expected ?? issue.message}`);
}

/** Undefined where the text is no amount of the currency. */
export function minorOf(text: string, code: Currency): Minor | undefined {
	const parsed = parseMajor(text, code);
	return parsed.ok ? parsed.value : undefined;
}

/** The moment that a checked text stands for. */
export function stampOf(text: string): Stamp {
	const stamp = parseIso(text);
	invariant(stamp, `instant was not checked: ${text}`);
	return stamp;
}
