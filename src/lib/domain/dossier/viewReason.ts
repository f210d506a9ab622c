/** How long a reason is at least; the server asks the same. */
const LEAST = 3;

/** Whether this says why papers of an ended dossier are looked at, or printed once more. */
export function isViewReason(text: string): boolean {
	return text.trim().length >= LEAST;
}
