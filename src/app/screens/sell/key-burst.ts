/**
 * A scanner is a keyboard that types faster than any hand: 35 ms or less from character to character. What it types is
 * never an amount, so the entry from before its first character is put back.
 */
export type KeyBurst<Before> = { readonly count: number; readonly foreign: boolean; readonly lastAtMs: number; readonly before: Before };

export const BURST_GAP_MS = 35;
/** After so much silence a burst is over. */
export const BURST_REST_MS = 120;
/** Shorter runs are a quick hand on a number pad: no barcode in use is shorter. */
const SCAN_LENGTH_MIN = 6;
const FOREIGN_SCAN_LENGTH_MIN = 4;

/** The burst that a character continues or begins. `foreign`: it is no digit and no point. */
export function continueBurst<Before>(
	burst: KeyBurst<Before> | null,
	character: { readonly foreign: boolean; readonly atMs: number },
	before: Before,
): KeyBurst<Before> {
	if (burst === null || character.atMs - burst.lastAtMs > BURST_GAP_MS) return { count: 1, foreign: character.foreign, lastAtMs: character.atMs, before };
	return { count: burst.count + 1, foreign: burst.foreign || character.foreign, lastAtMs: character.atMs, before: burst.before };
}

/** Whether a run of characters came from a scanner, judged when it ends: by Enter, or by rest. */
export function isScan(burst: KeyBurst<unknown> | null): boolean {
	if (burst === null) return false;
	return burst.count >= SCAN_LENGTH_MIN || (burst.foreign && burst.count >= FOREIGN_SCAN_LENGTH_MIN);
}
