/** Hands a file to the person: the share sheet where a tablet has no downloads to speak of, else a download. */
export async function handOver(name: string, parts: readonly string[], type: string): Promise<void> {
	const file = new File([...parts], name, { type });
	if (isTouchApple() && navigator.canShare?.({ files: [file] })) {
		await navigator.share({ files: [file] });
		return;
	}
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function isTouchApple(): boolean {
	return /iPad|iPhone|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
}
