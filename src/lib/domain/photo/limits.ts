import type { PixelSize } from './pixelSize.ts';

/** The most a photo may weigh before it is shrunk, in bytes; the best phone cameras write about 30 MB. */
export const MOST_PHOTO_BYTES = 40 * 1024 * 1024;

/** 64 million pixels is what cheap phones advertise (9,280 × 6,944); more would need over 260 MB to decode. */
const MOST_PIXELS = 65_000_000;
const LONGEST_SIDE = 16_000;

/** Whether a picture of this size may be decoded on a phone. */
export function isTooLarge({ width, height }: PixelSize): boolean {
	return Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS;
}

/** Long side of a page in pixels: an A4 page that fills the picture has about 170 of them to the inch. */
const LONG_SIDE = 2000;
/** A long screenshot keeps this width, or its letters would be lost. */
const SHORT_SIDE = 1000;
/** What a page may have at most after shrinking. */
const MOST_PAGE_PIXELS = 8_000_000;

/** The size a picture is shrunk to; never larger than it is. */
export function pageSize({ width, height }: PixelSize): PixelSize {
	const long = Math.max(width, height);
	const short = Math.min(width, height);
	const legible = Math.max(LONG_SIDE / long, SHORT_SIDE / short);
	const scale = Math.min(1, legible, Math.sqrt(MOST_PAGE_PIXELS / (width * height)));
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale))
	};
}
