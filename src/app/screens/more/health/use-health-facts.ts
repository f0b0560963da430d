import type { LedgerHealth } from '../../../../storage/queries/more-health.ts';
import { useServices } from '../../../shell/services.ts';
import { useInstall } from '../../../state/install.ts';
import { type BrowserEngine, browserEngine } from './browser.ts';
import { type DeviceStorage, useDeviceStorage } from './use-device-health.ts';

export type HealthFacts = {
	readonly installed: boolean;
	readonly storage: DeviceStorage;
	readonly askToKeep: () => Promise<void>;
	readonly clockSuspect: boolean;
	readonly engine: BrowserEngine | null;
	/** How many of these a person should look at. */
	readonly notes: number;
};

/** Everything about this device that decides whether the books are safe. */
export function useHealthFacts(ledger: LedgerHealth | undefined): HealthFacts {
	const { ports } = useServices();
	const installed = useInstall((install) => install.installed);
	const { storage, askToKeep } = useDeviceStorage();
	const clockSuspect = ports.clock.suspect();
	const engine = browserEngine(navigator.userAgent);
	const notes = healthNotes({ installed, persisted: storage.persisted, uncopied: ledger?.uncopied ?? 0, clockSuspect, engine });
	return { installed, storage, askToKeep, clockSuspect, engine, notes };
}

type Noted = {
	readonly installed: boolean;
	readonly persisted: boolean | null;
	readonly uncopied: number;
	readonly clockSuspect: boolean;
	readonly engine: BrowserEngine | null;
};

/** How many things need a look; what cannot be read counts, because it is not known to be well. */
export function healthNotes({ installed, persisted, uncopied, clockSuspect, engine }: Noted): number {
	return [!installed, persisted !== true, uncopied > 0, clockSuspect, engine?.age !== 'recent'].filter(Boolean).length;
}
