import { useCallback, useState } from 'react';
import { undoDecisions } from '../../../commands/matching/undo-decision.ts';
import type { Discrepancy } from '../../../domain/discrepancies/discrepancy.ts';
import type { CaseId, DiscrepancyId, EntryId } from '../../../domain/ids.ts';
import type { Problem } from '../../../domain/problems.ts';
import type { Result } from '../../../domain/result.ts';
import type { Services } from '../../shell/services.ts';
import { compareAfter } from '../../ui/compare-after.ts';
import { useCommand } from '../../ui/use-command.ts';
import type { QueueAction } from './actions-of.ts';

/** What a decision left behind: the entries that undo it, or an inverse where it was no decision of the log. */
export type Made = { readonly decisions: readonly EntryId[]; readonly case?: CaseId; readonly inverse?: () => Promise<Result<unknown, Problem>> };
/** A decision of this sitting. */
export type Done = Made & { readonly action: QueueAction; readonly discrepancy: Discrepancy; readonly words: string };
export type Decide = (what: Pick<Done, 'action' | 'discrepancy' | 'words'>, command: () => Promise<Result<Made, Problem>>) => Promise<boolean>;

/** Runs decisions, remembers them for the line at the bottom, and takes the last one back. */
export function useDecisions(services: Services) {
	const { run, busy, problem, clear } = useCommand();
	const [done, setDone] = useState<readonly Done[]>([]);
	/** Decided, while the comparison that follows from it still runs: the row must not stand there as if nothing had happened. */
	const [settling, setSettling] = useState<ReadonlySet<DiscrepancyId>>(new Set());

	const settle = useCallback(
		async (id: DiscrepancyId) => {
			setSettling((ids) => new Set(ids).add(id));
			await compareAfter(services.compare);
			setSettling((ids) => new Set([...ids].filter((other) => other !== id)));
		},
		[services],
	);

	const decide = useCallback<Decide>(
		async (what, command) => {
			const made = await run(command);
			if (made === null) return false;
			setDone((before) => [...before.filter((one) => one.discrepancy.id !== what.discrepancy.id), { ...what, ...made }]);
			void settle(what.discrepancy.id);
			return true;
		},
		[run, settle],
	);

	const undo = useCallback(
		async (which: Done) => {
			const undone = await run(() => takeBack(services, which));
			if (undone === null) return false;
			setDone((before) => before.filter((one) => one !== which));
			void compareAfter(services.compare);
			return true;
		},
		[run, services],
	);

	return { decide, undo, done, last: done.at(-1) ?? null, settling, busy, problem, clear };
}

function takeBack({ ports }: Services, { decisions, inverse }: Made): Promise<Result<unknown, Problem>> {
	return inverse ? inverse() : undoDecisions(ports, { decisions });
}
