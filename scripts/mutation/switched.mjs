// One module with every mutant in it, each behind a question for its number: so all are tried in one warm process.

/** The name of the variable of the module that says which mutant counts (−1: none); the module exports `breakWith(number)`. */
const SWITCH = '__broken';

/** `code` with all `mutants` (of `mutantsOf`; the number of one is its place) built in. */
export function withSwitches(code, mutants) {
	const numbered = mutants.map((mutant, number) => ({ ...mutant, number }));
	numbered.sort((a, b) => a.start - b.start || b.end - a.end);
	const built = rewritten(code, { start: 0, end: code.length }, numbered);
	return `${built}\nvar ${SWITCH} = -1;\nexport function breakWith(number) { ${SWITCH} = number; }\n`;
}

/** A stretch of the code, the mutants within it built in; they stand apart or within each other, the outer first. */
function rewritten(code, { start, end }, within) {
	let text = '';
	let at = start;
	for (let k = 0; k < within.length; ) {
		const place = within[k];
		let next = k;
		while (next < within.length && within[next].start < place.end) next++;
		const group = within.slice(k, next);
		const here = group.filter((one) => one.start === place.start && one.end === place.end);
		const inner = rewritten(
			code,
			place,
			group.filter((one) => !here.includes(one)),
		);
		text += code.slice(at, place.start);
		text =
			place.kind === 'call' && text.endsWith('.')
				? `${text.slice(0, text.endsWith('?.') ? undefined : -1)}[${chosen(here, JSON.stringify(inner), JSON.stringify)}]`
				: text + asked(here, inner);
		at = place.end;
		k = next;
	}
	return text + code.slice(at, end);
}

function asked(here, inner) {
	if (here[0].kind === 'statement') return `if (${SWITCH} !== ${here[0].number}) ${inner}`;
	return `(${chosen(here, `(${inner})`, (text) => `(${text})`)})`;
}

function chosen(here, otherwise, form) {
	return here.reduceRight((rest, { number, text }) => `${SWITCH} === ${number} ? ${form(text)} : ${rest}`, otherwise);
}
