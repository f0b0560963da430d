import { Check, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useMessages } from '../../../messages/messages-context.ts';

type Props = {
	readonly icon: LucideIcon;
	readonly title: string;
	readonly hint: string;
	readonly tone: 'ok' | 'warn' | 'plain';
	readonly children?: ReactNode;
};

/** One thing that is well, or one that somebody should look at, with what to do about it. */
export function HealthFact({ icon: Icon, title, hint, tone, children }: Props) {
	const { text } = useMessages();
	return (
		<li className={`more__fact${tone === 'warn' ? ' more__fact--warn' : ''}`}>
			<Icon className="i" aria-hidden="true" />
			<span className="grow">
				<b>{title}</b>
				<span className="cap2">{hint}</span>
			</span>
			{tone === 'ok' && (
				<span className="mark is-match b">
					<Check className="i" aria-hidden="true" />
					{text.more.ok}
				</span>
			)}
			{children}
		</li>
	);
}
