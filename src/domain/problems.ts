/**
 * Every expected failure that a person may meet, by code. The words for people stand in the message catalogs
 * under the same code; `dataSafe` and `retry` say what the message must promise.
 */
export type ProblemInfo = {
	/** Whether everything recorded before is still there and whole. */
	readonly dataSafe: 'yes' | 'not_saved' | 'read_only' | 'unknown';
	/** Whether doing the same thing again may help. */
	readonly retry: boolean;
};

export const PROBLEMS = {
	amount_missing: { dataSafe: 'yes', retry: true },
	amount_too_large: { dataSafe: 'yes', retry: true },
	tip_too_large: { dataSafe: 'yes', retry: true },
	sale_not_found: { dataSafe: 'yes', retry: false },
	already_reversed: { dataSafe: 'yes', retry: false },
	refund_exceeds_sale: { dataSafe: 'yes', retry: true },
	text_missing: { dataSafe: 'yes', retry: true },
	not_allowed_now: { dataSafe: 'yes', retry: false },
	discrepancy_gone: { dataSafe: 'yes', retry: false },
	receipt_not_found: { dataSafe: 'yes', retry: false },
	members_differ: { dataSafe: 'yes', retry: true },
	query_first: { dataSafe: 'yes', retry: true },
	case_not_found: { dataSafe: 'yes', retry: false },
	setting_invalid: { dataSafe: 'yes', retry: true },
	file_empty: { dataSafe: 'yes', retry: true },
	file_too_large: { dataSafe: 'yes', retry: false },
	files_too_many: { dataSafe: 'yes', retry: false },
	file_hangs: { dataSafe: 'yes', retry: true },
	format_unknown: { dataSafe: 'yes', retry: false },
	archive_unreadable: { dataSafe: 'yes', retry: true },
	archive_locked: { dataSafe: 'yes', retry: true },
	archive_too_large: { dataSafe: 'yes', retry: false },
	file_known: { dataSafe: 'yes', retry: false },
	nothing_readable: { dataSafe: 'yes', retry: false },
	import_not_found: { dataSafe: 'yes', retry: false },
	import_withdrawn: { dataSafe: 'yes', retry: false },
	mapping_invalid: { dataSafe: 'yes', retry: true },
	evidence_missing: { dataSafe: 'yes', retry: false },
	reading_stopped: { dataSafe: 'yes', retry: true },
	comparing_stopped: { dataSafe: 'yes', retry: true },
	engine_stopped: { dataSafe: 'yes', retry: true },
	not_saved: { dataSafe: 'not_saved', retry: true },
	outcome_unknown: { dataSafe: 'unknown', retry: false },
	storage_full: { dataSafe: 'not_saved', retry: false },
	storage_lost: { dataSafe: 'unknown', retry: true },
	database_newer: { dataSafe: 'read_only', retry: false },
	database_replaced: { dataSafe: 'not_saved', retry: false },
	chain_broken: { dataSafe: 'read_only', retry: false },
	day_closed: { dataSafe: 'yes', retry: false },
	day_not_over: { dataSafe: 'yes', retry: false },
	count_missing: { dataSafe: 'yes', retry: true },
	practice_unavailable: { dataSafe: 'yes', retry: true },
	hub_unreachable: { dataSafe: 'yes', retry: true },
	hub_refused: { dataSafe: 'yes', retry: false },
	hub_answer_unreadable: { dataSafe: 'yes', retry: true },
} as const satisfies Record<string, ProblemInfo>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A failure with its code; `detail` is for the log and support, never the only thing shown. */
export type Problem = { readonly code: ProblemCode; readonly detail?: string };

export function problem(code: ProblemCode, detail?: string): Problem {
	return detail === undefined ? { code } : { code, detail };
}
