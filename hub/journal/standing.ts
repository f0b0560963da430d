import type { ReceiptWire } from '../../src/feeds/protocol.ts';

/** Who gives a receipt: a part (one file, one run of the simulator, one upstream) of a source. */
export type PartKey = string;

/** Everything that was said about each receipt, and what of it stands. */
export type Standing = {
	/** Replaces what a part says about an id; null takes it back. */
	readonly say: (part: PartKey, id: string, receipt: ReceiptWire | null) => void;
	/** What stands under the id; null where nobody gives it (any more). */
	readonly receipt: (id: string) => ReceiptWire | null;
	/** Parts whose receipt lost against another one of the same id. */
	readonly conflicts: () => readonly { readonly part: PartKey; readonly receipt: ReceiptWire }[];
};

export function createStanding(): Standing {
	const said = new Map<string, Map<PartKey, ReceiptWire>>();
	const shared = new Set<string>();

	function say(part: PartKey, id: string, receipt: ReceiptWire | null): void {
		const sayings = said.get(id) ?? new Map<PartKey, ReceiptWire>();
		if (receipt) sayings.set(part, receipt);
		else sayings.delete(part);
		if (sayings.size > 0) said.set(id, sayings);
		else said.delete(id);
		if (sayings.size > 1) shared.add(id);
		else shared.delete(id);
	}

	function conflicts() {
		return [...shared].flatMap((id) => judge(said.get(id)).lost);
	}

	return { say, receipt: (id) => judge(said.get(id)).stands, conflicts };
}

type Judged = { readonly stands: ReceiptWire | null; readonly lost: readonly { readonly part: PartKey; readonly receipt: ReceiptWire }[] };

/**
 * The first that came stands; a later one of the same payment brings it up to date (a status, a fee). One of another
 * payment under the same id is a conflict (the first is kept, the other becomes a problem).
 */
function judge(sayings: ReadonlyMap<PartKey, ReceiptWire> | undefined): Judged {
	let stands: ReceiptWire | null = null;
	const lost: { part: PartKey; receipt: ReceiptWire }[] = [];
	for (const [part, receipt] of sayings ?? []) {
		if (stands === null || isSamePayment(stands, receipt)) stands = receipt;
		else lost.push({ part, receipt });
	}
	return { stands, lost };
}

function isSamePayment(a: ReceiptWire, b: ReceiptWire): boolean {
	return a.occurredAt === b.occurredAt && a.kind === b.kind && a.amount === b.amount && a.currency === b.currency && a.leg === b.leg;
}

/** Whether two receipts tell a tablet the same; the line of the file that carries it is none of its business. */
export function saysTheSame(a: ReceiptWire, b: ReceiptWire): boolean {
	return text(a) === text(b);
}

function text(receipt: ReceiptWire): string {
	return JSON.stringify({ ...receipt, source: '', line: null, net: receipt.net ?? null });
}
