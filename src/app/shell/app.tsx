import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import { SHOP_DEFAULT } from '../../domain/ledger/shop.ts';
import { shopOf } from '../../storage/queries/shop.ts';
import { useMessages } from '../messages/messages-context.ts';
import { type Boot, useBoot } from '../state/boot.ts';
import { Mark } from '../ui/mark.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { lazyScreen } from './lazy-screen.ts';
import { prefetchScreens } from './routes.ts';
import { ServicesContext } from './services.ts';
import { Shell } from './shell.tsx';

const SetupScreen = lazyScreen(() => import('../screens/setup/setup-screen.tsx').then((m) => m.SetupScreen));

/** From the first paint to the open ledger: opening, refused, taken over, set-up, or the shell with its screens. */
export function App() {
	const boot = useBoot();
	const { text } = useMessages();
	switch (boot.kind) {
		case 'opening':
			return (
				<Plain>
					<Mark name="joined" className="boot__mark" />
					<p className="lead" role="status">
						{text.shell.opening}
					</p>
				</Plain>
			);
		case 'failed':
			return (
				<Plain>
					<h1 className="h1">{text.common.product}</h1>
					<ProblemNote problem={boot.problem} onRetry={() => location.reload()} />
				</Plain>
			);
		case 'replaced':
			return (
				<Plain>
					<h1 className="h1">{text.shell.replacedTitle}</h1>
					<p className="lead">{text.shell.replacedText}</p>
					<button type="button" className="btn btn--go btn--big" onClick={() => location.reload()}>
						{text.shell.reopen}
					</button>
				</Plain>
			);
		case 'ready':
			return <Ready boot={boot} />;
	}
}

function Plain({ children }: { readonly children: ReactNode }) {
	return <main className="boot">{children}</main>;
}

function Ready({ boot }: { readonly boot: Extract<Boot, { kind: 'ready' }> }) {
	const { db } = boot.services;
	const stored = useLiveQuery(() => shopOf(db).then((shop) => ({ shop })), [db]);
	const shop = stored?.shop ?? null;
	const services = useMemo(() => (shop ? { ...boot.services, shop } : null), [boot.services, shop]);
	useEffect(prefetchScreens, []);
	if (!stored) return <Plain>{null}</Plain>;
	if (!services) {
		return (
			<ServicesContext value={{ ...boot.services, shop: SHOP_DEFAULT }}>
				<Suspense fallback={<Plain>{null}</Plain>}>
					<SetupScreen />
				</Suspense>
			</ServicesContext>
		);
	}
	return (
		<ServicesContext value={services}>
			<Shell readOnly={boot.readOnly} missing={boot.missing} recovered={boot.recovered} />
		</ServicesContext>
	);
}
