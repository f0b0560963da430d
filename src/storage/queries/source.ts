/** What queries read from. Screens name the type only; they never open or write it. */
export type { Database } from '../database.ts';
