/** Remainders of each byte under the polynomial of ISO 3309, bits reversed. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/** The checksum that zip and gzip keep of the unpacked bytes. */
export function crc32(bytes: Uint8Array): number {
	let rest = 0xffffffff;
	for (let i = 0; i < bytes.length; i++) rest = (TABLE[(rest ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
	return (rest ^ 0xffffffff) >>> 0;
}
