import { useCallback, useEffect, useRef, useState } from 'react';
import { type Currency, formatMajor, type Minor } from '../../../domain/money.ts';
import { setTyping, useTill } from '../../state/till.ts';
import { type AmountEntry, type AmountKey, EMPTY_ENTRY, pressKey, totalOf } from './amount-entry.ts';

/**
 * The amount under the fingers. It is held in a ref as well, so that two keys within one frame both count and a commit
 * always takes what was typed last.
 */
export function useAmount(currency: Currency) {
	const [entry, setEntry] = useState<AmountEntry>(EMPTY_ENTRY);
	const latest = useRef(entry);
	const [refused, setRefused] = useState(false);

	const put = useCallback((next: AmountEntry) => {
		latest.current = next;
		setEntry(next);
		setTyping(next !== EMPTY_ENTRY && (next.typed !== '' || next.chain.length > 0));
	}, []);
	const press = useCallback(
		(key: AmountKey) => {
			const next = pressKey(latest.current, key, currency);
			setRefused(next === latest.current && /\d/.test(key) && latest.current.typed.length > 1);
			put(next);
		},
		[currency, put],
	);
	/** Hands the amount over and only then takes it off the display: between the two the till must never seem free. */
	const handOver = useCallback(
		(take: (minor: Minor) => void) => {
			const total = totalOf(latest.current, currency);
			if (total === 0) return;
			take(total);
			put(EMPTY_ENTRY);
		},
		[currency, put],
	);

	const prefill = useTill((till) => till.prefill);
	useEffect(() => {
		if (prefill === null) return;
		put({ chain: [], typed: formatMajor(prefill, currency).replace(/\.0+$/, '') });
		useTill.setState({ prefill: null });
	}, [prefill, currency, put]);

	return { entry, latest, press, put, handOver, refused };
}
