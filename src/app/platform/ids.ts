import type { Ids } from '../../commands/ports.ts';
import { asEntryId } from '../../domain/ids.ts';

/** UUIDv7 (RFC 9562): 48 bits of time, then chance. Order comes from the log's seq, never from these. */
export const ids: Ids = { entry: () => asEntryId(uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))) };

export function uuidV7(atMs: number, random: Uint8Array): string {
	const time = Math.floor(atMs).toString(16).padStart(12, '0').slice(-12);
	const chance = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const variant = ((Number.parseInt(chance.slice(4, 5), 16) & 0x3) | 0x8).toString(16);
	return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(1, 4)}-${variant}${chance.slice(5, 8)}-${chance.slice(8, 20)}`;
}
