/** Main thread → journal worker. */
export type JournalRequest =
	| { readonly id: number; readonly kind: 'open'; readonly name: string }
	/** Goes ahead of the `append` with the same id: the beginning of a text that is too long to be handed over at once. Not answered. */
	| { readonly id: number; readonly kind: 'part'; readonly text: string }
	| { readonly id: number; readonly kind: 'append'; readonly text: string; readonly flush: boolean }
	| { readonly id: number; readonly kind: 'tails' }
	| { readonly id: number; readonly kind: 'all' }
	| { readonly id: number; readonly kind: 'close' };

export type JournalRequestBody = JournalRequest extends infer R ? (R extends { readonly id: number } ? Omit<R, 'id'> : never) : never;

/** Journal worker → main thread; `lines` only for `tails` and `all`. */
export type JournalAnswer =
	| { readonly id: number; readonly ok: true; readonly lines: { readonly texts: readonly string[]; readonly damaged: number } | null }
	| { readonly id: number; readonly ok: false; readonly error: string };
