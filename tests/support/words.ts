import { type Language, loadCatalog, loadRest } from '../../src/app/messages/catalog.ts';
import { type Messages, messagesOf } from '../../src/app/messages/messages-context.ts';

/** The words and formats of a language, as the screens get them. */
export async function wordsOf(language: Language): Promise<Messages> {
	const catalog = await loadCatalog(language);
	await loadRest();
	return messagesOf(language, catalog);
}
