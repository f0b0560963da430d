import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../../src/importers/shared/bytes/text.ts';
import { fixtureBytes } from '../../../../support/bills.ts';

const contains = (word: string) => (head: string) => (head.includes(word) ? word : null);
const latin1 = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);

describe('the encoding of a file', () => {
	test('is UTF-8 where all of it is, with or without a byte order mark', () => {
		expect(decodeText(utf8('金额'), contains('金额'))).toEqual({ text: '金额', encoding: 'utf-8', cut: false, recognised: '金额' });
		expect(decodeText(utf8('\ufeff金额'), contains('金额'))?.text).toBe('金额');
		expect(decodeText(utf8('plain'), contains('plain'))?.encoding).toBe('utf-8');
	});

	test('is UTF-16 by its byte order mark', () => {
		expect(decodeText(utf16('金额'), contains('金额'))).toMatchObject({ text: '金额', encoding: 'utf-16le', cut: false });
		expect(decodeText(utf16('金额').subarray(0, -1), contains('金'))).toMatchObject({ text: '金', cut: true });
	});

	test('is GB18030 where that yields the names of a format', () => {
		const decoded = decodeText(fixtureBytes('wechat-trade-bill/portal-gb18030.csv'), contains('微信订单号'));
		expect(decoded?.encoding).toBe('gb18030');
		expect(decoded?.text).not.toContain('\ufffd');
	});

	test('is windows-1252 where letters with accents stand alone, though GBK could read them', () => {
		expect(decodeText(latin1('name\nZo\xeb,M\xfcLLER,Beg\xfcnstigter'), contains('name'))).toMatchObject({
			encoding: 'windows-1252',
			text: 'name\nZoë,MüLLER,Begünstigter',
		});
	});

	test('is windows-1252 where two of them stand together', () => {
		expect(decodeText(latin1('name\nGr\xf6\xdfe,S\xfc\xdfwaren'), contains('name'))?.text).toBe('name\nGröße,Süßwaren');
	});

	test.each([
		['<?xml version="1.0" encoding="ISO-8859-1"?><name>\xc4\xd6\xdc', 'windows-1252', 'ÄÖÜ'],
		['<?xml version="1.0" encoding=\'GBK\'?><name>Beg\xfcn\xc3\xe6', 'gb18030', '面'],
		['OFXHEADER:100\r\nENCODING:USASCII\r\nCHARSET:1252\r\n<name>\xc4\xd6\xdc', 'windows-1252', 'ÄÖÜ'],
		['<?xml version="1.0" encoding="EBCDIC-CP-DE"?><name>M\xfcller', 'windows-1252', 'Müller'],
	])('is what the file declares, where it is not UTF-8: %j', (text, encoding, letters) => {
		const decoded = decodeText(latin1(text), contains('name'));
		expect(decoded?.encoding).toBe(encoding);
		expect(decoded?.text).toContain(letters);
	});

	test('is UTF-8 where all of it is, whatever it declares', () => {
		expect(decodeText(utf8('<?xml version="1.0" encoding="ISO-8859-1"?><name>Müller'), contains('name'))).toMatchObject({ encoding: 'utf-8' });
	});

	test('is GB18030 where high bytes come in pairs', () => {
		expect(decodeText(latin1('name\n\xc3\xe6\xcc\xf5,\xc5\xa3\xc8\xe2\xc3\xe6'), contains('name'))).toMatchObject({
			encoding: 'gb18030',
			text: 'name\n面条,牛肉面',
		});
	});

	test('is UTF-8 still where a few bytes are damaged', () => {
		const bytes = utf8('金额,面条,牛肉面,备注,时间');
		bytes[10] = 0xff;
		expect(decodeText(bytes, contains('金额'))).toMatchObject({ encoding: 'utf-8', cut: false });
	});

	test('is UTF-8 where the end cuts a character, which is not made up', () => {
		for (const lost of [1, 2])
			expect(decodeText(utf8('金额,面').subarray(0, -lost), contains('金额'))).toMatchObject({ encoding: 'utf-8', text: '金额,', cut: true });
	});
});

test('a file in which nothing is recognised is not decoded', () => {
	expect(
		decodeText(
			Uint8Array.from({ length: 3000 }, (_, i) => (i * 131) % 256),
			contains('金额'),
		),
	).toBeNull();
	expect(decodeText(new Uint8Array(), contains('金额'))).toBeNull();
});
