import { Suspense, useCallback, useMemo, useState } from 'react';
import type { Sale } from '../../../domain/ledger/sale.ts';
import type { Tender } from '../../../domain/ledger/tender.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { lazyScreen } from '../../shell/lazy-screen.ts';
import { useServices } from '../../shell/services.ts';
import { usePreferences } from '../../state/preferences.ts';
import { PAID, useTill } from '../../state/till.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { AmountTicket } from './amount-ticket.tsx';
import { Keypad } from './keypad.tsx';
import { TenderKeys } from './tender-keys.tsx';
import type { TillPanel } from './till-panels.tsx';
import { useAmount } from './use-amount.ts';
import { useDayStanding } from './use-day-standing.ts';
import { useRecord } from './use-record.ts';
import { useSavedWords } from './use-saved-words.ts';
import { useTillKeys } from './use-till-keys.ts';
import './sell.css';

/** The keypad stands before the strip does; recording needs neither it nor the panels. */
const RecentStrip = lazyScreen(() => import('./recent-strip.tsx').then((module) => module.RecentStrip));
const TillPanels = lazyScreen(() => import('./till-panels.tsx').then((module) => module.TillPanels));

/** 记账: digits, then the tender. Needs no network, no lazy code and no open panel. */
export function SellScreen() {
	const { text, format } = useMessages();
	const { ports, shop } = useServices();
	const who = useWho();
	const { recent, today, outage } = useDayStanding();
	const amount = useAmount(shop.currency);
	const { next, unsaved } = useTill();
	const { record, retry, drop, saved } = useRecord(who);
	const { run, problem, clear } = useCommand();
	const [note, setNote] = useState<string | null>(null);
	const [panel, setPanel] = useState<TillPanel>(null);
	const savedWords = useSavedWords(saved);
	const { primary, remember } = usePrimaryTender(who.terminalId);

	const commit = useCallback(
		(tender: Tender) =>
			amount.handOver((total) => {
				setNote(null);
				record(total, tender, useTill.getState().next);
				useTill.setState({ next: PAID });
				remember(tender);
			}),
		[amount.handOver, record, remember],
	);
	const undo = async (sale: Sale) => {
		const { reverseSale } = await import('../../../commands/ledger/reverse-sale.ts');
		if (await run(() => reverseSale(ports, { sale: sale.id, reason: 'undo' }))) setNote(text.sell.undone(format.count(sale.number)));
	};
	useTillKeys({
		entry: () => amount.latest.current,
		press: amount.press,
		restore: amount.put,
		commit,
		commitPrimary: () => commit(primary),
		undoLast: () => {
			const last = recent.find((row) => row.sale.reversedBy === null);
			if (last) void undo(last.sale);
		},
		onScan: () => setNote(text.sell.scanned),
		onIme: () => setNote(text.sell.imeOn),
	});
	return (
		<div className="sell__page">
			<Suspense fallback={null}>
				<TillPanels panel={panel} outage={outage} terminalId={who.terminalId} run={run} onPanel={setPanel} onNote={setNote} />
			</Suspense>
			<div className="sell">
				<RecentStrip
					recent={recent}
					unsaved={unsaved}
					today={today}
					onUndo={undo}
					onAdd={(sale) => setPanel({ kind: 'add', sale })}
					onRetry={retry}
					onDrop={drop}
				/>
				<section className="pad" aria-label={text.sell.title}>
					{problem && <ProblemNote problem={problem} onClose={clear} />}
					<AmountTicket
						entry={amount.entry}
						currency={shop.currency}
						number={today.nextNumber + unsaved.length}
						next={next}
						note={amount.refused ? text.sell.full : note}
						onChooseKind={() => setPanel({ kind: 'choose' })}
					/>
					<Keypad onKey={amount.press} />
					<TenderKeys
						tenders={shop.tenders}
						primary={primary}
						disabled={amount.entry.typed === '' && amount.entry.chain.length === 0}
						refund={next.kind === 'refund'}
						onCommit={commit}
					/>
				</section>
			</div>
			<div className="sr" role="status" aria-live="polite" data-testid="saved" data-seq={saved?.seq}>
				{savedWords}
			</div>
		</div>
	);
}

/** Who sells at which terminal: chosen once, remembered on this device. */
function useWho() {
	const { shop } = useServices();
	const terminal = usePreferences((state) => state.terminalId);
	const cashier = usePreferences((state) => state.cashier);
	return useMemo(
		() => ({
			terminalId: shop.terminals.find(({ id }) => id === terminal)?.id ?? shop.terminals[0]?.id ?? null,
			cashier: cashier && shop.cashiers.includes(cashier) ? cashier : (shop.cashiers[0] ?? ''),
		}),
		[shop, terminal, cashier],
	);
}

/** The last tender of the terminal labels the large key; the order of the others never changes by itself. */
function usePrimaryTender(terminalId: string | null) {
	const { shop } = useServices();
	const last = usePreferences((state) => state.lastTender[terminalId ?? '']);
	const set = usePreferences((state) => state.set);
	const primary = shop.tenders.find((tender) => tender === last) ?? shop.tenders[0] ?? 'card';
	const remember = useCallback(
		(tender: Tender) => set({ lastTender: { ...usePreferences.getState().lastTender, [terminalId ?? '']: tender } }),
		[set, terminalId],
	);
	return { primary, remember };
}
