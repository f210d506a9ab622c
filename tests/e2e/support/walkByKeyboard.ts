import type { Page } from '@playwright/test';

/** More presses than any page has controls. */
const MOST_PRESSES = 400;

/**
 * Goes once round the page by Tab and puts the focus back where it was. Gives what a person without a mouse would stumble
 * over, in words: what can be clicked and is never reached, where the focus cannot be seen, what lies hidden under
 * something else.
 */
export async function walkByKeyboard(page: Page): Promise<string[]> {
	const controls = await page.evaluate(markControls);
	const findings = new Set<string>();
	let ends = 0;
	for (let press = 0; press < MOST_PRESSES; press += 1) {
		await page.keyboard.press('Tab');
		const met = await page.evaluate(meetFocus);
		// The round began where the focus was; behind the last control it goes on with the first.
		if (met.place === 'end') ends += 1;
		if (met.place === 'known' || ends > 1) break;
		for (const finding of met.findings) findings.add(finding);
		if (press === MOST_PRESSES - 1) findings.add(`no way out after ${MOST_PRESSES} presses`);
	}
	for (const left of await page.evaluate(unmarkControls)) findings.add(`never reached: ${left}`);
	return controls === 0 ? ['nothing to reach'] : [...findings];
}

/** Runs in the page: notes where the focus is and every control that can be seen. Gives how many. */
function markControls(): number {
	document.activeElement?.setAttribute('data-walk-start', '');
	(document.activeElement as HTMLElement | null)?.blur();
	const all = document.querySelectorAll<HTMLElement>(
		'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [role=button], [role=tab]'
	);
	const seen = [...all].filter((control) =>
		control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
	);
	for (const control of seen) control.setAttribute('data-walk', '');
	return seen.length;
}

type Met = { place: 'new' | 'known' | 'end'; findings: string[] };

/** Runs in the page after a press of Tab: whether it came to a new control, and what is wrong with that. */
function meetFocus(): Met {
	const at = document.activeElement;
	if (!(at instanceof HTMLElement) || at === document.body) return { place: 'end', findings: [] };
	// A page within the page: its controls are its own, one press after the other.
	if (at instanceof HTMLIFrameElement) return { place: 'new', findings: [] };
	if (at.getAttribute('data-walk') === 'met') return { place: 'known', findings: [] };
	const name = `${at.tagName.toLowerCase()} ${at.id || at.getAttribute('aria-label') || at.textContent.trim().slice(0, 40)}`;
	at.setAttribute('data-walk', 'met');
	// One press reaches a group of radio buttons, the arrows its members.
	if (at instanceof HTMLInputElement && at.type === 'radio')
		for (const radio of document.getElementsByName(at.name)) radio.setAttribute('data-walk', 'met');
	const findings: string[] = [];
	const isRinged = (element: Element) => {
		const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
		return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
	};
	const ringed = [at, at.parentElement, at.closest('label'), at.closest('tr')];
	if (!ringed.some((element) => element && isRinged(element)))
		findings.push(`focus not seen: ${name}`);
	const box = at.getBoundingClientRect();
	const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
	if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) findings.push(`out of sight: ${name}`);
	else {
		const top = document.elementFromPoint(x, y);
		const isThere =
			top && (at.contains(top) || top.contains(at) || at.closest('label')?.contains(top));
		if (!isThere) findings.push(`covered: ${name}`);
	}
	return { place: 'new', findings };
}

/** Runs in the page: gives what was never met, and leaves the page as it was. */
function unmarkControls(): string[] {
	const left = [...document.querySelectorAll<HTMLElement>('[data-walk=""]')].filter(
		(control) => control.isConnected && control.tabIndex >= 0 && control.checkVisibility()
	);
	const names = left.map(
		(control) =>
			`${control.tagName.toLowerCase()} ${control.id || control.textContent.trim().slice(0, 40)}`
	);
	for (const control of document.querySelectorAll('[data-walk]'))
		control.removeAttribute('data-walk');
	(document.activeElement as HTMLElement | null)?.blur();
	const start = document.querySelector<HTMLElement>('[data-walk-start]');
	start?.removeAttribute('data-walk-start');
	if (start && start !== document.body) start.focus({ preventScroll: true });
	return names;
}
