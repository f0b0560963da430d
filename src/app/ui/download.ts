/** Hands a file to the person by the browser's own download. */
export function download(name: string, type: string, content: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	document.body.append(link);
	link.click();
	link.remove();
	// Some browsers read the blob only after the click has been handled.
	setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
