/**
 * Tells a scanner that types (a "keyboard wedge") from a person at the keyboard: nobody types nine keys at under 35 ms
 * each and then Enter or Tab. The state machine is pure; `features/scan` feeds it with the key events of the page.
 *
 * What was scanned is put together from the keys that were pressed, not from the letters they gave: the Vietnamese input
 * method, caps lock and the layout of Windows change letters, never keys. Scanners type as on an American keyboard.
 */

/** One key going down. `key` and `code` as in a KeyboardEvent; `at` in milliseconds, from any start. */
export type WedgeKey = { key: string; code: string; shift: boolean; at: number };

/** A run of keys close to each other. */
export type WedgeRun = {
	letters: readonly string[];
	keys: number;
	startedAt: number;
	lastAt: number;
};

/** What one key did. */
export type WedgeStep = {
	/** Undefined when no run is under way. */
	run: WedgeRun | undefined;
	/** The line, when this key ended a scan. */
	line?: string;
	/** True when this key and the ones before it came faster than a person types: it is no shortcut. */
	isFast?: boolean;
};

/** Scanners over Bluetooth stumble now and then; the average decides, this only ends a run. */
const LONGEST_GAP_MS = 100;
const MOST_AVERAGE_MS = 35;
const MORE_THAN_LETTERS = 8;
/** Two hands press two keys almost together now and then: only from the third on it must be a machine. */
const FAST_BY_CHANCE = 2;

/** What follows when a key goes down: the run goes on, a new one begins, or a line is complete. */
export function stepWedge(run: WedgeRun | undefined, pressed: WedgeKey): WedgeStep {
	const { at } = pressed;
	const going = run && at - run.lastAt <= LONGEST_GAP_MS ? run : undefined;
	if (ENDS.has(pressed.code) || ENDS.has(pressed.key))
		return going && isScan(going, at) ? { run: undefined, line: going.letters.join('') } : noRun;
	if (SILENT.has(pressed.key)) return { run: going };
	// An input method that rewrites a letter sends Backspace and then the new one.
	if (pressed.key === 'Backspace')
		return going ? { run: { ...going, letters: going.letters.slice(0, -1), lastAt: at } } : noRun;
	const letter = letterOf(pressed);
	if (letter === undefined) return noRun;
	if (!going) return { run: { letters: [letter], keys: 1, startedAt: at, lastAt: at } };
	return {
		run: {
			...going,
			letters: [...going.letters, letter],
			keys: going.keys + 1,
			lastAt: at
		},
		isFast:
			going.keys >= FAST_BY_CHANCE &&
			at - going.lastAt <= MOST_AVERAGE_MS &&
			// One key again and again is somebody going down a list.
			going.letters.some((each) => each !== letter)
	};
}

const noRun: WedgeStep = { run: undefined };

/** The end of a line, whatever an input method makes of the key. */
const ENDS = new Set(['Enter', 'NumpadEnter', 'Tab']);

/** Keys that go down beside the letters. */
const SILENT = new Set(['Shift', 'CapsLock', 'NumLock', 'Unidentified']);

function isScan(run: WedgeRun, at: number): boolean {
	if (run.letters.length <= MORE_THAN_LETTERS) return false;
	return (at - run.startedAt) / run.keys <= MOST_AVERAGE_MS;
}

/** Keys with a sign of their own, without and with Shift. */
const SIGNS: Record<string, string> = {
	Digit1: '1!',
	Digit2: '2@',
	Digit3: '3#',
	Digit4: '4$',
	Digit5: '5%',
	Digit6: '6^',
	Digit7: '7&',
	Digit8: '8*',
	Digit9: '9(',
	Digit0: '0)',
	Minus: '-_',
	Equal: '=+',
	BracketLeft: '[{',
	BracketRight: ']}',
	Backslash: '\\|',
	Semicolon: ';:',
	Quote: '\'"',
	Backquote: '`~',
	Comma: ',<',
	Period: '.>',
	Slash: '/?',
	Space: '  ',
	NumpadAdd: '++',
	NumpadSubtract: '--',
	NumpadMultiply: '**',
	NumpadDivide: '//',
	NumpadDecimal: '..'
};

/** The letter on the key, or the one that came without a key (as software types it); undefined for anything else. */
function letterOf({ key, code, shift }: WedgeKey): string | undefined {
	const letter = /^Key([A-Z])$/.exec(code)?.[1];
	if (letter) return shift ? letter : letter.toLowerCase();
	const signs = SIGNS[code];
	if (signs) return signs.charAt(shift ? 1 : 0);
	const digit = /^Numpad(\d)$/.exec(code)?.[1];
	if (digit) return digit;
	return [...key].length === 1 ? key : undefined;
}
