/** Hands bytes over to the browser's downloads under this name. */
export function saveFile(name: string, blob: Blob): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = name;
	link.click();
	// The download has read it by then.
	setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
