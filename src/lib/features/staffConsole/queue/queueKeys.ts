/** What a key does in the queue, apart from what the browser does with it anyway (Enter opens, Tab goes on). */
export type QueueCommand =
	| { kind: 'group'; index: number }
	| { kind: 'search' }
	/** To my own work and back. */
	| { kind: 'mine' }
	| { kind: 'escape' }
	/** `starts`: also from outside the list, where the browser has no use of its own for the key. */
	| { kind: 'step'; rows: number; starts: boolean }
	| { kind: 'first' }
	| { kind: 'last' };

/** Rows that Page Up and Page Down pass over. */
const pageOfRows = 10;

const commands: Record<string, QueueCommand> = {
	'/': { kind: 'search' },
	m: { kind: 'mine' },
	Escape: { kind: 'escape' },
	j: { kind: 'step', rows: 1, starts: true },
	ArrowDown: { kind: 'step', rows: 1, starts: true },
	k: { kind: 'step', rows: -1, starts: true },
	ArrowUp: { kind: 'step', rows: -1, starts: true },
	PageDown: { kind: 'step', rows: pageOfRows, starts: false },
	PageUp: { kind: 'step', rows: -pageOfRows, starts: false },
	Home: { kind: 'first' },
	End: { kind: 'last' }
};

/** The command of a key, undefined for any other and for one pressed together with Ctrl, Alt or Meta. */
export function commandOf(
	event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>
): QueueCommand | undefined {
	if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
	if (/^[1-8]$/.test(event.key)) return { kind: 'group', index: Number(event.key) - 1 };
	return commands[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
