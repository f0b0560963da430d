import { useRef, useState } from 'react';
import type { Instant } from '../../../../domain/time.ts';
import { checkLedger, type LedgerCheck } from '../../../../storage/queries/ledger/ledger-check.ts';
import { useServices } from '../../../shell/services.ts';

export type CheckState =
	| { readonly kind: 'idle' }
	| { readonly kind: 'checking'; readonly done: number; readonly total: number }
	| { readonly kind: 'done'; readonly result: LedgerCheck; readonly at: Instant }
	/** It could not be read; that is not the same as broken. */
	| { readonly kind: 'unread' };

/** Reads the whole ledger and checks it against itself, when somebody asks. */
export function useLedgerCheck(): { readonly state: CheckState; readonly start: () => void } {
	const { db, ports } = useServices();
	const [state, setState] = useState<CheckState>({ kind: 'idle' });
	const running = useRef(false);
	const start = async () => {
		if (running.current) return;
		running.current = true;
		setState({ kind: 'checking', done: 0, total: 0 });
		try {
			const result = await checkLedger(db, ports.sha256, (done, total) => setState({ kind: 'checking', done, total }));
			setState({ kind: 'done', result, at: ports.clock.now().at });
		} catch {
			setState({ kind: 'unread' });
		}
		running.current = false;
	};
	return { state, start: () => void start() };
}
