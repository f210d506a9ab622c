import { readScan } from '$lib/domain/intake/readScan';
import type { Scanned } from '$lib/domain/intake/Scanned';
import { stepWedge, type WedgeRun } from '$lib/domain/intake/wedge';

/**
 * Listens to the whole page for a scanner that types, until the function it gives is called.
 *
 * The first letters cannot be told from a person's, so they land where the focus is; once the line is complete, that
 * field gets back what it held before, and the Enter or Tab at the end does nothing. Nobody's typing is ever held back.
 * From the third letter on the page's shortcuts hear nothing. A line that is none of our codes stays in a text field
 * as if typed (a person may scan a number into it on purpose); without such a field it is told as unknown.
 */
export function captureWedge(onscan: (scanned: Scanned) => void): () => void {
	let run: WedgeRun | undefined;
	let putBack: (() => void) | undefined;
	/** Where the first letter went; a person who moves the focus ends the run, a scanner moves nothing. */
	let place: EventTarget | null = null;

	function press(event: KeyboardEvent) {
		if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) {
			run = undefined;
			return;
		}
		if (event.target !== place) run = undefined;
		const { key, code, shiftKey: shift, timeStamp: at } = event;
		const step = stepWedge(run, { key, code, shift, at });
		if (step.run && step.run.startedAt !== run?.startedAt) {
			place = event.target;
			putBack = remember(place);
		}
		run = step.run;
		if (step.isFast) event.stopPropagation();
		if (step.line === undefined) return;
		const scanned = readScan(step.line);
		if (scanned.kind === 'unknown' && takesText(event.target)) return;
		event.preventDefault();
		event.stopPropagation();
		putBack?.();
		onscan(scanned);
	}

	addEventListener('keydown', press, { capture: true });
	return () => removeEventListener('keydown', press, { capture: true });
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function isField(target: EventTarget | null): target is Field {
	return (
		target instanceof HTMLInputElement ||
		target instanceof HTMLTextAreaElement ||
		target instanceof HTMLSelectElement
	);
}

function takesText(target: EventTarget | null): boolean {
	return (
		target instanceof HTMLTextAreaElement ||
		(target instanceof HTMLInputElement &&
			!/^(checkbox|radio|button|submit|file)$/.test(target.type))
	);
}

/** What the field holds now, as a way to bring it back; the page is told as if a person had changed it. */
function remember(target: EventTarget | null): (() => void) | undefined {
	if (!isField(target)) return undefined;
	const { value } = target;
	const caret = target instanceof HTMLSelectElement ? null : target.selectionStart;
	return () => {
		if (target.value === value || !target.isConnected) return;
		target.value = value;
		if (caret !== null && !(target instanceof HTMLSelectElement))
			target.setSelectionRange(caret, caret);
		target.dispatchEvent(new Event('input', { bubbles: true }));
		target.dispatchEvent(new Event('change', { bubbles: true }));
	};
}
