import { maskCardNumbers } from '../domain/card-numbers.ts';
import type { BillMapping } from '../domain/receipts/bill-mapping.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { runReconcile } from '../engine/engine.ts';
import { EXIT_DONE, EXIT_UNREADABLE, EXIT_WRONG_CALL } from './exit-codes.ts';
import type { Io } from './io.ts';
import { askedMapping } from './read-format.ts';
import { reconcileAnswer } from './reconcile-answer.ts';
import { parseReconcileCall } from './reconcile-call.ts';
import { nameOf, readFiles } from './reconcile-files.ts';
import { reconcileReport } from './reconcile-report.ts';
import { CALL_RULES_DEFAULT, parseRules } from './reconcile-rules.ts';
import { type CallRules, settlementOf, withSettlement } from './reconcile-settlement.ts';

export const RECONCILE_USAGE = 'counterfoil reconcile --sales FILE --receipts FILE… [--bank FILE…] [--as MAPPING.json…] [--rules FILE] [--now ISO] [--json]';

/** Compares a ledger with bills: reads files, prints an answer, changes nothing. Returns the exit status. */
export async function reconcileCommand(args: readonly string[], io: Io): Promise<number> {
	const call = parseReconcileCall(args);
	const mappings = call.ok ? await readMappings(call.value.as, io) : call;
	if (!call.ok || !mappings.ok) {
		io.err(`${maskCardNumbers(mappings.ok ? '' : mappings.error)}\nUsage: ${RECONCILE_USAGE}\n`);
		return EXIT_WRONG_CALL;
	}
	const rules = call.value.rules === null ? ok(CALL_RULES_DEFAULT) : await readRules(call.value.rules, io);
	const files = rules.ok ? await readFiles(call.value, { rules: rules.value, mappings: mappings.value }, io) : rules;
	if (!rules.ok || !files.ok) {
		io.err(`${files.ok ? '' : files.error}\n`);
		return EXIT_UNREADABLE;
	}
	const { sales, receipts, coverage, unused } = files.value;
	for (const { name } of unused) io.err(`The mapping ${name} was not needed: no file is read by it.\n`);
	const now = call.value.now ?? io.now();
	const compared = runReconcile({ sales, receipts, coverage, decisions: { confirmed: [], rejected: [] }, rules: rules.value, now });
	const settlement = settlementOf(files.value, rules.value, now);
	const outcome = settlement ? withSettlement(compared, settlement, files.value) : compared;
	const bank = call.value.bank.length > 0 ? settlement : null;
	const found = { outcome, bank, feesUnjudged: settlement?.feesUnjudged ?? [] };
	io.out(call.value.json ? `${JSON.stringify(reconcileAnswer(found, files.value))}\n` : reconcileReport(found, files.value));
	return EXIT_DONE;
}

async function readMappings(paths: readonly string[], io: Io): Promise<Result<readonly BillMapping[], string>> {
	const mappings: BillMapping[] = [];
	for (const path of paths) {
		const mapping = await askedMapping(path, io);
		if (!mapping.ok) return mapping;
		mappings.push(mapping.value);
	}
	// Of two that fit, the one that reads more columns counts, whatever the order of the words.
	const read = ({ columns }: BillMapping) => Object.keys(columns).length;
	return ok(mappings.sort((a, b) => read(b) - read(a) || (a.id < b.id ? -1 : 1)));
}

async function readRules(path: string, io: Io): Promise<Result<CallRules, string>> {
	const bytes = await io.readFile(path).then(ok, () => fail('cannot be opened.'));
	const rules = bytes.ok ? parseRules(bytes.value) : bytes;
	return rules.ok ? rules : fail(`${nameOf(path)}: ${rules.error}`);
}
