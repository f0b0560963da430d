import { useEffect } from 'react';
import { useMessages } from '../../messages/messages-context.ts';
import { usePreferences } from '../../state/preferences.ts';
import type { SavedSale } from './use-record.ts';

/** The sentence that a screen reader hears when a sale is durable, with the short buzz or tick that a hand feels. */
export function useSavedWords(saved: SavedSale | null): string {
	const { text, format } = useMessages();
	const sound = usePreferences((state) => state.sound);
	useEffect(() => {
		if (!saved) return;
		navigator.vibrate?.(8);
		if (sound) tick();
	}, [saved, sound]);
	if (!saved) return '';
	return text.sell.saved(format.money(saved.refund ? -saved.amountMinor : saved.amountMinor), text.common.tender[saved.tender], format.count(saved.seq));
}

/** 15 ms of sound, for tablets that cannot buzz. */
function tick(): void {
	const context = new AudioContext();
	const tone = context.createOscillator();
	tone.frequency.value = 1_200;
	tone.connect(context.destination);
	tone.start();
	tone.stop(context.currentTime + 0.015);
	tone.onended = () => void context.close();
}
