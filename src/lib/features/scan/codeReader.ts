import type { Picture } from './decodeWorker';
import DecodeWorker from './decodeWorker?worker';

/** Looks for a QR code in what the video shows now. */
export type CodeReader = {
	/** The text, '' when none is seen. Rejects when this reader cannot work at all. */
	read(video: HTMLVideoElement): Promise<string>;
	close(): void;
};

/** The browser's own detector; not in TypeScript's library. */
type Detector = { detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
	new (options: { formats: string[] }): Detector;
	getSupportedFormats(): Promise<string[]>;
};

/** The browser's own reader where it knows QR codes (Android, ChromeOS, macOS), else ours. */
export async function openCodeReader(): Promise<CodeReader> {
	return (await findNativeReader()) ?? workerReader();
}

async function findNativeReader(): Promise<CodeReader | undefined> {
	const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
	try {
		if (!BarcodeDetector || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code'))
			return undefined;
		return nativeReader(new BarcodeDetector({ formats: ['qr_code'] }));
	} catch {
		return undefined;
	}
}

/** A detector that fails later (its service may be missing on the machine) is replaced on the spot. */
function nativeReader(detector: Detector): CodeReader {
	let spare: CodeReader | undefined;
	return {
		async read(video) {
			if (spare) return spare.read(video);
			try {
				return (await detector.detect(video))[0]?.rawValue ?? '';
			} catch {
				spare = workerReader();
				return spare.read(video);
			}
		},
		close: () => spare?.close()
	};
}

/** Larger pictures take longer and show no more: a code fills much of the picture. */
const WIDEST = 960;

function workerReader(): CodeReader {
	const worker = new DecodeWorker();
	const canvas = document.createElement('canvas');
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	return {
		read: (video) =>
			new Promise((resolve, reject) => {
				if (!pen) {
					reject(new Error('no canvas'));
					return;
				}
				const scale = Math.min(1, WIDEST / video.videoWidth);
				canvas.width = Math.round(video.videoWidth * scale);
				canvas.height = Math.round(video.videoHeight * scale);
				pen.drawImage(video, 0, 0, canvas.width, canvas.height);
				const { width, height, data } = pen.getImageData(0, 0, canvas.width, canvas.height);
				worker.onmessage = (event: MessageEvent<string>) => resolve(event.data);
				worker.onerror = (event) => {
					event.preventDefault();
					reject(new Error('the reader did not start'));
				};
				worker.postMessage({ width, height, data } satisfies Picture, [data.buffer]);
			}),
		close: () => worker.terminate()
	};
}
