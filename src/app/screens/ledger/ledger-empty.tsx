import type { BusinessDay } from '../../../domain/time.ts';
import { useMessages } from '../../messages/messages-context.ts';

type Props = {
	/** Undefined while it is being read. */
	readonly found: { readonly before: BusinessDay | null; readonly after: BusinessDay | null; readonly rows: readonly unknown[] } | undefined;
	readonly searching: boolean;
	readonly narrowed: boolean;
	readonly allDays: boolean;
	readonly onAllDays: () => void;
	readonly onDay: (day: BusinessDay) => void;
};

/** Says whether nothing is there or nothing was found, and where to go from here. */
export function LedgerEmpty({ found, searching, narrowed, allDays, onAllDays, onDay }: Props) {
	const { text, format } = useMessages();
	const words = text.ledger;
	if (!found) return <div className="ledger__empty" />;
	if (searching || narrowed) {
		return (
			<div className="ledger__empty">
				<p className="lead b">{words.notFound}</p>
				<p className="cap2">{words.notFoundHint}</p>
				{searching && !allDays && (
					<button type="button" className="btn btn--big" onClick={onAllDays}>
						{words.allDays}
					</button>
				)}
			</div>
		);
	}
	const near = found.before ?? found.after;
	return (
		<div className="ledger__empty">
			<p className="lead b">{words.emptyDay}</p>
			{near && (
				<button type="button" className="btn btn--big" onClick={() => onDay(near)}>
					{words.toDay(format.day(near))}
				</button>
			)}
		</div>
	);
}
