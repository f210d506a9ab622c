import type { DeskStore } from '$lib/data/ports/DeskStore';

/** How long typing must rest before it is kept (milliseconds): nothing typed is ever more than a second from safe. */
const REST = 700;

/**
 * Keeps drafts on the PC: hand it every new state as JSON; what is the first one of a key is not kept, nobody typed it.
 * `flush` writes what still waits, when the page is left; `drop` lets it go, because it was sent.
 */
export function keepDrafts(
	store: DeskStore,
	setTimer: (run: () => void, ms: number) => () => void
): {
	note: (key: string, drafts: object, value: unknown) => void;
	flush: () => void;
	drop: () => void;
} {
	let known: object | undefined;
	let last = '';
	let pending: (() => void) | undefined;
	let cancel: (() => void) | undefined;

	function flush() {
		cancel?.();
		pending?.();
		pending = cancel = undefined;
	}

	function drop() {
		cancel?.();
		pending = cancel = undefined;
	}

	return {
		note(key, drafts, value) {
			const text = JSON.stringify(value);
			if (drafts !== known) {
				// What still waits belongs to drafts that were sent.
				drop();
				known = drafts;
			} else if (text !== last) {
				pending = () => store.save(key, value);
				// Not put off again by further typing: within a second means the first letter too.
				cancel ??= setTimer(flush, REST);
			}
			last = text;
		},
		flush,
		drop
	};
}
