import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Foresight } from '../../../../commands/receipts/foresee-import.ts';
import type { Sale } from '../../../../domain/ledger/sale.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useWide } from '../../../state/use-wide.ts';
import { dayNumber } from '../period.ts';
import type { PreviewLine } from './preview-lines.ts';
import { PreviewRowView } from './preview-row.tsx';

type Props = {
	readonly lines: readonly PreviewLine[];
	readonly foresight: Foresight | null;
	readonly looking: boolean;
	readonly sales: ReadonlyMap<string, Sale>;
};

const ROW_HEIGHT = { wide: 71, narrow: 93 } as const;
const COLUMNS = ['state', 'at', 'kind', 'tender', 'amount', 'number'] as const;

/**
 * The rows of a bill, drawn only as far as they are in sight: ten thousand are as quick as ten. In landscape the table scrolls
 * by itself; elsewhere the page does, and the table lies in it.
 */
export function PreviewTable({ lines, foresight, looking, sales }: Props) {
	const { text } = useMessages();
	const wide = useWide();
	const box = useRef<HTMLDivElement>(null);
	const [above, setAbove] = useState(0);
	const scroller = () => (wide ? box.current : (box.current?.closest<HTMLElement>('.import__page') ?? null));
	const virtual = useVirtualizer({
		count: lines.length,
		getScrollElement: scroller,
		estimateSize: () => (wide ? ROW_HEIGHT.wide : ROW_HEIGHT.narrow),
		overscan: 8,
		scrollMargin: wide ? 0 : above,
		useFlushSync: false,
	});
	useLayoutEffect(() => {
		const table = box.current;
		const page = table?.closest<HTMLElement>('.import__page');
		if (!table || !page) return;
		// Where the table scrolls by itself, the keyboard has to reach it.
		table.tabIndex = wide ? 0 : -1;
		setAbove(wide ? 0 : table.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop);
	}, [wide]);
	const dated = useMemo(() => severalDays(lines), [lines]);
	const words = text.importing.preview;
	return (
		<div className="import__table" ref={box}>
			<table aria-rowcount={lines.length + 1}>
				<caption className="sr">{words.title}</caption>
				<thead>
					<tr className="import__cols" aria-rowindex={1}>
						{COLUMNS.map((column) => (
							<th key={column} scope="col" className={`import__cell--${column}`}>
								{words.columns[column]}
							</th>
						))}
					</tr>
				</thead>
				<tbody className="import__body" style={{ height: virtual.getTotalSize() }}>
					{virtual.getVirtualItems().map((item) => {
						const line = lines[item.index];
						return (
							line && (
								<tr
									key={item.key}
									ref={virtual.measureElement}
									data-index={item.index}
									aria-rowindex={item.index + 2}
									className={`import__row import__row--${line.kind === 'problem' ? 'problem' : line.row.standing}`}
									style={{ transform: `translateY(${item.start - virtual.options.scrollMargin}px)` }}
								>
									<PreviewRowView line={line} foresight={foresight} looking={looking} dated={dated} sales={sales} />
								</tr>
							)
						);
					})}
				</tbody>
			</table>
		</div>
	);
}

/** Whether times alone would be ambiguous. */
function severalDays(lines: readonly PreviewLine[]): boolean {
	let day: number | null = null;
	for (const line of lines) {
		if (line.kind !== 'receipt') continue;
		const own = dayNumber(line.row.receipt.at, line.row.receipt.offset);
		if (day !== null && own !== day) return true;
		day = own;
	}
	return false;
}
