import { findDecoder } from './decoder';
import { makePage, type Made, type PictureTask } from './makePage';

/** From the worker: first whether it can draw at all, then one answer for each task; undefined: it threw. */
export type WorkerAnswer = { canDraw: boolean } | { made: Made | undefined };

/** Pictures are decoded and written beside the page, which stays quick meanwhile. */
self.onmessage = async ({ data }: MessageEvent<PictureTask>) => {
	try {
		const made = await makePage(data);
		const transfer = made.ok ? [made.picture.bytes] : [];
		self.postMessage({ made } satisfies WorkerAnswer, { transfer });
	} catch (cause) {
		console.warn('picture', cause);
		self.postMessage({ made: undefined } satisfies WorkerAnswer);
	}
};

/** Without a second argument, which old browsers would not take as it is meant. */
async function announce(): Promise<void> {
	const canDraw = typeof OffscreenCanvas !== 'undefined' && (await findDecoder()) !== undefined;
	self.postMessage({ canDraw } satisfies WorkerAnswer);
}

void announce();
