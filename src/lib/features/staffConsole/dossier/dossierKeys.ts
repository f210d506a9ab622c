/** What a key does on the page of a dossier; `open` unfolds the further action whose line carries this key. */
export type DossierCommand =
	| { kind: 'list' }
	| { kind: 'next' }
	| { kind: 'submit' }
	| { kind: 'papers' }
	/** Every paper that nobody has judged yet is right. */
	| { kind: 'rest' }
	| { kind: 'open'; key: ActionKey };

/**
 * The letters of the further actions: ask for papers, refuse, withdraw, write to the citizen; ask for money, take a fee,
 * give a new date, stop, correct the result.
 */
const ACTION_KEYS = ['b', 'c', 'x', 'v', 'p', 't', 'h', 'd', 's'] as const;
export type ActionKey = (typeof ACTION_KEYS)[number];

type Pressed = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'repeat'
>;

/**
 * The command of a key, undefined for any other. `typing`: the focus is where letters are written, so that letters
 * belong there and only Ctrl + Enter is ours; keys of an input method that composes, or of a key held down, never are.
 */
export function dossierCommandOf(event: Pressed, typing: boolean): DossierCommand | undefined {
	if (event.isComposing || event.repeat || event.altKey || event.metaKey) return undefined;
	if (event.ctrlKey) return event.key === 'Enter' ? { kind: 'submit' } : undefined;
	if (typing) return undefined;
	const letter = event.key.toLowerCase();
	const key = ACTION_KEYS.find((one) => one === letter);
	if (key) return { kind: 'open', key };
	switch (letter) {
		case 'escape':
			return { kind: 'list' };
		case 'n':
			return { kind: 'next' };
		case 'j':
			return { kind: 'papers' };
		case 'a':
			return { kind: 'rest' };
		default:
			return undefined;
	}
}

/** True where letters are written or an arrow chooses: there a letter is no shortcut. */
export function isTypingPlace(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])')
	);
}
