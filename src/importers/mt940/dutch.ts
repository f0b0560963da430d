import type { Details } from './details.ts';
import { isReference } from './references.ts';
import { kindAndPurpose } from './words.ts';

/** Codes of the Dutch layout; a slash in a text is no code. */
const CODE =
	/\/(TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|IREF|PREF|CSID|MARF|ORDP|BENM|ULTD|ULTC|ULTB|CNTP|ISDT|SVCL|PURP|RTRN|ACCW|NRTX|TOTAL|ADDR|ID|BO1|BO|BEN|OCMT|CHGS)\//g;

/** `/TRTP/…/NAME/…/REMI/…/EREF/…`; null where the text is laid out otherwise. */
export function readDutchCodes(text: string): Details | null {
	if (!/^\/[A-Z]{2,5}\d?\//.test(text)) return null;
	const marks = [...text.matchAll(CODE)];
	if (marks.length === 0) return null;
	const values = new Map<string, string>();
	marks.forEach((mark, i) => {
		const value = text.slice(mark.index + mark[0].length, marks[i + 1]?.index ?? text.length).trim();
		const code = mark[1] ?? '';
		if (value !== '' && !values.has(code)) values.set(code, value);
	});
	// Account, bank, name and town of the other party, of which each may be empty.
	const party = values.get('CNTP')?.split('/')[2]?.trim();
	const endToEnd = values.get('EREF') ?? '';
	return {
		counterparty: values.get('NAME') ?? (party || null),
		endToEnd: isReference(endToEnd) ? endToEnd : null,
		text: kindAndPurpose(values.get('TRTP') ?? '', remittanceOf(values.get('REMI') ?? '')),
	};
}

/** Some banks say first whether the remittance is structured, and by whose rules. */
function remittanceOf(text: string): string {
	return text
		.replace(/^(?:USTD\/\/|STRD\/(?:CUR\/|ISO\/)?)/, '')
		.replace(/\s+/g, ' ')
		.replace(/\/+$/, '')
		.trim();
}
