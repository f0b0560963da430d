/** The only script addresses that may be handed to the browser: the service worker and the app's own workers (CSP `trusted-types`). */
type Policy = { readonly createScriptURL: (url: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

const rules: Policy = {
	createScriptURL: (url) => {
		const own = new URL(url, location.href);
		if (own.origin !== location.origin || !/^\/(sw\.js|(assets|src)\/[\w./-]+)$/.test(own.pathname))
			throw new TypeError(`not a script of this app: ${own.pathname}`);
		return url;
	},
};

const factory = (globalThis as { readonly trustedTypes?: Factory }).trustedTypes;
const policy = factory ? factory.createPolicy('counterfoil-sw', rules) : rules;

/** Checks the address and marks it as trusted where the browser asks for that. */
export function trustedScriptUrl(url: string | URL): string {
	return policy.createScriptURL(String(url));
}
