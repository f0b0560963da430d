import { type BusinessDay, businessDayOf, type Instant, zoneOffset } from '../time.ts';
import type { Shop } from './shop.ts';

/**
 * The business day in which a moment falls, by the shop's zone and cut-over. The tablet's own offset takes no part:
 * a tablet set to a wrong zone still books on the shop's day.
 */
export function shopDay(shop: Pick<Shop, 'zone' | 'cutoverMinutes'>, at: Instant): BusinessDay {
	return businessDayOf({ at, offset: zoneOffset(shop.zone, at) }, shop.cutoverMinutes);
}
