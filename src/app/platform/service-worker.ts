import { Workbox } from 'workbox-window';
import { useAppUpdate } from '../state/app-update.ts';
import { listenForInstall } from '../state/install.ts';
import { useTill } from '../state/till.ts';
import { askPersistence } from './storage-persistence.ts';
import { trustedScriptUrl } from './trusted-urls.ts';

/** Asks that the ledger is not evicted, and keeps the program for days without a network. */
export async function keepOffline(): Promise<void> {
	listenForInstall();
	await Promise.all([askPersistence(), registerServiceWorker()]);
}

/** Looked for at start and then every hour. */
const CHECK_EVERY_MS = 3_600_000;
/** Applied without being asked for only after so long without a touch, and never while a sale is being entered. */
const IDLE_APPLY_MS = 600_000;

/**
 * Registers the service worker. A new version is fetched and waits; it takes over when the person says so, or when the till
 * has been idle for ten minutes. Another window that took it over makes this one reload at its own safe point.
 */
async function registerServiceWorker(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const workbox = new Workbox(trustedScriptUrl('/sw.js'));
	let applying = false;
	const apply = () => {
		if (useTill.getState().busy) return;
		applying = true;
		workbox.messageSkipWaiting();
	};
	workbox.addEventListener('waiting', () => {
		useAppUpdate.setState({ apply });
		applyWhenIdle(apply);
	});
	const controlled = navigator.serviceWorker.controller !== null;
	navigator.serviceWorker.addEventListener('controllerchange', () => {
		if (!controlled && !applying) return;
		reloadWhenFree();
	});
	// Where workers are blocked the app works as a page; it only does not open offline.
	const registration = await workbox.register().catch(() => undefined);
	setInterval(() => void registration?.update().catch(() => undefined), CHECK_EVERY_MS);
}

/** Reloads at once where no sale is being entered, else as soon as it is saved. */
function reloadWhenFree(): void {
	if (!useTill.getState().busy) {
		location.reload();
		return;
	}
	const stop = useTill.subscribe((till) => {
		if (till.busy) return;
		stop();
		location.reload();
	});
}

function applyWhenIdle(apply: () => void): void {
	let touched = performance.now();
	const touch = () => {
		touched = performance.now();
	};
	for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, touch, { passive: true });
	setInterval(() => {
		if (performance.now() - touched > IDLE_APPLY_MS && !useTill.getState().busy) apply();
	}, 60_000);
}
