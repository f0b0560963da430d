import { sniffHeader } from '../shared/table/header.ts';
import { NAMES, REQUIRED } from './columns.ts';

export function sniffPaypalSettlement(head: string): number | null {
	return sniffHeader(head, REQUIRED, NAMES);
}
