import { createContext, useContext } from 'react';
import type { Ports } from '../../commands/ports.ts';
import { invariant } from '../../domain/invariant.ts';
import type { Shop } from '../../domain/ledger/shop.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Result } from '../../domain/result.ts';
import { type BusinessDay, businessDayOf, zoneOffset } from '../../domain/time.ts';
import type { Database } from '../../storage/queries/source.ts';
import { PRACTICE_DAY } from '../practice/demo-day.ts';

/** What the composition root hands to the screens. Screens read through `storage/queries` with `db` and write through commands with `ports`. */
export type Services = {
	readonly ports: Ports;
	readonly db: Database;
	/** Practice has a database of its own and is marked on every screen. */
	readonly mode: 'shop' | 'practice';
	readonly shop: Shop;
	/** Pulls receipts and compares, now; answers when done. Safe to call at any time. */
	readonly refresh: () => Promise<unknown>;
	/** Compares what changed, now, without asking the hub. Called after every decision and import; never rejects. */
	readonly compare: () => Promise<Result<unknown, Problem>>;
	/** What only the composition root can do. */
	readonly device: DeviceActions;
};

export type DeviceActions = {
	/** Hands the whole log to the person as a file and remembers that a copy left the tablet. */
	readonly exportLedger: () => Promise<Result<{ readonly name: string; readonly entries: number }, Problem>>;
	readonly enterPractice: () => void;
	readonly leavePractice: () => void;
	/** Empties the practice database, never the shop's, and fills it again. */
	readonly resetPractice: () => Promise<void>;
	/** Goes on with a new chain where entries are missing for good; the loss stays on record. */
	readonly acceptLoss: () => void;
};

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
	const services = useContext(ServicesContext);
	invariant(services, 'no services above this component');
	return services;
}

/** The business day that is running. */
export function currentDay({ ports, shop }: Services): BusinessDay {
	const { at } = ports.clock.now();
	return businessDayOf({ at, offset: zoneOffset(shop.zone, at) }, shop.cutoverMinutes);
}

/** The day that comparing, closing and reviewing open with: the running one, in practice the demo day. */
export function dayToReview(services: Services): BusinessDay {
	return services.mode === 'practice' ? PRACTICE_DAY : currentDay(services);
}
