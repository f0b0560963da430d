import {
	Briefcase,
	CalendarClock,
	ChevronRight,
	CircleHelp,
	CirclePlay,
	FileInput,
	History,
	Keyboard,
	type LucideIcon,
	MonitorDown,
	Nfc,
	ShieldCheck,
	Star,
	Sun,
	Users,
} from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { LedgerHealth } from '../../../storage/queries/more-health.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { useInstall } from '../../state/install.ts';
import { usePreferences } from '../../state/preferences.ts';
import type { MoreSection } from './sections.ts';

type Props = { readonly current: MoreSection | null; readonly ledger: LedgerHealth; readonly notes: number; readonly withHealth: boolean };

/** What can be opened from here: other screens above, settings below. */
export function MoreList({ current, ledger, notes, withHealth }: Props) {
	const { text, format } = useMessages();
	const { shop } = useServices();
	const { keypad, theme } = usePreferences();
	const installed = useInstall((install) => install.installed);
	const { more } = text;
	const section = (name: MoreSection) => ({ href: `/more?section=${name}`, title: more.sections[name], current: current === name });
	return (
		<nav className="more__list" aria-label={more.settings}>
			<ul className="card">
				{withHealth && <Item {...section('health')} icon={ShieldCheck} hint={notes === 0 ? more.allWell : more.notes(format.count(notes))} />}
				<Item href="/ledger" icon={History} title={text.shell.nav.ledger} hint={more.ledgerHint(format.count(ledger.sales))} />
				<Item
					href="/import"
					icon={FileInput}
					title={text.shell.nav.import}
					hint={ledger.imports === 0 ? more.importNone : more.importHint(format.count(ledger.imports))}
				/>
				<Item
					href="/cases"
					icon={Briefcase}
					title={text.shell.nav.cases}
					hint={ledger.openCases === 0 ? more.casesNone : more.casesHint(format.count(ledger.openCases))}
				/>
				<Item href="/review" icon={Star} title={text.shell.nav.review} hint={more.reviewHint} />
			</ul>
			<ul className="card">
				<Item {...section('shop')} icon={Nfc} hint={more.terminalsHint(format.count(shop.terminals.length))} />
				<Item {...section('sources')} icon={CalendarClock} hint={more.sourcesHint} />
				<Item {...section('keys')} icon={Keyboard} hint={more.keysHint(more.keys[keypad], format.count(shop.tenders.length))} />
				<Item {...section('staff')} icon={Users} hint={shop.cashiers.length === 0 ? more.staffNone : more.staffHint(format.count(shop.cashiers.length))} />
				<Item {...section('look')} icon={Sun} hint={more.look[theme]} />
				<Item {...section('practice')} icon={CirclePlay} hint={text.setup.practiseHint} />
				<Item {...section('install')} icon={MonitorDown} hint={installed ? more.facts.installed : more.facts.notInstalled} />
				<Item {...section('help')} icon={CircleHelp} hint={more.help.lead} />
			</ul>
		</nav>
	);
}

type ItemProps = { readonly href: string; readonly icon: LucideIcon; readonly title: string; readonly hint: string; readonly current?: boolean };

function Item({ href, icon: Icon, title, hint, current = false }: ItemProps) {
	const item = useRef<HTMLLIElement>(null);
	useEffect(() => {
		if (current) item.current?.scrollIntoView({ block: 'nearest' });
	}, [current]);
	return (
		<li ref={item}>
			<Link className="row more__item" href={href} {...(current && { 'aria-current': true })}>
				<Icon className="i" aria-hidden="true" />
				<span className="grow">
					<b>{title}</b>
					<span className="cap2">{hint}</span>
				</span>
				<ChevronRight className="i i--s" aria-hidden="true" />
			</Link>
		</li>
	);
}
