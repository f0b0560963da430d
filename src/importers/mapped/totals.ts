import { type BillMapping, wordKey } from '../../domain/receipts/bill-mapping.ts';
import type { ReceiptDraft } from '../shared/reading/identity.ts';
import type { ProblemLog } from '../shared/reading/line-problems.ts';
import { columnSums } from '../shared/table/column-sums.ts';
import { parseQuoted } from '../shared/table/csv.ts';
import type { Header } from '../shared/table/header.ts';
import type { Row } from '../shared/table/tables.ts';
import { plainNumber } from '../shared/values/amounts.ts';
import { cleanCell } from '../shared/values/cells.ts';
import { isMomentText } from './cell-kinds.ts';
import { plainMoney, readMoney } from './money.ts';
import { isTotalLine, mayBeTotalLine, type StatedTotal, statedTotals } from './total-lines.ts';

/** Holds the lines of totals against the rows above them. */
export type TotalsCheck = {
	readonly header: (header: Header) => void;
	/** `draft` is null where the row could not be read. */
	readonly row: (row: Row, draft: ReceiptDraft | null) => void;
	/** Whether the line belongs to the totals, or is a remark without a single figure. */
	readonly aside: (line: string) => boolean;
	/** Whether the totals fit; null where the file has none that can be checked. Call once, at the end. */
	readonly finish: (log: ProblemLog) => boolean | null;
};

const SUMMED = ['amount', 'moneyIn', 'moneyOut', 'fee', 'net', 'tip'] as const;
type Summed = (typeof SUMMED)[number];

/** What a number in a line of totals is about, by the words that stand with it. */
const LABELS: readonly (readonly [RegExp, 'count' | Summed | 'other'])[] = [
	[/笔数|条数|count|number of|anzahl|nombre|número|aantal|antal|transaktionen$|transactions$/, 'count'],
	[/手续费|服务费|\bfee|gebühr|commission|frais|comisi/, 'fee'],
	[/结算|清算|到账|实收|\bnet|payout|auszahlung/, 'net'],
	[/小费|\btips?\b|trinkgeld/, 'tip'],
	[/退款|退货|refund|rückerstattung|优惠|折扣|discount|rabatt|税|\btax|mwst|\bvat/, 'other'],
	[/金额|合计|总计|交易额|total|summe|gesamt|\bsum|amount|betrag|montant|importe|totaal/, 'amount'],
];

export function totalsCheck(mapping: BillMapping): TotalsCheck {
	let open = openTotals(mapping);
	let header: Header | null = null;
	let agrees: boolean | null = null;
	/** Names of totals whose values stand on the next line. */
	let pending: readonly string[] | null = null;
	const close = (checks: readonly boolean[]) => {
		if (checks.length === 0) return;
		agrees = (agrees ?? true) && checks.every((fits) => fits);
		open = openTotals(mapping);
	};
	return {
		header: (found) => {
			header = found;
		},
		row: (row, draft) => {
			open.add(row, draft);
			pending = null;
		},
		aside: (line) => {
			if (!header || (pending === null && /\d/.test(line) && !mayBeTotalLine(line))) return false;
			const cells = (parseQuoted(line, header.delimiter) ?? line.split(header.delimiter)).map(cleanCell);
			if (pending) {
				const names = pending;
				pending = null;
				close(names.flatMap((label, place) => (cells[place] ? open.fits({ label, value: cells[place] ?? '', place }, null) : [])));
				return true;
			}
			if (!isTotalLine(cells)) return isRemark(cells, header);
			if (!/\d/.test(line)) {
				pending = cells;
				return true;
			}
			const isFull = cells.length >= header.width;
			if (isFull && cells.some(isMomentText)) return false;
			close(statedTotals(cells).flatMap((stated) => open.fits(stated, isFull ? header : null)));
			return true;
		},
		finish: (log) => {
			if (agrees !== null && open.rows() > 0) agrees = false;
			if (agrees === false) log.add({ line: null, code: 'footer_disagrees', message: 'The totals written in the file do not fit its rows.' });
			return agrees;
		},
	};
}

type OpenTotals = {
	readonly add: (row: Row, draft: ReceiptDraft | null) => void;
	readonly rows: () => number;
	/** Whether a stated total fits the rows so far; nothing where it cannot be told what it adds up. `header`: where its place says so. */
	readonly fits: (stated: StatedTotal, header: Header | null) => boolean[];
};

/** Sums of the rows since the last totals. */
function openTotals(mapping: BillMapping): OpenTotals {
	const names = SUMMED.flatMap((field) => mapping.columns[field] ?? []);
	const sums = columnSums(names);
	let [rows, salesMinor, backMinor] = [0, 0, 0];
	const amountIs = (value: string): boolean => {
		const stated = readMoney(value, mapping.currency, { ...mapping, decimalMark: '.' });
		return stated.ok && (stated.value === salesMinor || stated.value === salesMinor - backMinor);
	};
	return {
		add: (row, draft) => {
			rows += 1;
			sums.add(plainRow(row, names, mapping));
			if (draft?.kind === 'sale') salesMinor += draft.amountMinor;
			else if (draft?.kind === 'refund' || draft?.kind === 'void') backMinor += draft.amountMinor;
		},
		rows: () => rows,
		fits: ({ label, value, place }, header) => {
			const under = SUMMED.find((field) => header !== null && header.columns.get(mapping.columns[field] ?? '') === place);
			const about = label === null ? (under ?? (header ? 'other' : 'amount')) : (LABELS.find(([words]) => words.test(wordKey(label)))?.[1] ?? 'other');
			if (about === 'count') return [sums.countIs(value)];
			const name = about === 'other' ? undefined : mapping.columns[about];
			if (name === undefined) return [];
			// Some add up what was sold, or take off what went back although the rows say so without a sign.
			return [readings(value, mapping).some((reading) => sums.sumIs(name, reading) || (about === 'amount' && amountIs(reading)))];
		},
	};
}

/** A total as the rows write it; under rows in fen it may be written in yuan. */
function readings(value: string, { unit, decimalMark }: BillMapping): string[] {
	const plain = plainMoney(value, decimalMark);
	const parts = unit === 'minor' ? /^(-?\d+)\.(\d{2})$/.exec(plainNumber(plain) ?? '') : null;
	return parts ? [plain, `${parts[1]}${parts[2]}`] : [plain];
}

/** Cells as the sums read them. */
function plainRow(row: Row, columns: readonly string[], { decimalMark }: BillMapping): Row {
	const cells = [...row.cells];
	for (const name of columns) {
		const place = row.columns.get(name);
		if (place !== undefined) cells[place] = plainMoney(cleanCell(cells[place] ?? ''), decimalMark);
	}
	return { ...row, cells };
}

/** Under the rows: one filled cell, and no figure in it. */
function isRemark(cells: readonly string[], { width }: Header): boolean {
	const filled = cells.filter((cell) => cell !== '');
	return width > 1 && filled.length === 1 && !/\d/.test(filled[0] ?? '');
}
