import type { EntryId } from '../ids.ts';

/** 对上了, also 是同一笔: these members are one payment. */
export type MatchConfirmed = { readonly sales: readonly string[]; readonly receipts: readonly string[] };
/** 不是同一笔: this sale is not this receipt. */
export type MatchRejected = { readonly sale: string; readonly receipt: string };
/** Takes back an earlier decision of any kind (match or discrepancy); the decision stays in the log. */
export type DecisionUndone = { readonly decision: EntryId };

export type MatchingBodies = { 'match-confirmed': MatchConfirmed; 'match-rejected': MatchRejected; 'decision-undone': DecisionUndone };
