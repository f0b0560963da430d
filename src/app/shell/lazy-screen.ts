import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadRest } from '../messages/catalog.ts';

/** A screen in a chunk of its own, together with the words that it needs. */
export function lazyScreen(load: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
	return lazy(async () => {
		const [screen] = await Promise.all([load(), loadRest()]);
		return { default: screen };
	});
}
