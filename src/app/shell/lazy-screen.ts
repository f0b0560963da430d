import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadRest } from '../messages/catalog.ts';

/** A screen or panel in a chunk of its own, together with the words that it needs. */
export function lazyScreen<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
	return lazy(async () => {
		const [screen] = await Promise.all([load(), loadRest()]);
		return { default: screen };
	});
}
