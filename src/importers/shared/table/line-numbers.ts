/**
 * A function that gives the physical line, from 1, on which a place of the text stands; places must be asked for in ascending order.
 * CRLF, LF and CR end a line alike.
 */
export function lineNumbers(text: string): (at: number) => number {
	let line = 1;
	let done = 0;
	return (at) => {
		for (; done < at; done++) {
			const code = text.charCodeAt(done);
			if (code === LF || (code === CR && text.charCodeAt(done + 1) !== LF)) line += 1;
		}
		return line;
	};
}

const LF = 10;
const CR = 13;
