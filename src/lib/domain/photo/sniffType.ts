import type { PageType } from '../dossier/Page.ts';
import { ascii, bytesAt, indexOfText } from './bytes.ts';

/** What a file is by its first bytes. Its name and the type it was declared with are never believed. */
export type FileKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'pdf' | 'unknown';

/** How much of the beginning `sniffType` wants to see; readers of PDF look for its header within 1,024 bytes. */
export const SNIFF_BYTES = 1024;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The sign “<”. */
const MARKUP = 0x3c;

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
	if (pdf < 0 || pdf >= SNIFF_BYTES) return 'unknown';
	// Scanners and mail programs leave a line before the header; what begins with markup wants to be two things at once.
	return head.subarray(0, pdf).includes(MARKUP) ? 'unknown' : 'pdf';
}

/**
 * The media type under which such a file may be a page; undefined when it may be none. Phone, worker and desk ask here:
 * what one of them takes for a page the others must too.
 */
export function pageTypeOf(head: Uint8Array): PageType | undefined {
	const kind = sniffType(head);
	if (kind === 'pdf') return 'application/pdf';
	return kind === 'jpeg' || kind === 'png' || kind === 'webp' ? `image/${kind}` : undefined;
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
