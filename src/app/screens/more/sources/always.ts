import type { BusinessDay } from '../../../../domain/time.ts';

/** The day from which something holds that was always so: before any day that a ledger may hold. */
export const ALWAYS: BusinessDay = '1970-01-01';
