import { createContext, useContext } from 'react';
import { invariant } from '../../domain/invariant.ts';
import type { Catalog, Language } from './catalog.ts';
import { type Formats, formatsOf } from './formats.ts';

export type Messages = { readonly language: Language; readonly text: Catalog; readonly format: Formats };

export const MessagesContext = createContext<Messages | null>(null);

/** The texts (`text.sell.undo`) and formats (`format.money(minor)`) of the chosen language. */
export function useMessages(): Messages {
	const messages = useContext(MessagesContext);
	invariant(messages, 'no messages above this component');
	return messages;
}

export function messagesOf(language: Language, text: Catalog): Messages {
	return { language, text, format: formatsOf(language) };
}
