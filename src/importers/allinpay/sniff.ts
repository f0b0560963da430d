import { sniffHeader } from '../shared/table/header.ts';
import { REQUIRED } from './columns.ts';
import { shapeOf } from './shape.ts';

/** Lines in which a row without column names is looked for. */
const HEAD_LINES = 50;

/** Where the column names stand, or the first row of a file without them. */
export function sniffAllinpay(head: string): number | null {
	const named = sniffHeader(head, REQUIRED);
	const bare = firstRow(head);
	return named === null || bare === null ? (named ?? bare) : Math.min(named, bare);
}

function firstRow(head: string): number | null {
	const lines = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
	for (let count = 0; count < HEAD_LINES && lines.lastIndex < head.length; count++) {
		const at = lines.lastIndex;
		const line = lines.exec(head)?.[0] ?? '';
		if (shapeOf(line.replace(/[\r\n]+$/, ''))) return at;
	}
	return null;
}
