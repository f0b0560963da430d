import { Hono } from 'hono';
import { HEALTH_PATH, PROBLEMS_PATH, RECEIPTS_PATH, SIMULATOR_PATH, STATEMENTS_PATH } from '../src/feeds/protocol.ts';
import { appFiles } from './routes/app-files.ts';
import { health } from './routes/health.ts';
import type { HubState } from './routes/hub-state.ts';
import { problems } from './routes/problems.ts';
import { receipts } from './routes/receipts.ts';
import { simulatorRoutes } from './routes/simulator.ts';
import { statements } from './routes/statements.ts';
import { refuseForeignOrigin, requireOwnName, requireToken } from './web/access.ts';
import { type HubEnv, limitBody, limitRate } from './web/limits.ts';
import { refuse } from './web/problem-answer.ts';
import { securityHeaders } from './web/security-headers.ts';

/** The hub's answers: the feed under `/hub/v1`, the app everywhere else. */
export function createApp(state: HubState): Hono<HubEnv> {
	const app = new Hono<HubEnv>();
	app.use(securityHeaders, limitRate(state.elapsed), requireOwnName(state.open), limitBody);
	app.onError((error, c) => {
		state.log(`${c.req.method} ${new URL(c.req.url).pathname}: ${error.stack ?? error.message}`);
		return refuse(c, 'failed');
	});

	app.get(HEALTH_PATH, (c) => health(c, state));
	for (const path of [RECEIPTS_PATH, STATEMENTS_PATH, PROBLEMS_PATH, `${SIMULATOR_PATH}/*`]) app.use(path, requireToken(state.token));
	app.get(RECEIPTS_PATH, (c) => receipts(c, state));
	app.get(STATEMENTS_PATH, (c) => statements(c, state));
	app.get(PROBLEMS_PATH, (c) => problems(c, state));
	if (state.simulator) {
		app.use(`${SIMULATOR_PATH}/*`, refuseForeignOrigin);
		app.route(SIMULATOR_PATH, simulatorRoutes(state.simulator));
	}
	for (const path of [HEALTH_PATH, RECEIPTS_PATH, STATEMENTS_PATH, PROBLEMS_PATH]) app.all(path, (c) => refuse(c, 'method_not_allowed'));
	app.all('/hub/*', (c) => refuse(c, 'not_found'));
	// A shared file goes to the service worker; where there is none yet, the person picks it on the page that opens.
	app.post('/share-target', (c) => c.redirect('/import', 303));
	app.all('*', appFiles(state));
	return app;
}
