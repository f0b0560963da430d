/** The clearing day of UnionPay ends at 23:00, in minutes after midnight (reference: formats §0.8). */
export const CLEARING_CUT_MINUTES = 23 * 60;
