import { ascii, bytesAt, indexOfText } from './bytes.ts';

/** What a file is by its first bytes. Its name and the type it was declared with are never believed. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'pdf' | 'unknown';

/** How much of the beginning `sniffType` wants to see; readers of PDF look for its header within 1,024 bytes. */
export const SNIFF_BYTES = 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Brands of ISO/IEC 23008-12 (HEIF) files; iPhones write `heic`, and `mif1` or `msf1` when a file was worked on. */
const HEIC_BRANDS = /heic|heix|heim|heis|hevc|hevx|hevm|hevs|mif1|mif2|msf1/;
const AVIF_BRANDS = /avif|avis/;

/** The kind of a file from its first SNIFF_BYTES bytes. */
export function sniffType(head: Uint8Array): FileKind {
	if (bytesAt(head, 0, [0xff, 0xd8, 0xff])) return 'jpeg';
	if (bytesAt(head, 0, PNG)) return 'png';
	if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP') return 'webp';
	if (ascii(head, 4, 8) === 'ftyp') return heifKind(head);
	const pdf = indexOfText(head, '%PDF-');
	return pdf >= 0 && pdf < SNIFF_BYTES ? 'pdf' : 'unknown';
}

/** An AVIF lists `mif1` among its compatible brands too, so its own brand is looked for first. */
function heifKind(head: Uint8Array): FileKind {
	const size = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
	const end = Math.min(size, head.length);
	// The major brand, a version of four bytes, then the compatible brands.
	const brands = [ascii(head, 8, 12)];
	for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(head, at, at + 4));
	if (brands.some((brand) => AVIF_BRANDS.test(brand))) return 'avif';
	return brands.some((brand) => HEIC_BRANDS.test(brand)) ? 'heic' : 'unknown';
}
