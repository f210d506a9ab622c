import { isExtra } from '#domain/photo/jpeg.ts';

/** What an encoder itself writes into EXIF: orientation, resolution, positions, sizes, colour space, versions. */
const harmlessTags: ReadonlySet<number> = new Set([
	0x0100, 0x0101, 0x0112, 0x011a, 0x011b, 0x0128, 0x0213, 0x8769, 0x9000, 0x9101, 0xa000, 0xa001,
	0xa002, 0xa003
]);
const exifFolder = 0x8769;

/**
 * False when the segments before the picture hold anything that may tell place, time or camera (EXIF, XMP, IPTC, a
 * comment), or another picture (a thumbnail may still show what was cut away). Our own pages have none of it; a colour
 * profile and the few technical EXIF tags that encoders write by themselves say nothing and pass. EXIF that cannot be
 * read counts as unclean.
 */
export function isCleanJpeg(bytes: Uint8Array): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 2;
	while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
		const marker = view.getUint8(at + 1);
		// Fill bytes may stand before a marker.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		// The picture begins, or ends: what follows is no segment.
		if (marker === 0xda || marker === 0xd9) return true;
		const length = view.getUint16(at + 2);
		const end = Math.min(at + 2 + length, view.byteLength);
		if (
			isExtra(bytes, { marker, start: at, end }) &&
			!tellsNothing(bytes.subarray(at, end), marker)
		)
			return false;
		at += 2 + length;
	}
	return true;
}

/** True for a colour profile and for EXIF of technical tags alone. */
function tellsNothing(segment: Uint8Array, marker: number): boolean {
	const content = Buffer.from(segment.subarray(4, 16)).toString('latin1');
	if (marker === 0xe2) return content.startsWith('ICC_PROFILE\0');
	if (marker !== 0xe1 || !content.startsWith('Exif\0\0')) return false;
	const { buffer, byteOffset, length } = segment;
	return isHarmlessExif(new DataView(buffer, byteOffset + 10, length - 10));
}

function isHarmlessExif(tiff: DataView): boolean {
	try {
		const order = tiff.getUint16(0);
		if (order !== 0x4949 && order !== 0x4d4d) return false;
		const littleEndian = order === 0x4949;
		const main = tagsAt(tiff, tiff.getUint32(4, littleEndian), littleEndian);
		// A second folder describes a thumbnail.
		if (main.next !== 0) return false;
		const details = main.tags.get(exifFolder);
		const more = details === undefined ? [] : tagsAt(tiff, details, littleEndian).tags.keys();
		return [...main.tags.keys(), ...more].every((tag) => harmlessTags.has(tag));
	} catch {
		// An offset that leads out of the segment.
		return false;
	}
}

/** The tags of one folder with their values, and where the next folder lies (0 = none). */
function tagsAt(tiff: DataView, at: number, littleEndian: boolean) {
	const count = tiff.getUint16(at, littleEndian);
	const tags = new Map<number, number>();
	for (let index = 0; index < count; index += 1) {
		const entry = at + 2 + index * 12;
		tags.set(tiff.getUint16(entry, littleEndian), tiff.getUint32(entry + 8, littleEndian));
	}
	return { tags, next: tiff.getUint32(at + 2 + count * 12, littleEndian) };
}
