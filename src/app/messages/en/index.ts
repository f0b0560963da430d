import type { Catalog } from '../catalog.ts';
import { cases } from './cases.ts';
import { common } from './common.ts';
import { day } from './day.ts';
import { evidence } from './evidence.ts';
import { importing } from './import.ts';
import { ledger } from './ledger.ts';
import { match } from './match.ts';
import { more } from './more.ts';
import { practice } from './practice.ts';
import { problems, safety } from './problems.ts';
import { queue } from './queue.ts';
import { review } from './review.ts';
import { sell } from './sell.ts';
import { setup } from './setup.ts';
import { shell } from './shell.ts';

export const en = { common, shell, sell, queue, match, importing, cases, evidence, day, review, ledger, more, setup, practice, problems, safety } satisfies Catalog;
