const KILO = 1_000;

/** "38 KB", "1.2 MB". */
export function fileSizeText(bytes: number): string {
	if (bytes < KILO) return `${bytes} B`;
	if (bytes < KILO * KILO) return `${Math.round(bytes / KILO)} KB`;
	return `${(bytes / KILO / KILO).toFixed(1)} MB`;
}
