import { areTrimmed, recordLines, recordOf, recordText } from './records.ts';

/** So much of a file's beginning is looked at: a hundred records. */
const HEAD_BYTES = 64 * 1024;

/** Whether records stand at the beginning of the file; the first of them may be damaged. */
export function sniffUnionpayZm(bytes: Uint8Array): boolean {
	const { text } = recordText(wholeLines(bytes.subarray(0, HEAD_BYTES)));
	const lines = recordLines(text);
	const trimmed = areTrimmed(lines);
	return lines.some((line) => recordOf(line, trimmed) !== null);
}

/** Up to the last line end, so that no character is cut. */
function wholeLines(head: Uint8Array): Uint8Array {
	const end = head.lastIndexOf(0x0a);
	return end < 0 || head.length < HEAD_BYTES ? head : head.subarray(0, end + 1);
}
