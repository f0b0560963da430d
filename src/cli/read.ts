import { parseArgs } from 'node:util';
import { maskCardNumbers } from '../domain/card-numbers.ts';
import type { Problem } from '../domain/problems.ts';
import { isNameless } from '../domain/receipts/mapping/nameless.ts';
import type { ReadOptions } from '../domain/receipts/read-options.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { CUTOVER_MINUTES_DEFAULT, isZone } from '../domain/time.ts';
import { readFile } from '../importers/read-file.ts';
import { EXIT_DONE, EXIT_UNREADABLE, EXIT_WRONG_CALL } from './exit-codes.ts';
import { describeFailure } from './failure-words.ts';
import type { Io } from './io.ts';
import { fileAnswer } from './read-answer.ts';
import { askedFormat } from './read-format.ts';
import { billReport, statementReport } from './read-report.ts';

export const READ_USAGE = 'counterfoil read FILE [--as FORMAT|MAPPING.json] [--tz ZONE] [--json]';
const ZONE_DEFAULT = 'Asia/Shanghai';

type Call = { readonly path: string; readonly options: ReadOptions; readonly json: boolean };

/** `read FILE [--as FORMAT|MAPPING.json] [--tz ZONE] [--json]`: says what is in one file. Returns the exit status. */
export async function readCommand(args: readonly string[], io: Io): Promise<number> {
	const call = await parseCall(args, io);
	if (!call.ok) {
		io.err(`${maskCardNumbers(call.error)}\nUsage: ${READ_USAGE}\n`);
		return EXIT_WRONG_CALL;
	}
	const { path, options, json } = call.value;
	const name = maskCardNumbers(path.replace(/^.*[\\/]/, ''));
	const reading = await readPath(path, options, io);
	if (!reading.ok) {
		io.err(`${name}: ${reading.error}\n`);
		return EXIT_UNREADABLE;
	}
	const { bills, statements } = reading.value;
	if (json) io.out(`${JSON.stringify(fileAnswer(reading.value))}\n`);
	else io.out([...bills.map((bill) => billReport(name, bill)), ...statements.map((statement) => statementReport(name, statement))].join(''));
	return EXIT_DONE;
}

async function readPath(path: string, options: ReadOptions, io: Io) {
	const bytes = await io.readFile(path).then(ok, () => fail('cannot be opened.'));
	if (!bytes.ok) return bytes;
	const reading = await readFile({ name: path.replace(/^.*[\\/]/, ''), bytes: bytes.value }, options);
	return reading.ok ? reading : fail(wordsFor(reading.error, options));
}

function wordsFor(problem: Problem, options: ReadOptions): string {
	if (problem.code === 'format_unknown' && options.mapping) {
		const others = isNameless(options.mapping.layout) ? 'its days and amounts stand at other places' : 'its column names are others';
		return `does not fit the mapping ${options.mapping.name}: ${others}.`;
	}
	if (problem.code === 'format_unknown' && options.format !== null) return `does not fit the format ${options.format}.`;
	return describeFailure(problem);
}

async function parseCall(args: readonly string[], io: Io): Promise<Result<Call, string>> {
	const words = parseWords(args);
	if (!words.ok) return words;
	const { positionals, values } = words.value;
	const [path, ...others] = positionals;
	if (path === undefined || path === '' || others.length > 0) return fail('Name one file.');
	const zone = values.tz ?? ZONE_DEFAULT;
	if (!isZone(zone)) return fail(`There is no time zone ${zone}.`);
	const asked = await askedFormat(values.as, io);
	if (!asked.ok) return asked;
	return ok({ path, options: { ...asked.value, zone, cutoverMinutes: CUTOVER_MINUTES_DEFAULT }, json: values.json ?? false });
}

function parseWords(args: readonly string[]) {
	try {
		return ok(parseArgs({ args: [...args], allowPositionals: true, options: { as: { type: 'string' }, tz: { type: 'string' }, json: { type: 'boolean' } } }));
	} catch (error) {
		return fail(error instanceof Error ? error.message : 'The words of the call cannot be understood.');
	}
}
