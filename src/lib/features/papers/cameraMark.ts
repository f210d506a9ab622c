const KEY = 'mot-cua.camera';

/**
 * Opening the camera makes some phones close the page behind it, and the photo is lost with it. The mark is set before
 * and taken away when the camera answers: if it is still there when the page opens, that has happened.
 */
export function markCamera(place: string): void {
	try {
		sessionStorage.setItem(KEY, place);
	} catch {
		// Storage is forbidden: then only this notice is missing.
	}
}

/** The camera answered, with a photo or without. */
export function unmarkCamera(): void {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// As above.
	}
}

/** Whether the page was closed while the camera was open here; asks once. */
export function wasInterrupted(place: string): boolean {
	try {
		const isHere = sessionStorage.getItem(KEY) === place;
		if (isHere) sessionStorage.removeItem(KEY);
		return isHere;
	} catch {
		return false;
	}
}
