import { CloudOff, CloudUpload, Wifi, WifiOff, WifiZero } from 'lucide-react';
import type { OffsetMinutes } from '../../domain/time.ts';
import type { Standing } from '../../storage/queries/standing.ts';
import { useMessages } from '../messages/messages-context.ts';
import { type Comparison, useComparison } from '../state/comparison.ts';
import type { Connection } from '../state/connection.ts';
import { Mark } from '../ui/mark.tsx';

type Props = { readonly connection: Connection; readonly standing: Standing; readonly offset: OffsetMinutes; readonly onOpen: () => void };

const NETWORK_ICONS = { online: Wifi, unstable: WifiZero, offline: WifiOff, no_hub: CloudOff } as const;

/** Three lights, never one: the truth about the network, the receipts and the copies are three truths. */
export function Lights({ connection, standing, offset, onOpen }: Props) {
	const { text, format } = useMessages();
	const comparison = useComparison();
	const words = lightWords({ connection, standing, offset, comparison, text: text.status, format });
	const Network = NETWORK_ICONS[connection.network];
	return (
		<button type="button" className="lights" onClick={onOpen} aria-haspopup="dialog">
			<span className="sr">{text.shell.status} </span>
			<span className={`light${connection.network === 'offline' ? ' is-bad' : ''}`} data-testid="status-network" data-state={connection.network}>
				<Network className="i i--s" aria-hidden="true" />
				<span className="long">{words.network}</span>
				{words.networkShort && (
					<span className="short" aria-hidden="true">
						{words.networkShort}
					</span>
				)}
			</span>
			<span
				className={`light${standing.open > 0 && comparison.kind !== 'running' ? ' is-bad' : ''}`}
				data-testid="status-receipts"
				data-state={words.receiptsState}
			>
				<Mark name={comparison.kind === 'running' ? 'wait' : standing.open > 0 ? 'noTerminal' : standing.coveredTo === null ? 'wait' : 'joined'} />
				<span className="long">{words.receipts}</span>
				{words.receiptsShort && (
					<span className="short" aria-hidden="true">
						{words.receiptsShort}
					</span>
				)}
			</span>
			<span className="light" data-testid="status-backup" data-state={words.copiesState}>
				<CloudUpload className="i i--s" aria-hidden="true" />
				<span className="long">{words.copies}</span>
				{standing.uncopied > 0 && (
					<span className="short" aria-hidden="true">
						{standing.uncopied > 999 ? '999+' : standing.uncopied}
					</span>
				)}
			</span>
		</button>
	);
}

type Words = { readonly connection: Connection; readonly standing: Standing; readonly offset: OffsetMinutes; readonly comparison: Comparison } & Pick<
	ReturnType<typeof useMessages>,
	'format'
> & {
		readonly text: ReturnType<typeof useMessages>['text']['status'];
	};

/** The lights in words, for the bar and for the sheet behind it. */
export function lightWords({ connection, standing, offset, comparison, text, format }: Words) {
	const since = connection.since === null ? '' : format.minute(connection.since, offset);
	const upTo = standing.coveredTo === null ? null : format.moment(standing.coveredTo, offset);
	const upToShort = standing.coveredTo === null ? null : format.minute(standing.coveredTo, offset);
	const sameDay = standing.coveredToday ? upToShort : upTo;
	return {
		network: connection.network === 'offline' ? text.network.offline(since) : text.network[connection.network],
		networkShort: connection.network === 'offline' ? since : null,
		receipts: comparingWords(comparison, text) ?? receiptWords(standing, sameDay, { text, format }),
		receiptsShort:
			comparison.kind === 'running' ? text.comparing.percent(String(comparison.percent)) : standing.open > 0 ? format.count(standing.open) : upToShort,
		receiptsState: standing.open > 0 ? 'gaps' : standing.coveredTo === null ? 'none' : standing.awaiting > 0 ? 'waiting' : 'agreed',
		copies:
			standing.copiedAt === null
				? text.copies.none
				: standing.uncopied > 0
					? text.copies.pending(format.count(standing.uncopied))
					: text.copies.copied(format.minute(standing.copiedAt, offset)),
		copiesState: standing.copiedAt === null ? 'none' : standing.uncopied > 0 ? 'pending' : 'copied',
	} as const;
}

function comparingWords(comparison: Comparison, text: Words['text']): string | null {
	return comparison.kind === 'running' ? text.comparing.light(String(comparison.percent)) : null;
}

function receiptWords({ open }: Standing, upTo: string | null, { text, format }: Pick<Words, 'text' | 'format'>): string {
	if (open > 0) return text.receipts.open(format.count(open));
	return upTo === null ? text.receipts.none : text.receipts.upTo(upTo);
}
