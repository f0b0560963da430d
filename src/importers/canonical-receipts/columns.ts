/** The names by which the table is known: what every row must say. */
export const REQUIRED = ['occurred_at', 'kind', 'amount'] as const;
