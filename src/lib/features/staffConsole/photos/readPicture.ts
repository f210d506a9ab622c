import { isTooLarge } from '$lib/domain/photo/limits';
import { pixelSize } from '$lib/domain/photo/pixelSize';
import { sniffType } from '$lib/domain/photo/sniffType';

/** What is kept of a picture to show it: a small copy, and its size in pixels. */
export type ReadPicture = { thumbnail: Blob; width: number; height: number };

/** The longer side of a small copy, twice what it takes on screen. */
const LONG_SIDE = 240;

/**
 * Decodes a picture once and makes its small copy, so that a list of sixty pages holds no full picture in memory.
 * Undefined when this browser cannot open it, or when it declares more pixels than a PC should be asked to decode.
 */
export async function readPicture(blob: Blob, address: string): Promise<ReadPicture | undefined> {
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const kind = sniffType(bytes);
	if (kind === 'pdf' || kind === 'unknown') return undefined;
	const declared = pixelSize(bytes, kind);
	if (!declared || isTooLarge(declared)) return undefined;
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const { naturalWidth: width, naturalHeight: height } = image;
		const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.max(1, Math.round(width * scale));
		canvas.height = Math.max(1, Math.round(height * scale));
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const thumbnail = await new Promise<Blob | null>((give) => canvas.toBlob(give));
		return thumbnail ? { thumbnail, width, height } : undefined;
	} catch {
		return undefined;
	}
}
