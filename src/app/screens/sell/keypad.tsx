import { Delete, Plus } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useMessages } from '../../messages/messages-context.ts';
import { usePreferences } from '../../state/preferences.ts';
import type { AmountKey } from './amount-entry.ts';

const CALCULATOR: readonly AmountKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '00', '0', '.'];
const PHONE: readonly AmountKey[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '00', '0', '.'];

type Props = { readonly onKey: (key: AmountKey) => void };

/** Digits act when the finger comes down, like any keypad; the keys never take focus from a number pad. */
export function Keypad({ onKey }: Props) {
	const { text } = useMessages();
	const layout = usePreferences((state) => state.keypad);
	const down = (key: AmountKey) => ({
		onPointerDown: (event: PointerEvent) => {
			if (event.button !== 0) return;
			event.preventDefault();
			onKey(key);
		},
		// Keyboard and assistive tools click without a pointer.
		onClick: (event: { readonly detail: number }) => {
			if (event.detail === 0) onKey(key);
		},
	});
	return (
		<div className="keys">
			{(layout === 'phone' ? PHONE : CALCULATOR).map((key, index) => (
				<button key={key} type="button" className={`key sell__k${index}`} data-testid={key === '.' ? 'key-dot' : `key-${key}`} {...down(key)}>
					{key}
				</button>
			))}
			<button type="button" className="key key--side sell__back" data-testid="key-back" aria-label={text.sell.backspace} {...down('back')}>
				<Delete className="i i--l" aria-hidden="true" />
			</button>
			<button type="button" className="key key--side sell__clear" data-testid="key-clear" {...down('clear')}>
				{text.sell.clear}
			</button>
			<button type="button" className="key key--side k-plus" data-testid="key-plus" aria-label={text.sell.plus} {...down('plus')}>
				<Plus className="i i--l" aria-hidden="true" />
			</button>
		</div>
	);
}
