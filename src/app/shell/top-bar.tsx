import { Suspense, useState } from 'react';
import { zoneOffset } from '../../domain/time.ts';
import type { Standing } from '../../storage/queries/standing.ts';
import { useMessages } from '../messages/messages-context.ts';
import { useConnection } from '../state/connection.ts';
import { usePreferences } from '../state/preferences.ts';
import { lazyScreen } from './lazy-screen.ts';
import { useServices } from './services.ts';

const Lights = lazyScreen(() => import('./lights.tsx').then((module) => module.Lights));
const StatusSheet = lazyScreen(() => import('./status-sheet.tsx').then((module) => module.StatusSheet));
const WhoSheet = lazyScreen(() => import('./who-sheet.tsx').then((module) => module.WhoSheet));

/** Shop, screen, the three lights, and who is at the till. */
export function TopBar({ title, standing }: { readonly title: string; readonly standing: Standing }) {
	const { text } = useMessages();
	const { shop, ports, refresh } = useServices();
	const connection = useConnection();
	const preferences = usePreferences();
	const [sheet, setSheet] = useState<'status' | 'who' | null>(null);
	const offset = zoneOffset(shop.zone, ports.clock.now().at);
	const cashier = preferences.cashier && shop.cashiers.includes(preferences.cashier) ? preferences.cashier : (shop.cashiers[0] ?? '');
	const terminal = shop.terminals.find(({ id }) => id === preferences.terminalId) ?? shop.terminals[0];
	return (
		<header className="top">
			<div className="top__shop">
				<b>{shop.name || text.common.product}</b>
				<span className="cap">{terminal ? `${text.common.terminal} ${terminal.name}` : ''}</span>
			</div>
			<h1 className="top__title">{title}</h1>
			<div className="top__end">
				<Lights connection={connection} standing={standing} offset={offset} onOpen={() => setSheet('status')} />
				<button type="button" className="who" onClick={() => setSheet('who')} aria-haspopup="dialog">
					<span className="sr">{text.shell.who(cashier)}</span>
					<span aria-hidden="true">{[...cashier].at(-1) ?? '·'}</span>
				</button>
			</div>
			<Suspense fallback={null}>
				<StatusSheet
					open={sheet === 'status'}
					connection={connection}
					standing={standing}
					offset={offset}
					onClose={() => setSheet(null)}
					onRefresh={() => {
						void refresh();
					}}
				/>
				<WhoSheet open={sheet === 'who'} onClose={() => setSheet(null)} />
			</Suspense>
		</header>
	);
}
