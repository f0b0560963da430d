import { create } from 'zustand';

/** Chromium's offer to install; not in the DOM library because it is no standard. */
type InstallOffer = Event & { readonly prompt: () => Promise<void>; readonly userChoice: Promise<{ readonly outcome: 'accepted' | 'dismissed' }> };

/** How the app can come to the home screen on this device. */
export type InstallWay = 'prompt' | 'share_sheet' | 'browser_menu';

type Install = { readonly installed: boolean; readonly offer: InstallOffer | null };

export const useInstall = create<Install>()(() => ({ installed: false, offer: null }));

/** Keeps Chromium's offer until somebody asks for it, and notices an installation. Called once, before the first paint. */
export function listenForInstall(): void {
	const standalone = matchMedia('(display-mode: standalone)');
	useInstall.setState({ installed: standalone.matches || openedFromAppleHomeScreen() });
	standalone.addEventListener('change', (event) => useInstall.setState({ installed: event.matches }));
	window.addEventListener('beforeinstallprompt', (event) => {
		event.preventDefault();
		useInstall.setState({ offer: event as InstallOffer });
	});
	window.addEventListener('appinstalled', () => useInstall.setState({ installed: true, offer: null }));
}

/** Shows the browser's own question; an offer can be used once. */
export async function askToInstall(): Promise<void> {
	const { offer } = useInstall.getState();
	if (!offer) return;
	useInstall.setState({ offer: null });
	await offer.prompt();
	if ((await offer.userChoice).outcome === 'accepted') useInstall.setState({ installed: true });
}

/** Which advice helps here. */
export function installWay(offered: boolean, userAgent: string, touchPoints: number): InstallWay {
	if (offered) return 'prompt';
	const apple = /iPad|iPhone|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
	return apple ? 'share_sheet' : 'browser_menu';
}

function openedFromAppleHomeScreen(): boolean {
	return 'standalone' in navigator && navigator.standalone === true;
}
