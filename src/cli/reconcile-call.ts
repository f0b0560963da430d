import { fail, ok, type Result } from '../domain/result.ts';
import { type Instant, parseIso } from '../domain/time.ts';

/** The words of a `reconcile` call. `now` is null where the real time counts. */
export type ReconcileCall = {
	readonly sales: string;
	readonly receipts: readonly string[];
	readonly bank: readonly string[];
	/** Files of mappings. */
	readonly as: readonly string[];
	readonly rules: string | null;
	readonly now: Instant | null;
	readonly json: boolean;
};

const OPTIONS = ['sales', 'receipts', 'bank', 'as', 'rules', 'now'] as const;
type Option = (typeof OPTIONS)[number];
const SEVERAL: ReadonlySet<Option> = new Set<Option>(['receipts', 'bank', 'as']);

/** Understands the words of a call; `--receipts a b` and `--receipts a --receipts b` mean the same. */
export function parseReconcileCall(args: readonly string[]): Result<ReconcileCall, string> {
	const values = new Map<Option, string[]>(OPTIONS.map((name) => [name, []]));
	let json = false;
	let open: Option | null = null;
	for (const word of args) {
		if (word === '--json') {
			json = true;
			open = null;
		} else if (word.startsWith('--')) {
			const [name = '', ...value] = word.slice(2).split('=');
			open = OPTIONS.find((option) => option === name) ?? null;
			if (open === null) return fail(`There is no option --${name}.`);
			if (value.length > 0) values.get(open)?.push(value.join('='));
		} else if (open === null) return fail(`It is not clear what ${word} is for.`);
		else values.get(open)?.push(word);
	}
	return checked(values, json);
}

function checked(values: ReadonlyMap<Option, readonly string[]>, json: boolean): Result<ReconcileCall, string> {
	for (const [name, given] of values) if (!SEVERAL.has(name) && given.length > 1) return fail(`--${name} takes one value.`);
	const one = (name: Option) => values.get(name)?.[0] ?? null;
	const sales = one('sales');
	const receipts = values.get('receipts') ?? [];
	if (sales === null || sales === '') return fail('Name the ledger with --sales FILE.');
	if (receipts.length === 0 || receipts.includes('')) return fail('Name at least one bill with --receipts FILE.');
	const as = values.get('as') ?? [];
	const noFile = as.find((word) => !/\.json$/i.test(word));
	if (noFile !== undefined) return fail(`--as takes the .json file of a mapping, not ${noFile || 'nothing'}; formats are known by themselves.`);
	const stamp = one('now') === null ? null : parseIso(one('now') ?? '');
	if (one('now') !== null && stamp === null) return fail('--now takes an instant with its offset, such as 2026-11-21T12:00:00+08:00.');
	return ok({ sales, receipts, bank: values.get('bank') ?? [], as, rules: one('rules'), now: stamp?.at ?? null, json });
}
