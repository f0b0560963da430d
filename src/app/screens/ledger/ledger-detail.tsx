import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SaleId } from '../../../domain/ids.ts';
import { saleDetail } from '../../../storage/queries/ledger/ledger-sale.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { useServices } from '../../shell/services.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { DetailActions } from './detail-actions.tsx';
import { DetailHistory } from './detail-history.tsx';
import { DetailLegs } from './detail-legs.tsx';
import { DetailPair } from './detail-pair.tsx';

type Props = { readonly id: SaleId; readonly onBack: (() => void) | null; readonly onShow: (sale: SaleId) => void };

/** One sale with its other half, where each of its four records stands, and all that happened to it. */
export function LedgerDetail({ id, onBack, onShow }: Props) {
	const { text, format } = useMessages();
	const { db } = useServices();
	const detail = useLiveQuery(async () => ({ of: id, found: await saleDetail(db, id) }), [db, id]);
	const title = useRef<HTMLHeadingElement>(null);
	const ready = detail !== undefined;
	useEffect(() => {
		if (ready && onBack !== null) title.current?.focus();
	}, [ready, onBack]);
	if (!detail || detail.of !== id) return <section className="ledger__detail" aria-busy="true" aria-label={text.ledger.history} />;
	const found = detail.found;
	if (!found) {
		return (
			<section className="ledger__detail" aria-label={text.ledger.history}>
				<ProblemNote problem={{ code: 'sale_not_found' }} onClose={onBack ?? undefined} />
			</section>
		);
	}
	const { sale } = found;
	const number = format.count(sale.number);
	return (
		<section className="ledger__detail" aria-labelledby="ledger-title" data-testid="ledger-detail" data-seq={sale.seq}>
			<header className="ledger__head">
				{onBack && (
					<button type="button" className="btn btn--quiet" aria-label={text.common.back} onClick={onBack}>
						<ChevronLeft className="i" aria-hidden="true" />
					</button>
				)}
				<h2 className="h1" id="ledger-title" tabIndex={-1} ref={title}>
					{sale.kind === 'refund' ? text.ledger.refundNumber(number) : text.ledger.number(number)}
				</h2>
				<span className="cap2 grow">{format.day(sale.day)}</span>
				<DetailActions detail={found} />
			</header>
			<DetailPair detail={found} onShow={onShow} />
			<DetailLegs legs={found.legs} offset={sale.offset} />
			<DetailHistory detail={found} />
			{found.origin && (
				<p className="cap ledger__origin id">
					{text.ledger.chain(
						found.origin.device.slice(0, 8),
						format.count(found.origin.seq),
						`${found.origin.hash.slice(0, 4)}…${found.origin.hash.slice(-4)}`,
					)}
				</p>
			)}
		</section>
	);
}
