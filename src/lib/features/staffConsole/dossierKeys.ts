/** What a key does on the page of a dossier; `open` unfolds the further action whose line carries this key. */
export type DossierCommand =
	| { kind: 'list' }
	| { kind: 'next' }
	| { kind: 'submit' }
	| { kind: 'papers' }
	/** Every paper that nobody has judged yet is right. */
	| { kind: 'rest' }
	| { kind: 'open'; key: ActionKey };

/** The letters of the further actions: ask for papers, refuse, withdraw, write to the citizen. */
export type ActionKey = 'b' | 'c' | 'x' | 'v';

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
	switch (event.key.toLowerCase()) {
		case 'escape':
			return { kind: 'list' };
		case 'n':
			return { kind: 'next' };
		case 'j':
			return { kind: 'papers' };
		case 'a':
			return { kind: 'rest' };
		case 'b':
		case 'c':
		case 'x':
		case 'v':
			return { kind: 'open', key: event.key.toLowerCase() as ActionKey };
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
