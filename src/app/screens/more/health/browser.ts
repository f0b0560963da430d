/** The browser's engine, as far as its user agent tells. */
export type BrowserEngine = { readonly name: 'Chromium' | 'Safari' | 'Firefox'; readonly version: string; readonly age: 'recent' | 'old' };

/** From these on nothing is missing; older ones down to the floor of the build still work (Chromium 111, Safari 16.4). */
const RECENT = { Chromium: 120, Safari: 17, Firefox: 121 } as const;

const PATTERNS = [
	['Chromium', /Chrom(?:e|ium)\/(\d+(?:\.\d+)?)/],
	['Firefox', /Firefox\/(\d+(?:\.\d+)?)/],
	['Safari', /Version\/(\d+(?:\.\d+)?).*Safari\//],
] as const;

/** Null where the browser does not say: "cannot read" is told as such. */
export function browserEngine(userAgent: string): BrowserEngine | null {
	for (const [name, pattern] of PATTERNS) {
		const version = pattern.exec(userAgent)?.[1];
		if (version === undefined) continue;
		const major = Number(version.split('.')[0]);
		return { name, version: name === 'Safari' ? version : String(major), age: major >= RECENT[name] ? 'recent' : 'old' };
	}
	return null;
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** "24 MB", "3.1 GB": one decimal below ten, none above. */
export function bytesText(bytes: number): string {
	let value = bytes;
	let unit = 0;
	while (value >= 1_000 && unit < UNITS.length - 1) {
		value /= 1_000;
		unit++;
	}
	const text = value < 10 && unit > 0 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
	return `${text} ${UNITS[unit]}`;
}
