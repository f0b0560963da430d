import type { core } from './zh-CN/core.ts';
import type { rest } from './zh-CN/rest.ts';

/** Texts are strings or small functions of their values; the Chinese catalog is the source, every other one has the same keys. */
type Widened<T> = T extends (...values: infer V) => string ? (...values: V) => string : T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> };

export type Core = Widened<typeof core>;
export type Rest = Widened<typeof rest>;
export type Catalog = Omit<Core, 'problems'> & Omit<Rest, 'moreProblems'> & { readonly problems: Core['problems'] & Rest['moreProblems'] };

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const catalogs = new Map<Language, Catalog>();
let inUse: Language = 'zh-CN';
let restWanted = false;

/**
 * The catalog of a language. The till's words come first; those of the other screens are put into the same object by
 * `loadRest`, which every other screen waits for before it renders.
 */
export async function loadCatalog(language: Language): Promise<Catalog> {
	inUse = language;
	let catalog = catalogs.get(language);
	if (!catalog) {
		catalog = { ...(await coreOf(language)) } as Catalog;
		catalogs.set(language, catalog);
	}
	if (restWanted) await loadRest();
	return catalog;
}

/** Fetches the words of all screens beside the till, in the language in use. */
export async function loadRest(): Promise<void> {
	restWanted = true;
	const language = inUse;
	const catalog = catalogs.get(language);
	if (!catalog || Object.hasOwn(catalog, 'queue')) return;
	const { moreProblems, ...rest } = await restOf(language);
	Object.assign(catalog, rest, { problems: { ...catalog.problems, ...moreProblems } });
}

async function coreOf(language: Language): Promise<Core> {
	return language === 'zh-CN' ? (await import('./zh-CN/core.ts')).core : (await import('./en/core.ts')).core;
}

async function restOf(language: Language): Promise<Rest> {
	return language === 'zh-CN' ? (await import('./zh-CN/rest.ts')).rest : (await import('./en/rest.ts')).rest;
}
