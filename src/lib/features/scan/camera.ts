import { fail, ok, type Result } from '$lib/domain/shared/Result';

/**
 * Why there is no picture. `none`: no camera in or at this machine. `refused`: the browser may not use it.
 * `busy`: another program has it. `insecure`: the page did not come by https, so browsers give no camera at all.
 */
export type CameraFault = 'none' | 'refused' | 'busy' | 'insecure';

/** Opens the camera that looks away from the person, where there is a choice. */
export async function openCamera(): Promise<Result<MediaStream, CameraFault>> {
	// Undefined on pages without https, whatever the types say.
	const devices = navigator.mediaDevices as MediaDevices | undefined;
	if (!devices) return fail('insecure');
	try {
		const video = {
			facingMode: { ideal: 'environment' },
			width: { ideal: 1280 },
			height: { ideal: 720 }
		};
		return ok(await devices.getUserMedia({ video, audio: false }));
	} catch (cause) {
		return fail(faultOf(cause));
	}
}

/** Switches the camera off: its light goes out. */
export function closeCamera(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

function faultOf(cause: unknown): CameraFault {
	const name = cause instanceof DOMException ? cause.name : '';
	if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
	return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
