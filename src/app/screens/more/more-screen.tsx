import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import { ledgerHealth } from '../../../storage/queries/more-health.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { useWide } from '../../state/use-wide.ts';
import { HealthSection } from './health/health-section.tsx';
import { HelpSection } from './help-section.tsx';
import { InstallSection } from './install-section.tsx';
import { KeysSection } from './settings/keys-section.tsx';
import { LookSection } from './settings/look-section.tsx';
import './more.css';
import { useHealthFacts } from './health/use-health-facts.ts';
import { MoreList } from './more-list.tsx';
import { PracticeSection } from './practice-section.tsx';
import { type MoreSection, SOURCE_LIST, sectionOfSearch } from './sections.ts';
import { ShopSection } from './settings/shop-section.tsx';
import { StaffSection } from './settings/staff-section.tsx';

/** Health first, then the settings. Side by side in landscape; elsewhere health, the list, and a page for each section. */
export function MoreScreen() {
	const { text } = useMessages();
	const { db } = useServices();
	const wide = useWide();
	const section = sectionOfSearch(useSearch());
	const ledger = useLiveQuery(() => ledgerHealth(db), [db]);
	const facts = useHealthFacts(ledger);
	if (!ledger) return <p className="more__loading cap2">{text.common.loading}</p>;
	const list = <MoreList current={wide ? (section ?? 'health') : section} ledger={ledger} notes={facts.notes} withHealth={wide} />;
	const health = <HealthSection ledger={ledger} facts={facts} />;
	if (wide) {
		return (
			<div className="more">
				{list}
				<MorePage section={section ?? 'health'}>{section === null || section === 'health' ? health : <SectionBody section={section} />}</MorePage>
			</div>
		);
	}
	if (section === null || section === 'health') {
		return (
			<div className="more">
				<section className="more__page" aria-label={text.more.sections.health}>
					{health}
				</section>
				{list}
			</div>
		);
	}
	return (
		<div className="more">
			<MorePage section={section} back>
				<SectionBody section={section} />
			</MorePage>
		</div>
	);
}

function MorePage({ section, back = false, children }: { readonly section: MoreSection; readonly back?: boolean; readonly children: ReactNode }) {
	const { text } = useMessages();
	const title = useRef<HTMLHeadingElement>(null);
	const inSource = new URLSearchParams(useSearch()).has('source');
	const up = inSource ? { href: SOURCE_LIST, label: text.sources.backToList } : { href: '/more', label: text.more.backToList };
	useEffect(() => {
		if (back) title.current?.focus();
	}, [back]);
	return (
		<section className="more__page" aria-labelledby="more-title">
			<header className={section === 'health' ? 'sr' : 'more__head'}>
				{back && (
					<Link className="btn btn--quiet" href={up.href} aria-label={up.label}>
						<ChevronLeft className="i" aria-hidden="true" />
					</Link>
				)}
				<h2 className="h1" id="more-title" tabIndex={-1} ref={title}>
					{text.more.sections[section]}
				</h2>
			</header>
			{children}
		</section>
	);
}

const SourcesSection = lazy(() => import('./sources/sources-section.tsx'));

const BODIES = {
	shop: ShopSection,
	sources: SourcesSection,
	keys: KeysSection,
	staff: StaffSection,
	look: LookSection,
	practice: PracticeSection,
	install: InstallSection,
	help: HelpSection,
} as const;

function SectionBody({ section }: { readonly section: Exclude<MoreSection, 'health'> }) {
	const { text } = useMessages();
	const Body = BODIES[section];
	return (
		<Suspense fallback={<p className="cap2">{text.common.loading}</p>}>
			<Body />
		</Suspense>
	);
}
