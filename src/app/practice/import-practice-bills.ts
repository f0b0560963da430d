import type { Ports } from '../../commands/ports.ts';
import { commitImport } from '../../commands/receipts/commit-import.ts';
import { previewImport } from '../../commands/receipts/preview-import.ts';
import { type Problem, problem } from '../../domain/problems.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { PracticeBill } from './practice-day.ts';

type Loading = { readonly loadBytes: (path: string) => Promise<Uint8Array>; readonly onBill?: (name: string) => void };

/** Takes in shipped bills the way any file is taken in: read in the worker, compared, committed. What is in already changes nothing. */
export async function importPracticeBills(ports: Ports, bills: readonly PracticeBill[], { loadBytes, onBill }: Loading): Promise<Result<number, Problem>> {
	for (const { path, name } of bills) {
		onBill?.(name);
		const bytes = await loadBytes(path).catch(() => null);
		if (!bytes) return fail(problem('practice_unavailable', path));
		const preview = await previewImport(ports, { file: { name, bytes } });
		if (!preview.ok) return preview;
		const taken = await commitImport(ports, preview.value);
		if (!taken.ok) return taken;
	}
	return ok(bills.length);
}
