import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { zoneOffset } from '../../domain/time.ts';
import { openOutage } from '../../storage/queries/open-outage.ts';
import { type Standing, standing } from '../../storage/queries/standing.ts';
import { useMessages } from '../messages/messages-context.ts';
import { SellScreen } from '../screens/sell/sell-screen.tsx';
import { useOutageSwitch } from '../state/outage-switch.ts';
import { usePreferences } from '../state/preferences.ts';
import { useTill } from '../state/till.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { lazyScreen } from './lazy-screen.ts';
import type { NoticesProps } from './notices.tsx';
import { PracticeTour } from './practice-tour.tsx';
import { Rail } from './rail.tsx';
import { LAZY_ROUTES, titleKey } from './routes.ts';
import { currentDay, useServices } from './services.ts';
import { TopBar } from './top-bar.tsx';

const Notices = lazyScreen(() => import('./notices.tsx').then((module) => module.Notices));
const Bands = lazyScreen(() => import('./bands.tsx').then((module) => module.Bands));

const NO_STANDING: Standing = { open: 0, awaiting: 0, coveredTo: null, coveredToday: false, uncopied: 0, copiedAt: null };

/** Top bar, rail and the screen between them. */
export function Shell({ readOnly, missing, recovered }: NoticesProps) {
	const { text } = useMessages();
	const services = useServices();
	const [path] = useLocation();
	useActor();
	const state = useStanding();
	const outage = useLiveQuery(() => openOutage(services.db), [services.db]) ?? null;
	const outageSwitch = useOutageSwitch();
	const title = text.shell.nav[titleKey(path)];
	useEffect(() => {
		document.title = `${title} · ${text.common.product}`;
	}, [title, text]);
	return (
		<div className="app">
			<a className="btn skip" href="#main">
				{text.shell.skip}
			</a>
			<TopBar title={title} standing={state} />
			<Rail open={state.open} outage={outage !== null} onOutage={outageSwitch.ask} />
			<Suspense fallback={null}>
				<Bands />
			</Suspense>
			<main className="main" id="main" tabIndex={-1}>
				{(readOnly || missing || recovered > 0) && (
					<Suspense fallback={null}>
						<Notices readOnly={readOnly} missing={missing} recovered={recovered} />
					</Suspense>
				)}
				{services.mode === 'practice' && <PracticeTour />}
				<ErrorBoundary resetKey={path}>
					<Suspense fallback={<p className="sr">{text.common.loading}</p>}>
						<Switch>
							<Route path="/sell" component={SellScreen} />
							{LAZY_ROUTES.map(({ path: route, Screen }) => (
								<Route key={route} path={route} component={Screen} />
							))}
							<Route>
								<Redirect to="/sell" replace />
							</Route>
						</Switch>
					</Suspense>
				</ErrorBoundary>
			</main>
		</div>
	);
}

/** The cashier that the top bar shows is the one that entries name. */
function useActor(): void {
	const { shop } = useServices();
	const chosen = usePreferences((state) => state.cashier);
	const actor = chosen && shop.cashiers.includes(chosen) ? chosen : (shop.cashiers[0] ?? '');
	useEffect(() => useTill.setState({ actor }), [actor]);
}

function useStanding(): Standing {
	const services = useServices();
	const { db, shop, ports } = services;
	const day = currentDay(services);
	return (
		useLiveQuery(
			() => standing(db, day, { offset: zoneOffset(shop.zone, ports.clock.now().at), cutoverMinutes: shop.cutoverMinutes }),
			[db, day, shop, ports],
		) ?? NO_STANDING
	);
}
