import { sniffHeader } from '../shared/table/header.ts';
import { REQUIRED } from './columns.ts';

export function sniffWechatFundFlow(head: string): number | null {
	return sniffHeader(head, REQUIRED);
}
