/** What an encoder itself writes into EXIF: orientation, resolution, positions, sizes, colour space, versions. */
const harmlessTags: ReadonlySet<number> = new Set([
	0x0100, 0x0101, 0x0112, 0x011a, 0x011b, 0x0128, 0x0213, 0x8769, 0x9000, 0x9101, 0xa000, 0xa001,
	0xa002, 0xa003
]);
const exifFolder = 0x8769;

/**
 * False when the segments before the picture hold EXIF with anything about place, time or camera, or a thumbnail (which
 * may still show what was cut away). Some browsers' own encoders write a few technical tags: those say nothing and pass,
 * or a phone would be asked for ever for a photo it cannot make otherwise. EXIF that cannot be read counts as unclean.
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
		if (marker === 0xe1 && isExif(bytes.subarray(at + 4, at + 10))) {
			const end = Math.min(at + 2 + length, view.byteLength);
			if (!isHarmlessExif(new DataView(bytes.buffer, bytes.byteOffset + at + 10, end - at - 10)))
				return false;
		}
		at += 2 + length;
	}
	return true;
}

function isExif(start: Uint8Array): boolean {
	return Buffer.from(start).toString('latin1') === 'Exif\0\0';
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
