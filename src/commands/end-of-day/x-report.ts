import type { Problem } from '../../domain/problems.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { BusinessDay, Stamp } from '../../domain/time.ts';
import type { Ports } from '../ports.ts';
import { type DayReport, dayReport } from './day-report.ts';

export type XReport = DayReport & { readonly taken: Stamp };

/** 看一眼 (X): the day as it stands, at any time and as often as wanted. Leaves no entry and closes nothing. */
export async function xReport(ports: Ports, { day }: { readonly day: BusinessDay }): Promise<Result<XReport, Problem>> {
	const taken = ports.clock.now();
	return ok({ ...(await dayReport(ports, day)), taken });
}
