import { useState } from 'react';
import { resetSourceField, undoSourceEdit } from '../../../../commands/sources/reset-source-field.ts';
import { type SourceEdited, setSourceField } from '../../../../commands/sources/set-source-field.ts';
import type { EntryId } from '../../../../domain/ids.ts';
import type { Problem } from '../../../../domain/problems.ts';
import type { SourceEdit, SourceProfileSet } from '../../../../domain/receipts/source-profiles/edits.ts';
import type { ProfileField } from '../../../../domain/receipts/source-profiles/fields.ts';
import type { Result } from '../../../../domain/result.ts';
import { useServices } from '../../../shell/services.ts';
import { useCommand } from '../../../ui/use-command.ts';

export type SourceEdits = {
	readonly set: (edit: SourceProfileSet) => Promise<boolean>;
	/** The shipped value again, from the day on which the shop's own began to hold. */
	readonly reset: (profile: string, field: ProfileField, edit: SourceEdit | null) => Promise<boolean>;
	/** Takes the last of these back. */
	readonly undo: () => Promise<boolean>;
	readonly busy: boolean;
	readonly problem: Problem | null;
	readonly clear: () => void;
	/** The edit that can be undone. */
	readonly last: EntryId | null;
	/** How many were recorded here. */
	readonly saved: number;
	/** Whether the last was an undo. */
	readonly undone: boolean;
};

/** Records edits and has the days that they concern compared again. */
export function useSourceEdits(): SourceEdits {
	const { ports, compare } = useServices();
	const { run, busy, problem, clear } = useCommand();
	const [state, setState] = useState<{ readonly last: EntryId | null; readonly saved: number; readonly undone: boolean }>({
		last: null,
		saved: 0,
		undone: false,
	});
	const write = async (command: () => Promise<Result<SourceEdited, Problem>>, undoing = false) => {
		const edited = await run(command);
		if (!edited) return false;
		setState(({ saved }) => ({ last: undoing ? null : edited.edit, saved: saved + 1, undone: undoing }));
		void compare();
		return true;
	};
	return {
		set: (edit) => write(() => setSourceField(ports, edit)),
		reset: (profile, field, edit) => write(() => resetSourceField(ports, { profile, field, from: edit?.from ?? '' })),
		undo: () => {
			const { last } = state;
			return last === null ? Promise.resolve(false) : write(() => undoSourceEdit(ports, { edit: last }), true);
		},
		...{ busy, problem, clear, ...state },
	};
}
