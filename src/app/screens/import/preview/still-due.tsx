import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { TENDERS, type Tender } from '../../../../domain/ledger/tender.ts';
import { type Instant, zoneOffset } from '../../../../domain/time.ts';
import { salesByIds } from '../../../../storage/queries/import-preview.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { Glyph } from '../../../ui/glyph.tsx';
import { useImportSession } from '../session/import-session.ts';

/** Sales that no bill would cover even after this import, by tender: which bill to fetch next. */
export function StillDue() {
	const { text, format } = useMessages();
	const { db, shop } = useServices();
	const foresight = useImportSession((session) => session.foresight);
	const ids = useMemo(() => foresight?.withoutBill ?? [], [foresight]);
	const sales = useLiveQuery(() => salesByIds(db, ids), [db, ids]);
	if (!foresight || !sales) return null;
	const words = text.importing.preview;
	const counts = new Map<Tender, number>();
	const dues = new Map<Tender, Instant>();
	for (const { id, tender } of sales.values()) {
		counts.set(tender, (counts.get(tender) ?? 0) + 1);
		const due = foresight.due.get(id);
		if (due !== undefined) dues.set(tender, Math.max(due, dues.get(tender) ?? 0));
	}
	const lineOf = (tender: Tender) => {
		const line = words.stillDueOf(text.common.tender[tender], format.count(counts.get(tender) ?? 0));
		const due = dues.get(tender);
		return due === undefined ? line : words.stillDueAt(line, format.moment(due, zoneOffset(shop.zone, due)));
	};
	if (counts.size === 0) {
		return (
			<p className="cap2 import__footer">
				<Glyph name="joined" />
				{words.allCovered}
			</p>
		);
	}
	return (
		<div className="cap2">
			<p className="import__footer is-wait">
				<Glyph name="wait" />
				{words.stillDue}
			</p>
			<p className="b">
				{TENDERS.filter((tender) => counts.has(tender))
					.map(lineOf)
					.join(' · ')}
			</p>
		</div>
	);
}
