import { CornerDownLeft } from 'lucide-react';
import type { PointerEvent } from 'react';
import type { Tender } from '../../../domain/ledger/tender.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { TenderIcon } from '../../ui/tender-icon.tsx';

type Props = {
	readonly tenders: readonly Tender[];
	readonly primary: Tender;
	readonly disabled: boolean;
	readonly refund: boolean;
	readonly onCommit: (tender: Tender) => void;
};

const keepFocus = (event: PointerEvent) => event.preventDefault();

/**
 * A tap is the sale. The last tender is the large key, the others keep their order. They act on the way up, so that a slip
 * of the finger can be dragged off.
 */
export function TenderKeys({ tenders, primary, disabled, refund, onCommit }: Props) {
	const { text } = useMessages();
	const others = tenders.filter((tender) => tender !== primary);
	return (
		<div className={`commit commit--${others.length}`}>
			<button
				type="button"
				className="tender tender--main"
				data-testid={`tender-${primary}`}
				disabled={disabled}
				onPointerDown={keepFocus}
				onClick={() => onCommit(primary)}
				aria-keyshortcuts="Enter"
			>
				<TenderIcon tender={primary} className="i i--l" />
				<span>
					<small>{refund ? text.sell.refund : text.sell.record}</small>
					{text.common.tender[primary]}
				</span>
				<span className="tear" aria-hidden="true">
					<CornerDownLeft className="i" />
				</span>
			</button>
			{others.map((tender) => (
				<button
					key={tender}
					type="button"
					className="tender"
					data-testid={`tender-${tender}`}
					disabled={disabled}
					onPointerDown={keepFocus}
					onClick={() => onCommit(tender)}
				>
					<TenderIcon tender={tender} className="i i--l" />
					{text.common.tender[tender]}
				</button>
			))}
		</div>
	);
}
