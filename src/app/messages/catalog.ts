import type { zhCN } from './zh-CN/index.ts';

/** Texts are strings or small functions of their values; the Chinese catalog is the source, every other one has the same keys. */
type Widened<T> = T extends (...values: infer V) => string ? (...values: V) => string : T extends string ? string : { readonly [K in keyof T]: Widened<T[K]> };

export type Catalog = Widened<typeof zhCN>;

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The catalog of a language, in a chunk of its own. */
export async function loadCatalog(language: Language): Promise<Catalog> {
	return language === 'zh-CN' ? (await import('./zh-CN/index.ts')).zhCN : (await import('./en/index.ts')).en;
}
