import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react';
import type { SaleId } from '../../../domain/ids.ts';
import { useMessages } from '../../messages/messages-context.ts';
import type { LedgerLine } from './ledger-groups.ts';
import { HourHead, SaleRow } from './ledger-rows.tsx';
import { nextSaleLine } from './list-keys.ts';

const HEAD_HEIGHT = 42;
const ROW_HEIGHT = 64;

type Props = { readonly lines: readonly LedgerLine[]; readonly chosen: string | null; readonly onChoose: (sale: SaleId) => void };

/** The hours of a day with their sales. Only what is in sight is drawn; the head of the hour in sight stays at the top. ↑ ↓ move, Enter opens. */
export function LedgerList({ lines, chosen, onChoose }: Props) {
	const { text } = useMessages();
	const scroller = useRef<HTMLDivElement>(null);
	const heads = useMemo(() => lines.flatMap((line, index) => (line.kind === 'head' ? [index] : [])), [lines]);
	const pinned = useRef(0);
	const rangeExtractor = useCallback(
		(range: Range) => {
			pinned.current = heads.findLast((index) => index <= range.startIndex) ?? 0;
			return [...new Set([pinned.current, ...defaultRangeExtractor(range)])].sort((a, b) => a - b);
		},
		[heads],
	);
	const virtual = useVirtualizer({
		count: lines.length,
		getScrollElement: () => scroller.current,
		estimateSize: (index) => (lines[index]?.kind === 'head' ? HEAD_HEIGHT : ROW_HEIGHT),
		getItemKey: (index) => lines[index]?.key ?? index,
		overscan: 12,
		scrollPaddingStart: HEAD_HEIGHT,
		rangeExtractor,
		useFlushSync: false,
	});
	const items = virtual.getVirtualItems();
	const current = lines.findIndex((line) => line.kind === 'sale' && line.key === chosen);
	const firstShown = items.find((item) => lines[item.index]?.kind === 'sale')?.index;
	// Exactly one row can be reached by Tab: the chosen one while it is drawn, else the first in sight.
	const reachable = items.some((item) => item.index === current) ? current : firstShown;
	const shown = useRef(false);
	useEffect(() => {
		// A sale that was asked for by its address is brought into sight once; after that the list stays where a person left it.
		if (shown.current || current < 0) return;
		shown.current = true;
		virtual.scrollToIndex(current, { align: 'center' });
	}, [current, virtual]);
	const choose = (sale: SaleId) => {
		shown.current = true;
		onChoose(sale);
	};
	const focusOn = useRef<number | null>(null);
	useEffect(() => {
		if (focusOn.current === null) return;
		const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${focusOn.current}"] button`);
		if (!row) return;
		focusOn.current = null;
		row.focus({ preventScroll: true });
	});
	const move = (from: number) => (event: KeyboardEvent) => {
		const next = nextSaleLine(lines, from, event.key);
		if (next === null) return;
		event.preventDefault();
		focusOn.current = next;
		virtual.scrollToIndex(next, { align: 'auto' });
		const drawn = scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`);
		if (!drawn) return;
		focusOn.current = null;
		drawn.focus({ preventScroll: true });
	};
	return (
		<div className="ledger__list" ref={scroller}>
			<ol className="ledger__lines" aria-label={text.ledger.list} style={{ height: virtual.getTotalSize() }}>
				{items.map((item) => {
					const line = lines[item.index];
					if (!line) return null;
					const isPinned = item.index === pinned.current;
					return (
						<li
							key={item.key}
							data-index={item.index}
							className={isPinned ? 'ledger__line ledger__line--pinned' : 'ledger__line'}
							style={isPinned ? { height: item.size } : { height: item.size, transform: `translateY(${item.start}px)` }}
						>
							{line.kind === 'head' ? (
								<HourHead head={line} />
							) : (
								<SaleRow
									row={line.row}
									current={line.key === chosen}
									reachable={item.index === reachable}
									onChoose={() => choose(line.row.sale.id)}
									onKey={move(item.index)}
								/>
							)}
						</li>
					);
				})}
			</ol>
		</div>
	);
}
