import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Sale } from '../../../../domain/ledger/sale.ts';
import { salesByIds } from '../../../../storage/queries/import-preview.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { ProblemDownload } from '../problems/problem-download.tsx';
import { useImportSession } from '../session/import-session.ts';
import { isUnclear, needsLook, previewLines } from './preview-lines.ts';
import type { PreviewedBill } from './preview-page.tsx';
import { PreviewTable } from './preview-table.tsx';

type Shown = 'all' | 'noted' | 'unclear';

/** The rows of a bill: all of them, those that somebody should look at, or only those that were not understood. */
export function BillRows({ previewed: { bill, file } }: { readonly previewed: PreviewedBill }) {
	const { text } = useMessages();
	const { db } = useServices();
	const foresight = useImportSession((session) => session.foresight);
	const foreseeing = useImportSession((session) => session.foreseeing);
	const [shown, setShown] = useState<Shown>('all');
	const title = useRef<HTMLHeadingElement>(null);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	const all = useMemo(() => previewLines(bill), [bill]);
	const noted = useMemo(() => all.filter(needsLook), [all]);
	const unclear = useMemo(() => noted.filter(isUnclear), [noted]);
	const named = useMemo(() => [...new Set(bill.rows.flatMap(({ receipt }) => foresight?.receipts.get(receipt.id)?.sales ?? []))], [bill, foresight]);
	const sales = useLiveQuery(() => salesByIds(db, named), [db, named]);
	const lines = { all, noted, unclear };
	const drawn = useAfterPaint(all.length > AT_ONCE_MAX);
	const words = text.importing.preview;
	return (
		<section className="import__rows" aria-labelledby="import-rows">
			<div className="import__rowshead">
				<h2 className="h2 grow" id="import-rows" tabIndex={-1} ref={title}>
					{words.title}
				</h2>
				<Filters counts={{ all: all.length, noted: noted.length, unclear: unclear.length }} shown={shown} onShow={setShown} />
				{unclear.length > 0 && <ProblemDownload files={[{ name: file.name, problems: bill.bill.problems }]} />}
			</div>
			{all.length === 0 && <p className="import__norows lead">{words.noRows}</p>}
			{all.length > 0 && drawn && <PreviewTable key={shown} lines={lines[shown]} foresight={foresight} looking={foreseeing} sales={sales ?? NO_SALES} />}
		</section>
	);
}

/** A table of more rows is laid out after the summary stands: both in one go would hold up the page. */
const AT_ONCE_MAX = 5_000;

/** False until the first picture was drawn, where there is anything to wait for. */
function useAfterPaint(waits: boolean): boolean {
	const [painted, setPainted] = useState(!waits);
	useEffect(() => {
		const timer = setTimeout(() => setPainted(true));
		return () => clearTimeout(timer);
	}, []);
	return painted;
}

const NO_SALES: ReadonlyMap<string, Sale> = new Map();

type FiltersProps = { readonly counts: Readonly<Record<Shown, number>>; readonly shown: Shown; readonly onShow: (shown: Shown) => void };

/** A filter is offered only where it would leave something out, and something over. */
function Filters({ counts, shown, onShow }: FiltersProps) {
	const { text, format } = useMessages();
	const words = text.importing.preview;
	const offered = [
		{ which: 'noted' as const, name: words.onlyNoted(format.count(counts.noted)), apart: counts.noted < counts.all },
		{ which: 'unclear' as const, name: text.importFiles.preview.onlyProblems(format.count(counts.unclear)), apart: counts.unclear < counts.noted },
	];
	return (
		<>
			{offered.map(({ which, name, apart }) => {
				if (counts[which] === 0 || !apart) return null;
				const pressed = shown === which;
				return (
					<button key={which} type="button" className="btn btn--quiet" aria-pressed={pressed} onClick={() => onShow(pressed ? 'all' : which)}>
						{pressed ? words.allRows(format.count(counts.all)) : name}
					</button>
				);
			})}
		</>
	);
}
