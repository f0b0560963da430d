import { useState } from 'react';
import type { Instant } from '../../../domain/time.ts';

export type CheckOutcome = { readonly whole: boolean; readonly entries: number; readonly faults: readonly string[] };
export type CheckState =
	| { readonly kind: 'idle' }
	| { readonly kind: 'checking'; readonly done: number; readonly total: number }
	| { readonly kind: 'done'; readonly result: CheckOutcome; readonly at: Instant };

export function useLedgerCheck(): { readonly state: CheckState; readonly start: () => void } {
	const [state] = useState<CheckState>({ kind: 'idle' });
	return { state, start: () => undefined };
}
