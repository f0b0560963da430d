/** CRC-32C (Castagnoli), reflected; finds torn and garbled lines, proves nothing against intent. */
const POLYNOMIAL = 0x82f63b78;

/** Eight tables of 256: the n-th tells what a byte leaves once n more bytes have followed it. Eight bytes are looked up at a time. */
const TABLES = new Int32Array(8 * 256);
for (let byte = 0; byte < 256; byte += 1) {
	let value = byte;
	for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
	TABLES[byte] = value;
}
for (let at = 256; at < TABLES.length; at += 1) {
	const before = TABLES[at - 256] ?? 0;
	TABLES[at] = (before >>> 8) ^ left(0, before);
}

function left(followed: number, byte: number): number {
	return TABLES[followed * 256 + (byte & 0xff)] ?? 0;
}

export function crc32c(bytes: Uint8Array): number {
	const whole = bytes.length - (bytes.length % 8);
	const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let crc = -1;
	for (let at = 0; at < whole; at += 8) {
		const first = crc ^ words.getInt32(at, true);
		const second = words.getInt32(at + 4, true);
		crc =
			left(7, first) ^
			left(6, first >>> 8) ^
			left(5, first >>> 16) ^
			left(4, first >>> 24) ^
			left(3, second) ^
			left(2, second >>> 8) ^
			left(1, second >>> 16) ^
			left(0, second >>> 24);
	}
	for (let at = whole; at < bytes.length; at += 1) crc = (crc >>> 8) ^ left(0, crc ^ (bytes[at] ?? 0));
	return (crc ^ -1) >>> 0;
}
