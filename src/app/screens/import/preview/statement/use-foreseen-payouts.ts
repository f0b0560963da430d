import { useEffect, useState } from 'react';
import type { StatementReading } from '../../../../../domain/receipts/statement.ts';
import type { Settlement } from '../../../../../domain/settlement/outcome.ts';
import { useServices } from '../../../../shell/services.ts';

export type ForeseenPayouts = { readonly foreseen: Settlement | null; readonly looking: boolean };

const NOTHING: ForeseenPayouts = { foreseen: null, looking: false };

/** What the previewed statements would do for the payouts, as soon as it is known. */
export function useForeseenPayouts(statements: readonly StatementReading[]): ForeseenPayouts {
	const { ports } = useServices();
	const [state, setState] = useState<ForeseenPayouts>(NOTHING);
	useEffect(() => {
		if (statements.length === 0) return setState(NOTHING);
		let stale = false;
		setState({ foreseen: null, looking: true });
		const done = (foreseen: Settlement | null) => !stale && setState({ foreseen, looking: false });
		// Fetched with the first statement that is looked at.
		const foresee = async () => (await import('../../../../../commands/settlement/foresee-statement.ts')).foreseeStatements(ports, { statements });
		foresee().then(
			(answer) => done(answer.ok ? answer.value : null),
			() => done(null),
		);
		return () => {
			stale = true;
		};
	}, [ports, statements]);
	return state;
}
