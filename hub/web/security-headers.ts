import type { MiddlewareHandler } from 'hono';

/**
 * Everything comes from this origin and nothing is made of text. The one Trusted Types policy makes
 * the addresses of the service worker and of the engine's worker; no other script address can be made at run time.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' blob: data:",
	"connect-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"font-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"object-src 'none'",
	"require-trusted-types-for 'script'",
	'trusted-types counterfoil-sw',
].join('; ');

/** What a page of ours never needs. Copying texts, sharing files, full screen and keeping the screen on stay allowed. */
const SWITCHED_OFF = [
	...['accelerometer', 'browsing-topics', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation', 'gyroscope', 'hid'],
	...['idle-detection', 'local-fonts', 'magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'picture-in-picture', 'serial', 'sync-xhr'],
	...['usb', 'window-management', 'xr-spatial-tracking'],
];

const HEADERS: Readonly<Record<string, string>> = {
	'Content-Security-Policy': CONTENT_SECURITY_POLICY,
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'no-referrer',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': ['camera=(self)', ...SWITCHED_OFF.map((feature) => `${feature}=()`)].join(', '),
	'X-Frame-Options': 'DENY',
	// Browsers heed it only over https, that is behind a proxy that ends TLS.
	'Strict-Transport-Security': 'max-age=31536000',
};

/** On every answer, errors and workers included. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
	await next();
	for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value);
};
