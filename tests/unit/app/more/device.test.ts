import { describe, expect, test } from 'vitest';
import { browserEngine, bytesText } from '../../../../src/app/screens/more/health/browser.ts';
import { healthNotes } from '../../../../src/app/screens/more/health/use-health-facts.ts';
import { sectionOfSearch } from '../../../../src/app/screens/more/sections.ts';
import { moveTender, offeredTenders } from '../../../../src/app/screens/more/settings/tender-order.ts';
import { freeTerminalId } from '../../../../src/app/screens/more/settings/terminals.ts';
import { installWay } from '../../../../src/app/state/install.ts';

const CHROME = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const OLD_CHROME = CHROME.replace('130.0.0.0', '111.0.0.0');
const IPAD = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15';

describe('the browser', () => {
	test('is told with its engine and age', () => {
		expect(browserEngine(CHROME)).toEqual({ name: 'Chromium', version: '130', age: 'recent' });
		expect(browserEngine(OLD_CHROME)).toMatchObject({ age: 'old' });
		expect(browserEngine(IPAD)).toEqual({ name: 'Safari', version: '17.4', age: 'recent' });
	});
	test('that does not say is not guessed', () => {
		expect(browserEngine('SomeShell/1.0')).toBeNull();
	});
});

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[3_140_000_000, '3.1 GB'],
	[24_000_000, '24 MB'],
	[2_000, '2 KB'],
])('%i bytes are %s', (bytes, text) => {
	expect(bytesText(bytes)).toBe(text);
});

describe('advice on installing', () => {
	test('is the browser’s own question where there is one', () => {
		expect(installWay(true, CHROME, 5)).toBe('prompt');
	});
	test('is the share sheet on an iPad, which calls itself a Mac but can be touched', () => {
		expect(installWay(false, IPAD, 5)).toBe('share_sheet');
		expect(installWay(false, IPAD, 0)).toBe('browser_menu');
	});
	test('is the menu elsewhere', () => {
		expect(installWay(false, CHROME, 5)).toBe('browser_menu');
	});
});

describe('what to note about the device', () => {
	const well = { installed: true, persisted: true, uncopied: 0, clockSuspect: false, engine: browserEngine(CHROME) };
	test('is nothing where all is well', () => {
		expect(healthNotes(well)).toBe(0);
	});
	test('counts what cannot be read, because it is not known to be well', () => {
		expect(healthNotes({ ...well, persisted: null, engine: null })).toBe(2);
	});
	test('counts everything that could lose the books', () => {
		expect(healthNotes({ installed: false, persisted: false, uncopied: 3, clockSuspect: true, engine: browserEngine(OLD_CHROME) })).toBe(5);
	});
});

describe('the order of the tender keys', () => {
	test('moves by one place and stays at the ends', () => {
		expect(moveTender(['card', 'wechat', 'cash'], 'wechat', -1)).toEqual(['wechat', 'card', 'cash']);
		expect(moveTender(['card', 'wechat', 'cash'], 'cash', 1)).toEqual(['card', 'wechat', 'cash']);
	});
	test('offers those without a key after the others', () => {
		expect(offeredTenders(['cash', 'card'])).toEqual(['cash', 'card', 'wechat', 'alipay', 'unionpay_qr', 'other']);
	});
});

test('a new terminal gets a number that no other has', () => {
	expect(
		freeTerminalId([
			{ id: '1', name: '', provider: '' },
			{ id: '3', name: '', provider: '' },
		]),
	).toBe('2');
});

test('an unknown section is none', () => {
	expect(sectionOfSearch('section=keys')).toBe('keys');
	expect(sectionOfSearch('section=nothing')).toBeNull();
});
