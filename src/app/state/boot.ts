import { create } from 'zustand';
import type { Problem } from '../../domain/problems.ts';
import type { Services } from '../shell/services.ts';

/** Entries that are known to have been and are nowhere. */
export type MissingEntries = { readonly have: number; readonly want: number };

/** How the start went. The composition root sets it; the app shows it. */
export type Boot =
	| { readonly kind: 'opening' }
	| { readonly kind: 'failed'; readonly problem: Problem }
	/** Another window has taken the database over with a newer version. */
	| { readonly kind: 'replaced' }
	| {
			readonly kind: 'ready';
			readonly services: Omit<Services, 'shop'>;
			readonly readOnly: Problem | null;
			readonly missing: MissingEntries | null;
			readonly recovered: number;
	  };

export const useBoot = create<Boot>()((): Boot => ({ kind: 'opening' }));

/** Replaces the whole state, whatever shape it had. */
export function setBoot(boot: Boot): void {
	useBoot.setState(boot, true);
}
