import { create } from 'zustand';
import { LANGUAGES, type Language } from '../messages/catalog.ts';

/** Conveniences of this device. Losing them costs a tap, never money: that is why they may stand in localStorage. */
export type Preferences = {
	readonly language: Language;
	readonly theme: 'system' | 'light' | 'dark';
	/** `calculator`: 7-8-9 on top; `phone`: 1-2-3 on top. */
	readonly keypad: 'calculator' | 'phone';
	readonly sound: boolean;
	readonly terminalId: string | null;
	readonly cashier: string | null;
	/** Last tender of each terminal: it labels the primary key. */
	readonly lastTender: Readonly<Record<string, string>>;
	/** What the hub asks for where other devices can reach it; typed in again if it is lost. */
	readonly hubToken: string;
	/** How often practice was begun anew; each beginning has a database of its own. */
	readonly practiceRun: number;
};

const KEY = 'counterfoil.preferences';
const DEFAULTS: Preferences = {
	language: 'zh-CN',
	theme: 'system',
	keypad: 'calculator',
	sound: false,
	terminalId: null,
	cashier: null,
	lastTender: {},
	hubToken: '',
	practiceRun: 0,
};

type Store = Preferences & { readonly set: (change: Partial<Preferences>) => void };

export const usePreferences = create<Store>()((set, get) => ({
	...DEFAULTS,
	...stored(),
	set: (change) => {
		set(change);
		const { set: _, ...kept } = get();
		try {
			localStorage.setItem(KEY, JSON.stringify(kept));
		} catch {
			// A device that keeps nothing asks again next time.
		}
	},
}));

function stored(): Partial<Preferences> {
	try {
		const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
		return typeof value === 'object' && value !== null ? value : {};
	} catch {
		return {};
	}
}

/** The language of the address (`?lang=`), else the remembered one, else the browser's if it is English. */
export function languageAtStart(search: string, browser: string): Language {
	const asked = new URLSearchParams(search).get('lang');
	const known = LANGUAGES.find((language) => language === asked);
	if (known) {
		usePreferences.getState().set({ language: known });
		return known;
	}
	if (stored().language) return usePreferences.getState().language;
	return browser.toLowerCase().startsWith('zh') || browser === '' ? 'zh-CN' : 'en';
}
