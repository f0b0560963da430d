/** Stubs in the strip on the largest screen; smaller ones show fewer of them. */
export const RECENT_SHOWN = 6;
