import { Clock, Download, HardDrive, Info, Link2, MonitorCheck, MonitorDown, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LedgerHealth } from '../../../../storage/queries/more-health.ts';
import { useMessages } from '../../../messages/messages-context.ts';
import { VERSION } from '../../../platform/version.ts';
import { useServices } from '../../../shell/services.ts';
import { askToInstall, useInstall } from '../../../state/install.ts';
import { ProblemNote } from '../../../ui/problem-note.tsx';
import { useCommand } from '../../../ui/use-command.ts';
import { bytesText } from './browser.ts';
import { CheckResult } from './check-result.tsx';
import { HealthFact } from './health-fact.tsx';
import { HealthVault } from './health-vault.tsx';
import type { HealthFacts } from './use-health-facts.ts';
import { useLedgerCheck } from './use-ledger-check.ts';

/** Whether the books are safe, said plainly: what is here, what has left, and what could take it away. */
export function HealthSection({ ledger, facts }: { readonly ledger: LedgerHealth; readonly facts: HealthFacts }) {
	const { text } = useMessages();
	const { device } = useServices();
	const check = useLedgerCheck();
	const { run, busy, problem } = useCommand();
	const [exported, setExported] = useState<{ readonly name: string; readonly entries: number } | null>(null);
	const exportNow = device && (async () => setExported(await run(device.exportLedger)));
	return (
		<div className="more__health">
			<HealthVault ledger={ledger} check={check.state} />
			{problem && <ProblemNote problem={problem} onRetry={exportNow} />}
			<ExportedNote exported={exported} />
			<CheckResult state={check.state} />
			<ul className="more__facts">
				<InstalledFact installed={facts.installed} />
				<StorageFact facts={facts} />
				<CopyFact ledger={ledger} busy={busy} onExport={exportNow} />
				<ClockFact suspect={facts.clockSuspect} />
				<VersionFact facts={facts} />
				<HealthFact icon={Link2} title={text.more.facts.chain} hint={text.more.facts.chainHint} tone="plain">
					<button type="button" className="btn" disabled={check.state.kind === 'checking'} onClick={check.start}>
						{text.more.facts.check}
					</button>
				</HealthFact>
			</ul>
			<p className="say more__say">
				<Info className="i" aria-hidden="true" />
				<span>{text.more.healthSay}</span>
			</p>
		</div>
	);
}

function ExportedNote({ exported }: { readonly exported: { readonly name: string; readonly entries: number } | null }) {
	const { text, format } = useMessages();
	return (
		<p className="more__note" role="status">
			{exported && text.more.facts.exported(exported.name, format.count(exported.entries))}
		</p>
	);
}

function InstalledFact({ installed }: { readonly installed: boolean }) {
	const { text } = useMessages();
	const offer = useInstall((install) => install.offer);
	const { facts } = text.more;
	if (installed) return <HealthFact icon={MonitorCheck} title={facts.installed} hint={facts.installedHint} tone="ok" />;
	return (
		<HealthFact icon={MonitorDown} title={facts.notInstalled} hint={facts.notInstalledHint} tone="warn">
			{offer ? (
				<button type="button" className="btn" onClick={askToInstall}>
					{facts.install}
				</button>
			) : (
				<Link className="btn" href="/more?section=install">
					{facts.howTo}
				</Link>
			)}
		</HealthFact>
	);
}

function StorageFact({ facts }: { readonly facts: HealthFacts }) {
	const { text } = useMessages();
	const [refused, setRefused] = useState(false);
	const { persisted, usedBytes } = facts.storage;
	const words = text.more.facts;
	const space = usedBytes === null ? words.spaceUnknown : words.space(bytesText(usedBytes));
	if (persisted === true) return <HealthFact icon={HardDrive} title={words.kept} hint={space} tone="ok" />;
	const ask = async () => {
		await facts.askToKeep();
		setRefused(true);
	};
	return (
		<HealthFact icon={HardDrive} title={persisted === null ? words.keptUnknown : words.notKept} hint={refused ? words.keepRefused : space} tone="warn">
			{persisted !== null && (
				<button type="button" className="btn" onClick={ask}>
					{words.keep}
				</button>
			)}
		</HealthFact>
	);
}

function CopyFact({ ledger, busy, onExport }: { readonly ledger: LedgerHealth; readonly busy: boolean; readonly onExport: (() => Promise<void>) | undefined }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const { offset } = ports.clock.now();
	const words = text.more.facts;
	const hint =
		ledger.copy && ledger.uncopied === 0 ? words.copyUpToDate(format.moment(ledger.copy.at, offset)) : words.copyBehind(format.count(ledger.uncopied));
	return (
		<HealthFact icon={Download} title={words.copy} hint={hint} tone={ledger.uncopied === 0 ? 'ok' : 'warn'}>
			{onExport && (
				<button type="button" className="btn" disabled={busy} onClick={onExport}>
					{words.export}
				</button>
			)}
		</HealthFact>
	);
}

function ClockFact({ suspect }: { readonly suspect: boolean }) {
	const { text, format } = useMessages();
	const { ports } = useServices();
	const { at, offset } = ports.clock.now();
	const words = text.more.facts;
	if (suspect) return <HealthFact icon={Clock} title={words.clockWrong} hint={words.clockWrongHint} tone="warn" />;
	return <HealthFact icon={Clock} title={words.clockRight} hint={words.clockHint(format.moment(at, offset))} tone="ok" />;
}

function VersionFact({ facts: { engine } }: { readonly facts: HealthFacts }) {
	const { text } = useMessages();
	const words = text.more.facts;
	const age = engine === null ? words.engineUnknown : engine.age === 'recent' ? words.engineRecent : words.engineOld;
	const hint = engine ? `${words.engine(engine.name, engine.version)} · ${age}` : age;
	return <HealthFact icon={RefreshCw} title={words.version(VERSION)} hint={hint} tone={engine?.age === 'recent' ? 'ok' : 'warn'} />;
}
