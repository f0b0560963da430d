import { useCallback, useEffect, useState } from 'react';

/** What the browser says about this origin's storage; null where it does not say. The quota that Chromium tells is made up, so it is not shown. */
export type DeviceStorage = { readonly persisted: boolean | null; readonly usedBytes: number | null };

const READ_AGAIN_MS = 3_000;

const UNREAD: DeviceStorage = { persisted: null, usedBytes: null };

/** Storage as it stands now, and the question to the browser to keep it. */
export function useDeviceStorage(): { readonly storage: DeviceStorage; readonly askToKeep: () => Promise<void> } {
	const [storage, setStorage] = useState(UNREAD);
	const read = useCallback(async () => setStorage(await readStorage()), []);
	useEffect(() => {
		void read();
		// The app asks for persistence by itself when it starts; the answer may come while this is looked at.
		const again = setInterval(read, READ_AGAIN_MS);
		return () => clearInterval(again);
	}, [read]);
	const askToKeep = useCallback(async () => {
		await navigator.storage?.persist?.();
		await read();
	}, [read]);
	return { storage, askToKeep };
}

async function readStorage(): Promise<DeviceStorage> {
	const manager = navigator.storage;
	if (!manager) return UNREAD;
	const [persisted, estimate] = await Promise.all([manager.persisted?.().catch(() => null) ?? null, manager.estimate?.().catch(() => null) ?? null]);
	return { persisted, usedBytes: estimate?.usage ?? null };
}
