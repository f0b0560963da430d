import { sniffHeader } from '../shared/table/header.ts';
import { NAMES, REQUIRED } from './columns.ts';

export function sniffZettleReceipts(head: string): number | null {
	return sniffHeader(head, REQUIRED, NAMES);
}
