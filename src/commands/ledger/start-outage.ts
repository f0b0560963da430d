import type { EntryId } from '../../domain/ids.ts';
import type { OutageStarted } from '../../domain/ledger/entries.ts';
import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import { draft, type Ports } from '../ports.ts';

/** `terminalId` null: the whole shop. */
export type StartOutageInput = OutageStarted;

/** Says that a terminal is offline from now on; the sales until `endOutage` belong to the outage. Starting it twice answers with the open one. */
export async function startOutage(ports: Ports, input: StartOutageInput): Promise<Result<{ readonly outage: EntryId }, Problem>> {
	const open = await ports.ledger.openOutage();
	if (open) return ok({ outage: open.id });
	const entry = draft(ports, 'outage-started', { terminalId: input.terminalId, cause: input.cause });
	const committed = await ports.ledger.commit([entry]);
	return committed.ok ? ok({ outage: entry.id }) : committed;
}
