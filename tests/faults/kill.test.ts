import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningHub, startHub } from '../e2e/support/hub.ts';
import { killWhileSelling } from './support/kill-while-selling.ts';
import { buildSabotaged, SABOTAGES } from './support/sabotage.ts';

/** `npm run proof:kill` asks for more. */
const KILLS = Number(process.env.COUNTERFOIL_KILLS ?? 8);
/** A sabotaged build loses sales in nearly every kill; so many give it no way to look sound. */
const KILLS_SABOTAGED = 6;

let hub: RunningHub;

beforeAll(async () => {
	hub = await startHub();
});
afterAll(() => hub.stop());

describe('the browser is killed in the middle of rapid entry', () => {
	test(`in ${KILLS} kills no acknowledged sale is lost, none is doubled, and the chain is whole`, { timeout: KILLS * 30_000 }, async () => {
		const profile = await mkdtemp(join(tmpdir(), 'counterfoil-kill-'));
		const total = { acknowledged: 0, recorded: 0 };
		for (let kill = 0; kill < KILLS; kill += 1) {
			const result = await killWhileSelling(hub.url, profile, afterMs(kill));
			expect(result.lost, `kill ${kill}`).toEqual([]);
			expect(result.doubled, `kill ${kill}`).toEqual([]);
			expect(result.fault, `kill ${kill}`).toBeNull();
			total.acknowledged += result.acknowledged;
			total.recorded = result.recorded;
		}
		console.log(`${KILLS} kills: ${total.acknowledged} sales acknowledged, ${total.recorded} in the ledger, 0 lost, 0 doubled, chain whole`);
		expect(total.acknowledged).toBeGreaterThan(KILLS * 5);
		await rm(profile, { recursive: true, force: true });
	});
});

describe('the same proof on a build that is sabotaged', () => {
	test.each(SABOTAGES)('$name: sales that were acknowledged are lost', { timeout: 300_000 }, async (sabotage) => {
		const dist = await buildSabotaged(sabotage);
		const broken = await startHub({ dist });
		const profile = await mkdtemp(join(tmpdir(), 'counterfoil-kill-'));
		let lost = 0;
		for (let kill = 0; kill < KILLS_SABOTAGED && lost === 0; kill += 1) lost += (await killWhileSelling(broken.url, profile, afterMs(kill))).lost.length;
		expect(lost).toBeGreaterThan(0);
		await broken.stop();
		await Promise.all([profile, dist].map((folder) => rm(folder, { recursive: true, force: true })));
	});
});

/** Spread over the first two and a half seconds of selling, the same on every run. */
function afterMs(kill: number): number {
	return 300 + ((kill * 977) % 2_200);
}
