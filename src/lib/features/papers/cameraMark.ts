const KEY = 'mot-cua.camera';

/** Marked by this very document: it is still alive, whatever the mark says. */
let isMine = false;

/**
 * Opening the camera, or opening a large photo, makes some phones close the page, and the photo is lost with it. The
 * mark is set before and taken away when every photo is kept: if another document finds it, that has happened.
 */
export function markCamera(place: string): void {
	isMine = true;
	try {
		sessionStorage.setItem(KEY, place);
	} catch {
		// Storage is forbidden: then only this notice is missing.
	}
}

/** Nothing is on its way any more: every photo is kept or refused, or there was none. */
export function unmarkCamera(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// As above.
	}
}

/** Whether the page was closed before the photos taken here were kept; asks once. */
export function wasInterrupted(place: string): boolean {
	if (isMine) return false;
	try {
		const isHere = sessionStorage.getItem(KEY) === place;
		if (isHere) sessionStorage.removeItem(KEY);
		return isHere;
	} catch {
		return false;
	}
}
