import type { SourceProfile } from '../profile.ts';
import { ABROAD } from './abroad.ts';
import { AGGREGATORS } from './aggregators.ts';
import { BASES } from './bases.ts';
import { CHINA } from './china.ts';

/**
 * The table as shipped. Limits and times differ by contract and change: they are shown as usual, with their date, to be
 * confirmed with the provider. Rates of fees are no common knowledge and are not shipped.
 */
export const SHIPPED_PROFILES: readonly SourceProfile[] = [...CHINA, ...AGGREGATORS, ...ABROAD, ...BASES];
