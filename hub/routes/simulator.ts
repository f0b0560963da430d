import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { AMOUNT_MINOR_MAX, formatMajor, parseMajor } from '../../src/domain/money.ts';
import { fail, ok, type Result } from '../../src/domain/result.ts';
import { DAY_MS, formatIso, type Instant, parseIso, type Stamp } from '../../src/domain/time.ts';
import { SHOP_OFFSET } from '../sources/simulator/customers.ts';
import { SIMULATED_TENDERS } from '../sources/simulator/payment.ts';
import type { SimulatorControl } from '../sources/simulator/simulator.ts';
import type { Payment, PaymentRequest } from '../sources/simulator/terminal.ts';
import { refuse } from '../web/problem-answer.ts';

const SECONDS_MAX = 31 * 86_400;
const BACKDATED_MS_MAX = 31 * DAY_MS;
const TERMINAL = '01086601';

const paymentSchema = v.object({
	/** Major units, as a text. */
	amount: v.string(),
	currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)), 'CNY'),
	tender: v.picklist(SIMULATED_TENDERS),
	terminalId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(32)), TERMINAL),
	/** Moment that the receipt shows; now where left out. */
	at: v.optional(v.string()),
});
const advanceSchema = v.object({ seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SECONDS_MAX)) });

/** The simulated terminal: somebody pays, time passes, and the truth about every payment. */
export function simulatorRoutes(control: SimulatorControl): Hono {
	const routes = new Hono();
	routes.post('/payments', async (c) => {
		const request = readPayment(await json(c), control.now());
		if (!request.ok) return refuse(c, 'payment_unreadable', request.error);
		return c.json(slipOf(await control.pay(request.value)), 201);
	});
	routes.post('/advance', async (c) => {
		const wanted = v.safeParse(advanceSchema, await json(c));
		if (!wanted.success) return refuse(c, 'seconds_bad');
		return c.json({ now: show(await control.advance(wanted.output.seconds)) });
	});
	routes.get('/truth', (c) => c.json(control.truth(), 200, { 'Cache-Control': 'no-store' }));
	return routes;
}

function readPayment(body: unknown, now: Instant): Result<PaymentRequest, string> {
	const parsed = v.safeParse(paymentSchema, body);
	if (!parsed.success) return fail(`${v.getDotPath(parsed.issues[0]) ?? 'body'}: ${parsed.issues[0].message}`);
	const { amount, currency, tender, terminalId, at } = parsed.output;
	const minor = parseMajor(amount, currency);
	if (!minor.ok || minor.value < 1 || minor.value > AMOUNT_MINOR_MAX) return fail('amount: expected a positive decimal text of the currency');
	const stamp: Stamp | null = at === undefined ? { at: now, offset: SHOP_OFFSET } : parseIso(at);
	if (stamp === null || Math.abs(stamp.at - now) > BACKDATED_MS_MAX) return fail('at: expected an ISO 8601 instant with offset, at most 31 days away');
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
