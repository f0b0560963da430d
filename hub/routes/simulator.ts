import { type Context, Hono } from 'hono';
import { AMOUNT_MINOR_MAX, formatMajor, parseMajor } from '../../src/domain/money.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { DAY_MS, formatIso, type Instant, parseIso, type Stamp } from '../../src/domain/time.ts';
import { readAdvance, readPayment } from '../../src/feeds/protocol.ts';
import { SHOP_OFFSET } from '../sources/simulator/customers.ts';
import type { SimulatorControl } from '../sources/simulator/simulator.ts';
import type { Payment, PaymentRequest } from '../sources/simulator/terminal.ts';
import { refuse } from '../web/problem-answer.ts';

const BACKDATED_MS_MAX = 31 * DAY_MS;

/** The simulated terminal: somebody pays, time passes, and the truth about every payment. */
export function simulatorRoutes(control: SimulatorControl): Hono {
	const routes = new Hono();
	routes.post('/payments', async (c) => {
		const request = requestOf(await json(c), control.now());
		if (!request.ok) return refuse(c, 'payment_unreadable', request.error);
		return c.json(slipOf(await control.pay(request.value)), 201);
	});
	routes.post('/advance', async (c) => {
		const wanted = readAdvance(await json(c));
		if (!wanted.ok) return refuse(c, 'seconds_bad');
		return c.json({ now: show(await control.advance(wanted.value.seconds)) });
	});
	routes.get('/truth', (c) => c.json(control.truth(), 200, { 'Cache-Control': 'no-store' }));
	return routes;
}

function requestOf(body: unknown, now: Instant): Result<PaymentRequest, string> {
	const wire = readPayment(body);
	if (!wire.ok) return wire;
	const { amount, currency, tender, terminalId, at } = wire.value;
	const minor = parseMajor(amount, currency);
	if (!minor.ok || minor.value < 1 || minor.value > AMOUNT_MINOR_MAX) return fail('amount: expected a positive decimal text of the currency');
	const stamp: Stamp | null = at === undefined ? { at: now, offset: SHOP_OFFSET } : parseIso(at);
	if (stamp === null || Math.abs(stamp.at - now) > BACKDATED_MS_MAX) return fail('at: expected an instant at most 31 days away');
	return ok({ amountMinor: minor.value, currency, tender, terminalId, at: stamp });
}

/** What the cashier and the customer see: every payment looks approved; a lost one prints no slip. */
function slipOf({ order, printed }: Payment) {
	const { id, amountMinor, currency, tender, terminalId, at } = order;
	const slip = printed.own.length > 0 ? printed.slip : null;
	return { id, result: 'approved', amount: formatMajor(amountMinor, currency), currency, tender, terminalId, at: formatIso(at), slip };
}

function show(at: Instant): string {
	return formatIso({ at, offset: SHOP_OFFSET });
}

async function json(c: Context): Promise<unknown> {
	if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) return undefined;
	return c.req.json<unknown>().catch(() => undefined);
}
