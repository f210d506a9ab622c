/** The ten national dossier status codes (domain §2.1). */
export const STATUS = {
	submitted: 1,
	received: 2,
	refused: 3,
	processing: 4,
	supplement: 5,
	payment: 6,
	withdrawing: 7,
	stopped: 8,
	finished: 9,
	returned: 10
} as const;

/** True once nothing more will happen to the dossier: refused, stopped or handed out. */
export function isEnded(status: number): boolean {
	return status === STATUS.refused || status === STATUS.stopped || status === STATUS.returned;
}

/** Whether the person who filed may still ask to withdraw: not once there is a result or the dossier has ended. */
export function mayWithdraw(status: number): boolean {
	return [
		STATUS.submitted,
		STATUS.received,
		STATUS.processing,
		STATUS.supplement,
		STATUS.payment
	].some((one) => one === status);
}

/** How long a reason is at least; the server asks the same. */
const LEAST = 3;

/** Whether this says why papers of an ended dossier are looked at, or printed once more. */
export function isViewReason(text: string): boolean {
	return text.trim().length >= LEAST;
}
