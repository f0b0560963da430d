import { useState } from 'react';
import { confirmMatch } from '../../../commands/matching/confirm-match.ts';
import { rejectMatch } from '../../../commands/matching/reject-match.ts';
import { undoDecisions } from '../../../commands/matching/undo-decision.ts';
import type { Ports } from '../../../commands/ports.ts';
import type { EntryId } from '../../../domain/ids.ts';
import type { Problem } from '../../../domain/problems.ts';
import type { Result } from '../../../domain/result.ts';
import { compareAfter } from '../../ui/compare-after.ts';
import { useCommand } from '../../ui/use-command.ts';

type Members = { readonly sales: readonly string[]; readonly receipts: readonly string[] };
type Last = { readonly decisions: readonly EntryId[]; readonly words: string };

/** Decisions about pairs; the last one, however many pairs it bound, can be taken back as one. */
export function useMatchDecisions(ports: Ports, compare: () => Promise<unknown>) {
	const { run, busy, problem, clear } = useCommand();
	const [last, setLast] = useState<Last | null>(null);
	const decide = async (words: string, command: () => Promise<Result<{ readonly decisions: readonly EntryId[] }, Problem>>) => {
		const made = await run(command);
		if (made === null) return false;
		setLast({ decisions: made.decisions, words });
		void compareAfter(compare);
		return true;
	};
	return {
		busy,
		problem,
		clear,
		last,
		confirm: (groups: readonly Members[], words: string) =>
			decide(words, () => confirmMatch(ports, { groups: groups.map(({ sales, receipts }) => ({ sales, receipts })) })),
		reject: ({ sales, receipts }: Members, words: string) => decide(words, () => rejectMatch(ports, { sales, receipts })),
		undo: async (decisions: readonly EntryId[]) => {
			if ((await run(() => undoDecisions(ports, { decisions }))) === null) return;
			setLast(null);
			void compareAfter(compare);
		},
	};
}

export type MatchDecisions = ReturnType<typeof useMatchDecisions>;
