import { common } from './common.ts';
import { problems, safety } from './problems.ts';
import { sell } from './sell.ts';
import { shell } from './shell.ts';

/** Words of the till and the shell: all that a sale needs. */
export const core = { common, problems, safety, sell, shell };
