import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'uqr';
import { findBrowser } from './findBrowser.ts';

const WIDTH = 640;
const HEIGHT = 480;
const PAPER = 225;
const INK = 40;
const TABLE = 120;

const film = join(mkdtempSync(join(tmpdir(), 'mot-cua-camera-')), 'camera.y4m');

/** Launch options of a browser whose only camera plays the film that `showToCamera` writes, and asks nobody. */
export async function fakeCamera() {
	const browser = await findBrowser();
	showToCamera([]);
	return {
		...browser,
		args: [
			...browser.args,
			'--use-fake-ui-for-media-stream',
			'--use-fake-device-for-media-stream',
			`--use-file-for-fake-video-capture=${film}`
		]
	};
}

/** What the camera sees from its next opening on: a QR code of squares, or an empty table. */
export function showToCamera(squares: readonly (readonly boolean[])[]): void {
	const luma = Buffer.alloc(WIDTH * HEIGHT, TABLE);
	const scale = Math.floor((HEIGHT - 80) / Math.max(1, squares.length));
	const left = Math.floor((WIDTH - squares.length * scale) / 2);
	for (const [row, line] of squares.entries())
		for (const [column, isDark] of line.entries())
			for (let y = 0; y < scale; y += 1) {
				const start = (40 + row * scale + y) * WIDTH + left + column * scale;
				luma.fill(isDark ? INK : PAPER, start, start + scale);
			}
	const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
	const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, grey]);
	const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
	writeFileSync(film, Buffer.concat([head, frame, frame, frame]));
}

/** The squares of a QR code with this text, as our own pages draw it. */
export function squaresOf(text: string): boolean[][] {
	return encode(text, { ecc: 'M', border: 2 }).data;
}
