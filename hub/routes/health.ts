import type { Context } from 'hono';
import { formatIso, zoneOffset } from '../../src/domain/time.ts';
import { type HealthWire, HUB_NAME } from '../../src/feeds/protocol.ts';
import { latestOf } from '../journal/journal.ts';
import type { HubState } from './hub-state.ts';

/** `GET /hub/v1/health`: the request by which a tablet knows that it is connected. Tells nothing that needs a token. */
export function health(c: Context, { version, journal, sources, now }: HubState): Response {
	const problems = journal.problems();
	const parts = journal.parts();
	const answer: HealthWire = {
		name: HUB_NAME,
		version,
		time: formatIso({ at: now(), offset: zoneOffset(Intl.DateTimeFormat().resolvedOptions().timeZone, now()) }),
		sources: sources.map((source) => ({
			name: source.name,
			state: source.state(),
			latest: latestOf(parts.filter((part) => part.source === source.name).map((part) => part.latest)),
			problems: problems.filter((problem) => problem.source === source.name).length,
		})),
	};
	c.header('Cache-Control', 'no-store');
	return c.json(answer);
}
