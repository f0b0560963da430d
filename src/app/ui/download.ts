/** Hands a file to the person by the browser's own download. */
export function download(name: string, type: string, content: string): void {
	handOut(name, new Blob([content], { type }));
}

/** The same for a file as it came; whatever it is, it is saved and never shown. */
export function downloadBytes(name: string, type: string, bytes: Uint8Array): void {
	handOut(name, new Blob([new Uint8Array(bytes)], { type: type === '' ? 'application/octet-stream' : type }));
}

function handOut(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers read the blob only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
