import type { DiscrepancyKind } from '../matching/kinds.ts';

/**
 * Kinds in which no money of the sale came in, so that it may be collected again after a query. Where too little came in, the sale
 * and the payments of it are another matter: a second payment is matched to the same sale.
 */
export const COLLECTABLE: ReadonlySet<DiscrepancyKind> = new Set<DiscrepancyKind>(['missing_at_terminal', 'missing_at_provider', 'offline_declined']);
