import { buildApp } from '../../../scripts/app-build.mjs';

/** Builds the app once for all end-to-end tests, where its sources changed. */
export default async function setup(): Promise<void> {
	if (!process.env.COUNTERFOIL_APP) await buildApp(new AbortController().signal);
}
