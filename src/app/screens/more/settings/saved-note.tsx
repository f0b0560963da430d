import { Check } from 'lucide-react';
import { useMessages } from '../../../messages/messages-context.ts';

/** Says that a setting is recorded; it says so again for the next one. */
export function SavedNote({ count }: { readonly count: number }) {
	const { text } = useMessages();
	return (
		<p className="more__saved" role="status">
			{count > 0 && (
				<span className="mark is-match b" key={count}>
					<Check className="i" aria-hidden="true" />
					{text.more.saved}
				</span>
			)}
		</p>
	);
}
