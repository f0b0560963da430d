import { sniffLayouts } from '../shared/table/layouts.ts';
import { LAYOUTS } from './layouts.ts';

export function sniffChinaumsTsv(head: string): number | null {
	return sniffLayouts(head, LAYOUTS);
}
