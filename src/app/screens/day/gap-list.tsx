import { ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import type { OffsetMinutes } from '../../../domain/time.ts';
import type { GapLine } from '../../../storage/queries/day/day-view.ts';
import { useMessages } from '../../messages/messages-context.ts';
import { gapGlyphClass, gapStateWords } from '../../ui/gap-words.ts';
import { KindGlyph } from '../../ui/kind-glyph.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { useWhen } from '../../ui/use-when.ts';

/** Open gaps with where they stand; each leads to its work. */
export function GapList({ gaps, offset }: { readonly gaps: readonly GapLine[]; readonly offset: OffsetMinutes }) {
	const { text, format } = useMessages();
	const when = useWhen(offset);
	return (
		<ul className="day__gaps">
			{gaps.map((gap) => (
				<li key={gap.id}>
					<Link className="day__gap" href={gap.case ? `/cases/${gap.case.id}` : `/queue?id=${encodeURIComponent(gap.id)}`}>
						<KindGlyph kind={gap.kind} className={gapGlyphClass(gap)} />
						<span className="grow">
							<MoneyText minor={gap.amountMinor} currency={gap.currency} />
							<span className="cap2">
								{text.common.kind[gap.kind]} · {format.minute(gap.at, offset)} · {gapStateWords(gap, text, when)}
							</span>
						</span>
						<ChevronRight className="i i--s" aria-hidden="true" />
					</Link>
				</li>
			))}
		</ul>
	);
}
