import type { Sha256 } from '../../domain/log/hash-chain.ts';

const utf8 = new TextEncoder();

/** WebCrypto's SHA-256 of the text's UTF-8 bytes as lower-case hex. */
export const sha256: Sha256 = async (text) => {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
	let hex = '';
	for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
	return hex;
};
