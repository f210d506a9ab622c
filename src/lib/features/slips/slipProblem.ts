import type { ErrorKind } from '$lib/domain/shared/Result';
import { viSlips } from '$lib/i18n/viSlips';
import { viStaff } from '$lib/i18n/viStaff';

const words = viSlips.screen;

/** Why a slip is not on screen: what stands there instead, and of which kind, for the button under it. */
export type SlipProblem = {
	kind: 'sign-in' | 'absent' | 'unreadable' | 'line';
	title: string;
	text: string;
};

/** `invalid` is an address that names no slip at all; the line is not to blame for it. */
export function slipProblem(failure: ErrorKind | 'unreadable'): SlipProblem {
	switch (failure) {
		case 'unauthorized':
			return { kind: 'sign-in', title: words.toSignIn, text: words.toSignInText };
		case 'not-found':
		case 'forbidden':
		case 'invalid':
			return { kind: 'absent', title: words.notFoundTitle, text: words.notFound };
		case 'unreadable':
			return { kind: 'unreadable', title: words.unreadableTitle, text: words.unreadable };
		default:
			return { kind: 'line', title: viStaff.unreachable.title, text: viStaff.unreachable.body };
	}
}
