import { contextOf, drawUpright, freeCanvas, type Picture } from './canvas';

type Decode = (blob: Blob) => Promise<Picture>;

/** How pictures are opened here; `isUpright` when the browser itself turns them as EXIF says. */
export type Decoder = { decode: Decode; isUpright: boolean };

/** A grey picture of 2×1 pixels whose EXIF says that the camera was held sideways (6): upright it is 1×2. */
const PROBE =
	'/9j/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQH/wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z';
const GREY = 128;

let found: Promise<Decoder | undefined> | undefined;

/**
 * The best way to open pictures in this browser, tried out once with a picture that is known. Undefined when there is
 * none, or when what is drawn cannot be read back (some browsers give noise, so that nobody is recognised by it).
 */
export function findDecoder(): Promise<Decoder | undefined> {
	found ??= tryWays();
	return found;
}

async function tryWays(): Promise<Decoder | undefined> {
	let usable: Decoder | undefined;
	for (const decode of WAYS) {
		const decoder = await tryOut(decode);
		if (decoder?.isUpright) return decoder;
		usable ??= decoder;
	}
	return usable;
}

async function tryOut(decode: Decode): Promise<Decoder | undefined> {
	try {
		const bytes = Uint8Array.from(atob(PROBE), (letter) => letter.charCodeAt(0));
		const picture = await decode(new Blob([bytes], { type: 'image/jpeg' }));
		const { width, height } = picture;
		const canvas = drawUpright(picture, { width, height }, 1);
		const pixels = contextOf(canvas).getImageData(0, 0, width, height).data;
		freeCanvas(canvas);
		const isReadable = pixels.every((value, i) => i % 4 === 3 || Math.abs(value - GREY) < 16);
		return isReadable && width * height === 2 ? { decode, isUpright: height === 2 } : undefined;
	} catch {
		// This browser does not know the call, or not this option of it.
		return undefined;
	}
}

const WAYS: Decode[] = [
	async (blob) => fromBitmap(await createImageBitmap(blob, { imageOrientation: 'from-image' })),
	async (blob) => fromBitmap(await createImageBitmap(blob)),
	fromElement
];

function fromBitmap(bitmap: ImageBitmap): Picture {
	return {
		source: bitmap,
		width: bitmap.width,
		height: bitmap.height,
		close: () => bitmap.close()
	};
}

/** The oldest way, on the page only; the content security policy lets pictures come from `blob:`. */
async function fromElement(blob: Blob): Promise<Picture> {
	const image = new Image();
	const url = URL.createObjectURL(blob);
	try {
		image.src = url;
		await image.decode();
	} finally {
		URL.revokeObjectURL(url);
	}
	const close = () => image.removeAttribute('src');
	return { source: image, width: image.naturalWidth, height: image.naturalHeight, close };
}
