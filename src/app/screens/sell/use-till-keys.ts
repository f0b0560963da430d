import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Tender } from '../../../domain/ledger/tender.ts';
import type { AmountEntry, AmountKey } from './amount-entry.ts';
import { BURST_GAP_MS, BURST_REST_MS, continueBurst, isScan, type KeyBurst } from './key-burst.ts';

export type TillKeys = {
	readonly entry: () => AmountEntry;
	readonly press: (key: AmountKey) => void;
	readonly restore: (entry: AmountEntry) => void;
	readonly commitPrimary: () => void;
	readonly commit: (tender: Tender) => void;
	readonly undoLast: () => void;
	readonly onScan: () => void;
	readonly onIme: () => void;
};

const NAMED: Readonly<Record<string, AmountKey>> = { Backspace: 'back', Escape: 'clear', '+': 'plus', '.': '.', Decimal: '.', '。': '.' };
const TENDER_KEYS: Readonly<Record<string, Tender>> = { F1: 'card', F2: 'wechat', F3: 'alipay', F4: 'unionpay_qr', F5: 'cash' };

/** The whole of selling on a keyboard or number pad. A scanner's burst never becomes an amount. */
export function useTillKeys(keys: TillKeys): void {
	const latest = useRef(keys);
	useLayoutEffect(() => {
		latest.current = keys;
	});
	useEffect(() => {
		const handler = keyHandler(() => latest.current);
		document.addEventListener('keydown', handler.onKeyDown);
		return () => {
			document.removeEventListener('keydown', handler.onKeyDown);
			handler.stop();
		};
	}, []);
}

function keyHandler(till: () => TillKeys) {
	let burst: KeyBurst<AmountEntry> | null = null;
	let rest: ReturnType<typeof setTimeout> | undefined;

	/** Ends the run of characters; true where it was a scan, which is then undone. */
	const endRun = (): boolean => {
		clearTimeout(rest);
		const scan = burst !== null && isScan(burst);
		if (burst && scan) {
			till().restore(burst.before);
			till().onScan();
		}
		burst = null;
		return scan;
	};
	const character = (event: KeyboardEvent, key: AmountKey | null) => {
		if (!event.repeat) burst = continueBurst(burst, { foreign: key === null, atMs: event.timeStamp }, till().entry());
		clearTimeout(rest);
		rest = setTimeout(endRun, BURST_REST_MS);
		if (key === null) return;
		event.preventDefault();
		// A digit belongs to the amount, so Enter after it must not press the button that had the focus.
		if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body) document.activeElement.blur();
		till().press(key);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.defaultPrevented || isElsewhere(event)) return;
		if (event.key === 'Process' || event.isComposing) return till().onIme();
		if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
			event.preventDefault();
			return till().undoLast();
		}
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const tender = TENDER_KEYS[event.key];
		if (tender) {
			event.preventDefault();
			if (!event.repeat && !endRun()) till().commit(tender);
		} else if (event.key === 'Enter') {
			onEnter(event);
		} else if (/^\d$/.test(event.key)) character(event, event.key as AmountKey);
		else if (NAMED[event.key]) character(event, NAMED[event.key] ?? null);
		else if (event.key.length === 1 && event.key !== ' ') character(event, null);
	};
	const onEnter = (event: KeyboardEvent) => {
		const fast = burst !== null && event.timeStamp - burst.lastAtMs <= BURST_GAP_MS;
		const scan = fast && endRun();
		if (!scan && document.activeElement instanceof HTMLElement && document.activeElement.closest('button, a, summary')) return;
		event.preventDefault();
		if (!scan && !event.repeat) till().commitPrimary();
	};
	return { onKeyDown, stop: () => clearTimeout(rest) };
}

/** Keys typed into a field or an open panel are not for the till. */
function isElsewhere(event: KeyboardEvent): boolean {
	const target = event.target;
	return (
		target instanceof HTMLElement && (target.closest('input, textarea, select, [contenteditable]') !== null || document.querySelector('dialog[open]') !== null)
	);
}
