import type { BusinessDay } from '../../domain/time.ts';

/** The day of the demo shop. */
export const PRACTICE_DAY: BusinessDay = '2026-11-20';
