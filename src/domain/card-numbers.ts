/** Full card numbers have 13 to 19 digits and pass the Luhn check; of each only the last four may be kept. */
const DIGITS_MIN = 13;
const DIGITS_MAX = 19;
const KEPT = 4;

/** Digits, plain or full-width, in groups set apart by up to three blanks or dashes. Tabs and line ends part two numbers. */
const DIGIT_RUN = /[0-9０-９]+(?:[ \u00a0\u2000-\u200b\u202f\u3000\-‐-―−－]{1,3}[0-9０-９]+)*/g;
const DIGIT_GROUP = /[0-9０-９]+/g;

/** The text with every card number in it cut to its last four digits; the digits before become `*`, blanks and dashes stay. */
export function maskCardNumbers(text: string): string {
	return text.replace(DIGIT_RUN, maskRun);
}

/** Whether the text holds a full card number. */
export function holdsCardNumber(text: string): boolean {
	return maskCardNumbers(text) !== text;
}

/**
 * The last four digits of a card column (`622575******1595`, `9908`); null where the cell is no card number.
 * One to three digits alone are a number that lost its leading zeros in a spreadsheet.
 */
export function last4Of(cell: string): string | null {
	const plain = cell.normalize('NFKC').replace(/[\s-]/g, '');
	if (/^\d{1,3}$/.test(plain)) return plain.padStart(KEPT, '0');
	return /^[\d*xX•·.]{0,28}\d{4}$/.test(plain) ? plain.slice(-KEPT) : null;
}

type Group = { readonly start: number; readonly length: number };

/**
 * A number may stand beside others ("2026-11-20 4111 1111 1111 1111"), so every sequence of whole groups is tried.
 * Where two overlap, a digit is masked if either asks for it.
 */
function maskRun(run: string): string {
	if (run.length < DIGITS_MIN) return run;
	const groups = [...run.matchAll(DIGIT_GROUP)].map((match): Group => ({ start: match.index, length: match[0].length }));
	const masked = new Set<number>();
	for (let first = 0; first < groups.length; first++) {
		const positions: number[] = [];
		for (const group of groups.slice(first, first + DIGITS_MAX)) {
			if (positions.length + group.length > DIGITS_MAX) break;
			for (let i = 0; i < group.length; i++) positions.push(group.start + i);
			if (positions.length >= DIGITS_MIN && passesLuhn(positions.map((at) => digitAt(run, at)))) {
				for (const at of positions.slice(0, -KEPT)) masked.add(at);
			}
		}
	}
	if (masked.size === 0) return run;
	return Array.from(run, (char, at) => (masked.has(at) ? '*' : char)).join('');
}

/** The value of a plain or full-width digit. */
function digitAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xff10 ? code - 0xff10 : code - 48;
}

/** Doubles every second digit from the right; the sum of all digits must be a multiple of ten. */
function passesLuhn(digits: readonly number[]): boolean {
	let sum = 0;
	digits.forEach((digit, i) => {
		const doubled = (digits.length - i) % 2 === 0 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	});
	return sum % 10 === 0;
}
