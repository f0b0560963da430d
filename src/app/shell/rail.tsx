import { Calculator, Ellipsis, Inbox, Stamp, Unplug } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useMessages } from '../messages/messages-context.ts';
import { Mark } from '../ui/mark.tsx';
import { sectionOf } from './routes.ts';

type Props = { readonly open: number; readonly outage: boolean; readonly onOutage: () => void };

/** The spine of the stub book: five places, and the switch for a terminal that is offline. */
export function Rail({ open, outage, onOutage }: Props) {
	const { text, format } = useMessages();
	const [path] = useLocation();
	const here = sectionOf(path);
	const current = (section: string) => (here === section ? ({ 'aria-current': 'page' } as const) : {});
	return (
		<nav className="rail" aria-label={text.shell.navLabel}>
			<span className="rail__mark" aria-hidden="true">
				<Mark name="joined" />
			</span>
			<Link href="/sell" className="nav" {...current('sell')}>
				<Calculator className="i" aria-hidden="true" />
				{text.shell.nav.sell}
			</Link>
			<Link href="/queue" className="nav" {...current('queue')}>
				<span className="nav__top">
					<Inbox className="i" aria-hidden="true" />
					{open > 0 && <span className="count">{open > 99 ? '99+' : format.count(open)}</span>}
				</span>
				{text.shell.nav.queue}
			</Link>
			<Link href="/match" className="nav" {...current('match')}>
				<Mark name="joined" />
				{text.shell.nav.match}
			</Link>
			<Link href="/day" className="nav" {...current('day')}>
				<Stamp className="i" aria-hidden="true" />
				{text.shell.nav.day}
			</Link>
			<Link href="/more" className="nav" {...current('more')}>
				<Ellipsis className="i" aria-hidden="true" />
				{text.shell.nav.more}
			</Link>
			{here === 'sell' && (
				<div className="rail__foot">
					<button type="button" className={`railbtn${outage ? ' is-on' : ''}`} aria-pressed={outage} onClick={onOutage}>
						<Unplug className="i" aria-hidden="true" />
						{outage ? text.shell.outageOff : text.shell.outageButton}
					</button>
				</div>
			)}
		</nav>
	);
}
