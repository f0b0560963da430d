import { sniffLayouts } from '../shared/table/layouts.ts';
import { LAYOUTS } from './columns.ts';

export function sniffLakalaJy(head: string): number | null {
	return sniffLayouts(head, LAYOUTS);
}
