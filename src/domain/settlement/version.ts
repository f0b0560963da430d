/** Rises whenever the same facts may give another answer, so that stored results are made anew. */
export const SETTLEMENT_VERSION = 2;
