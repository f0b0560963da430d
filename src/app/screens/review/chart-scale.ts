import { scaleBand, scaleLinear } from '@visx/scale';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { HOUR_MS, MINUTE_MS } from '../../../domain/time.ts';
import type { OutageSpan } from '../../../storage/queries/day/day-view.ts';

/** Units of the drawing; it is scaled to the room it gets. */
export const CHART_WIDTH = 360;

/** Places `names` side by side over the width, and values from the base line upwards to `height`. */
export function barScales(names: readonly string[], most: number, height: number) {
	const x = scaleBand<string>({ domain: [...names], range: [0, CHART_WIDTH], paddingInner: 0.26, paddingOuter: 0.13 });
	const y = scaleLinear<number>({ domain: [0, Math.max(1, most)], range: [0, height] });
	return { x, y };
}

/** Where an outage lies under the hours, as far as they are shown; null where it lies beside them. */
export function outagePlace(
	span: Pick<OutageSpan, 'from' | 'to'>,
	hours: readonly number[],
	offset: OffsetMinutes,
): { readonly x: number; readonly width: number } | null {
	const first = hours[0];
	if (first === undefined) return null;
	const step = CHART_WIDTH / hours.length;
	const place = (at: number) => ((((at + offset * MINUTE_MS) / HOUR_MS) % 24) - first + 24) % 24;
	const from = place(span.from);
	const length = Math.min((span.to - span.from) / HOUR_MS, hours.length - from);
	return from >= hours.length || length <= 0 ? null : { x: from * step, width: Math.max(6, length * step) };
}
