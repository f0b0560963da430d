import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PayoutState } from '../../../../domain/settlement/outcome.ts';
import { type ListedPayout, payoutList } from '../../../../storage/queries/payout-list.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { useServices } from '../../../shell/services.ts';
import { PayoutRow } from './payout-row.tsx';
import { PayoutSums } from './payout-sums.tsx';
import './payouts.css';

type Tab = 'all' | 'trouble' | 'waiting';
const TABS: readonly Tab[] = ['all', 'trouble', 'waiting'];
const TROUBLE: readonly PayoutState[] = ['missing', 'short', 'over'];
const WAITING: readonly PayoutState[] = ['awaiting', 'not_covered', 'in_balance'];

/** Every batch with what it should bring and what came to the bank; each opens its bridge. */
export function PayoutsView() {
	const { text } = useMessages();
	const { db, shop, ports } = useServices();
	const [tab, setTab] = useState<Tab>('all');
	const title = useRef<HTMLHeadingElement>(null);
	const list = useLiveQuery(() => payoutList(db, { cutoverMinutes: shop.cutoverMinutes, now: ports.clock.now().at }), [db, shop, ports]);
	useEffect(() => title.current?.focus({ preventScroll: true }), []);
	const words = text.payouts;
	const shown = (list?.payouts ?? []).filter(({ payout }) => isIn(payout.state, tab));
	return (
		<section className="payouts" aria-labelledby="payouts-title">
			<header className="payouts__head">
				<Link className="btn btn--quiet" href="/review">
					<ChevronLeft className="i i--s" aria-hidden="true" />
					{words.back}
				</Link>
				<div className="grow">
					<h2 className="h2" id="payouts-title" tabIndex={-1} ref={title}>
						{words.title}
					</h2>
					<p className="cap2">{words.lead}</p>
				</div>
				<fieldset className="payouts__tabs">
					<legend className="sr">{words.tabsLabel}</legend>
					{TABS.map((one) => (
						<button key={one} type="button" className="btn" aria-pressed={tab === one} onClick={() => setTab(one)}>
							{words.tabs[one]}
						</button>
					))}
				</fieldset>
			</header>
			{list === undefined ? (
				<p className="lead" role="status">
					{words.loading}
				</p>
			) : (
				<>
					{!list.statements && list.payouts.length > 0 && <NoStatement />}
					{list.payouts.length > 0 && <PayoutSums payouts={list.payouts} />}
					<PayoutRows payouts={shown} empty={list.payouts.length === 0} />
				</>
			)}
		</section>
	);
}

function isIn(state: PayoutState, tab: Tab): boolean {
	return tab === 'all' || (tab === 'trouble' ? TROUBLE : WAITING).includes(state);
}

function NoStatement() {
	const { text } = useMessages();
	return (
		<p className="payouts__note">
			<span className="grow">{text.payouts.noStatement}</span>
			<Link className="btn" href="/import">
				{text.payouts.importStatement}
			</Link>
		</p>
	);
}

function PayoutRows({ payouts, empty }: { readonly payouts: readonly ListedPayout[]; readonly empty: boolean }) {
	const { text } = useMessages();
	const words = text.payouts;
	const [opened, setOpened] = useState<string | null>(null);
	if (payouts.length === 0) {
		return (
			<div className="payouts__empty">
				<p className="lead b">{empty ? words.empty : words.none}</p>
				{empty && <p className="cap2">{words.emptyHint}</p>}
			</div>
		);
	}
	const toggle = (id: string) => setOpened(opened === id ? null : id);
	return (
		<>
			<div className="payouts__cols cap" aria-hidden="true">
				<span />
				<span>{words.bridge.gross}</span>
				<span>{words.bridge.refunds}</span>
				<span>{words.bridge.fees}</span>
				<span>{words.bridge.adjustments}</span>
				<span>{words.bridge.net}</span>
				<span>{words.bridge.credited}</span>
				<span />
			</div>
			<ul className="payouts__list card">
				{payouts.map((listed) => (
					<PayoutRow key={listed.payout.id} listed={listed} open={opened === listed.payout.id} onToggle={() => toggle(listed.payout.id)} />
				))}
			</ul>
		</>
	);
}
