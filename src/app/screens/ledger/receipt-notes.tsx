import { useMessages } from '../../messages/messages-context.ts';

/** Columns of the bill that no format knows: they take no part in comparing, and may be just what somebody looks for. */
export function ReceiptNotes({ notes }: { readonly notes: Readonly<Record<string, string>> }) {
	const { text, format } = useMessages();
	const rows = Object.entries(notes);
	return (
		<details className="ledger__notes" data-testid="receipt-notes">
			<summary>{text.ledger.notes(format.count(rows.length))}</summary>
			<dl className="facts">
				{rows.map(([name, value]) => (
					<div key={name} className="half-fact">
						<dt>{name}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
