import type { Rest } from '../catalog.ts';
import { payouts } from './bank/payouts.ts';
import { cases } from './cases.ts';
import { day } from './day.ts';
import { evidence, remedies } from './evidence.ts';
import { importing } from './import.ts';
import { importFiles } from './importing/files.ts';
import { mapping } from './importing/mapping.ts';
import { ledger } from './ledger.ts';
import { match } from './match.ts';
import { contact, sources } from './more/sources.ts';
import { more } from './more.ts';
import { moreProblems } from './more-problems.ts';
import { panels } from './panels.ts';
import { practice } from './practice.ts';
import { queue } from './queue.ts';
import { review } from './review.ts';
import { setup } from './setup.ts';
import { status } from './status.ts';

/** Words of the other screens, fetched with the first of them. */
export const rest = {
	cases,
	contact,
	day,
	evidence,
	importFiles,
	importing,
	ledger,
	mapping,
	match,
	more,
	moreProblems,
	panels,
	payouts,
	practice,
	queue,
	remedies,
	review,
	setup,
	sources,
	status,
} satisfies Rest;
