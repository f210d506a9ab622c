import type { ActionKey } from './dossierKeys';

const CONTROLS = 'input:not([type=hidden]), textarea, select, button, a[href]';

/** Is on the page and not folded away. */
const isShown = (element: HTMLElement) => element.getClientRects().length > 0;

/**
 * Presses the button that sends what is being worked on: of the form the focus is in or nearest to, on a page just opened
 * the first one. A folded form is never sent, and nothing from the answer to the last action: one press too many must not
 * take the next step.
 */
export function pressMain(): void {
	const panel = document.querySelector('[data-actions]');
	const { activeElement } = document;
	const start =
		activeElement?.closest('form') ??
		(panel?.contains(activeElement) ? activeElement : undefined) ??
		(activeElement === document.body ? panel : undefined);
	// On a page just opened nobody has looked at the papers: the first press leads there.
	if (activeElement === document.body && findUnjudged()) return goToPapers();
	for (let near = start; near && !near.matches('main'); near = near.parentElement) {
		const buttons = [...near.querySelectorAll<HTMLElement>('button[type=submit]')];
		const button = buttons.find(isShown);
		if (button) return button.click();
	}
}

/** Marks the papers that nobody has judged yet as right, where the page offers it. */
export function pressRest(): void {
	[...document.querySelectorAll<HTMLElement>('[data-rest] button')].find(isShown)?.click();
}

/** True within the list of papers, whose own keys go from paper to paper. */
export function isInPapers(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('[data-papers]') !== null;
}

const shownPapers = () =>
	[...document.querySelectorAll<HTMLElement>('[data-papers] > [data-paper]')].filter(isShown);

const findUnjudged = () =>
	shownPapers().find((paper) => !paper.querySelector('input[type=radio]:checked'));

/** Puts the keyboard on the first paper that nobody has judged yet, else on the first one. */
export function goToPapers(): void {
	const open = findUnjudged();
	const radios = (open ?? shownPapers()[0])?.querySelectorAll<HTMLInputElement>(
		'input[type=radio]'
	);
	[...(radios ?? [])].find(({ checked }, index) => checked || (open && index === 0))?.focus();
}

/** Unfolds the further action of this letter; gives what puts the keyboard into it once it is there. */
export function openAction(key: ActionKey): (() => void) | undefined {
	const folded = document.querySelector<HTMLDetailsElement>(`details[data-shortcut="${key}"]`);
	if (!folded) return undefined;
	folded.open = true;
	return () => [...folded.querySelectorAll<HTMLElement>(CONTROLS)].find(isShown)?.focus();
}
