import { expect, test } from 'vitest';
import { decodeEntities } from '../../../../../src/importers/shared/values/entities.ts';

test.each([
	['M&#252;hle &amp; Co', 'Mühle & Co'],
	['&lt;b&gt; &quot;x&quot; &apos;y&apos;', '<b> "x" \'y\''],
	['&#x20AC;5', '€5'],
	['&amp;lt;', '&lt;'],
	['R&D & Co', 'R&D & Co'],
	['&own; &#0; &#x110000;', '&own; &#0; &#x110000;'],
])('%j reads %j', (text, decoded) => {
	expect(decodeEntities(text)).toBe(decoded);
});
