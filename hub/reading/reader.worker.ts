import { parentPort } from 'node:worker_threads';
import { readFile } from '../../src/importers/read-file.ts';
import type { ReadAnswer, ReadRequest } from './protocol.ts';
import { readBills } from './read-bills.ts';

const RECEIPTS_PER_MESSAGE = 1_000;

parentPort?.on('message', ({ id, file, source }: ReadRequest) => {
	void readBills(file, source, readFile).then(({ receipts, ...rest }) => {
		for (let from = 0; from < receipts.length; from += RECEIPTS_PER_MESSAGE)
			post({ id, kind: 'receipts', receipts: receipts.slice(from, from + RECEIPTS_PER_MESSAGE) });
		post({ id, kind: 'done', rest });
	});
});

function post(answer: ReadAnswer): void {
	parentPort?.postMessage(answer);
}
