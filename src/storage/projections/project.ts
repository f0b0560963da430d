import type { Entry } from '../../domain/entries.ts';
import { unreachable } from '../../domain/invariant.ts';
import { projectCaseOpened, projectCaseStep, projectDiscrepancyDecision, projectMatchDecision, projectUndone } from './decisions.ts';
import { projectCashCount, projectDayClose } from './end-of-day.ts';
import { projectAnnotation, projectOutageEnded, projectOutageStarted, projectReversal, projectSale, projectShop } from './ledger.ts';
import { projectImport, projectWithdrawal } from './receipts.ts';
import { projectSourceEdit } from './sources.ts';
import type { ProjectionWork } from './work.ts';

/**
 * Applies one entry to the tables that screens read. Applying the entries of a log in order gives the same tables however
 * they were split into commits, and applying them again changes nothing.
 */
export function projectEntry(entry: Entry, work: ProjectionWork): Promise<void> {
	switch (entry.kind) {
		case 'sale-recorded':
		case 'refund-recorded':
			return projectSale(entry, work);
		case 'sale-reversed':
			return projectReversal(entry, work);
		case 'sale-annotated':
			return projectAnnotation(entry, work);
		case 'outage-started':
			return projectOutageStarted(entry, work);
		case 'outage-ended':
			return projectOutageEnded(entry, work);
		case 'shop-configured':
			return projectShop(entry, work);
		case 'receipts-imported':
			return projectImport(entry, work);
		case 'import-withdrawn':
			return projectWithdrawal(entry, work);
		case 'source-profile-set':
		case 'source-profile-reset':
			return projectSourceEdit(entry, work);
		case 'match-confirmed':
		case 'match-rejected':
			return projectMatchDecision(entry, work);
		case 'decision-undone':
			return projectUndone(entry, work);
		case 'discrepancy-assigned':
		case 'discrepancy-explained':
		case 'discrepancy-entered':
		case 'discrepancy-collected':
		case 'discrepancy-written-off':
		case 'discrepancy-snoozed':
			return projectDiscrepancyDecision(entry, work);
		case 'case-opened':
			return projectCaseOpened(entry, work);
		case 'case-moved':
		case 'case-noted':
		case 'contact-logged':
			return projectCaseStep(entry, work);
		case 'cash-counted':
			return projectCashCount(entry, work);
		case 'day-closed':
			return projectDayClose(entry, work);
		case 'bill-mapping-saved':
		case 'bill-mapping-removed':
			// Few, and looked up by their subject: the log itself is their table.
			return Promise.resolve();
		default:
			return unreachable(entry);
	}
}
