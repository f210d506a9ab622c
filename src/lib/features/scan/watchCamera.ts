import type { CodeReader } from './codeReader';

/** Between two looks: quick for the person, and the PC still has time for everything else. */
const PAUSE_MS = 60;

/**
 * Looks at the video until `isOver` says so, and tells every code it sees, once while it stays in view. Rejects when
 * the reader cannot work.
 */
export async function watchCamera(
	video: HTMLVideoElement,
	reader: CodeReader,
	parts: { isOver(): boolean; onread(text: string): void }
): Promise<void> {
	let seen = '';
	while (!parts.isOver()) {
		if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0) {
			const text = await reader.read(video);
			if (text && text !== seen && !parts.isOver()) parts.onread(text);
			if (text) seen = text;
		}
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	}
}
