import { sniffLayouts } from '../shared/table/layouts.ts';
import { LAYOUTS } from './layouts.ts';

export function sniffChinaumsXlsx(head: string): number | null {
	return sniffLayouts(head, LAYOUTS);
}
