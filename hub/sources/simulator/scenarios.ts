import type { DiscrepancyKind } from '../../../src/domain/matching/kinds.ts';

/** What can happen to the receipt of a payment that the terminal took. */
export const FAULTS = ['none', 'lost', 'doubled', 'amount_short', 'amount_over', 'other_tender', 'late'] as const;
export type Fault = (typeof FAULTS)[number];

/** The gap that a fault leaves for a sale that was logged as it was asked for. */
export const GAP_OF_FAULT: Readonly<Record<Fault, DiscrepancyKind | null>> = {
	none: null,
	lost: 'missing_at_terminal',
	doubled: 'duplicate_charge',
	amount_short: 'amount_short',
	amount_over: 'amount_over',
	other_tender: 'tender_mismatch',
	late: null,
};

export const SCENARIO_NAMES = ['clean', 'outage', 'faulty', 'noon-rush'] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

export type Scenario = {
	readonly about: string;
	/** Fault by the running number of the payment, from 1; all others go well. */
	readonly faults: Readonly<Record<number, Fault>>;
	/** After these payments the terminal also prints a receipt for a sale that nobody asked for. */
	readonly strays: readonly number[];
	/** The terminal loses its network with the first payment, and finds it again so many seconds later. */
	readonly offlineSeconds: number | null;
	/** Customers come by themselves, through the day. */
	readonly customers: boolean;
};

/** The terminals that can be had as `simulator:NAME`; README.md in `hub/` says the same in words. */
export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
	clean: { about: 'Every payment leaves its receipt within a second.', faults: {}, strays: [], offlineSeconds: null, customers: false },
	outage: {
		about: 'The network fails with the first payment and is back ten minutes later; then all receipts come in one batch, but for that of the 2nd payment.',
		faults: { 2: 'lost' },
		strays: [],
		offlineSeconds: 600,
		customers: false,
	},
	faulty: {
		about: '2nd receipt lost, 5th doubled, 7th charged too little, 9th under another tender; after the 4th a receipt that nobody asked for.',
		faults: { 2: 'lost', 5: 'doubled', 7: 'amount_short', 9: 'other_tender' },
		strays: [4],
		offlineSeconds: null,
		customers: false,
	},
	'noon-rush': {
		about:
			'About 130 customers a day from 10:30 to 21:30 with two rushes; about 1 in 12 payments has a fault, and from 12:20 to 12:35 the terminal is offline.',
		faults: {},
		strays: [],
		offlineSeconds: null,
		customers: true,
	},
};

export function isScenario(name: string): name is ScenarioName {
	return (SCENARIO_NAMES as readonly string[]).includes(name);
}
