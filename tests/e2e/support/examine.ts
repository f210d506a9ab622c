import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { keepPicture } from './pictures.ts';
import { expect } from './test.ts';
import { walkByKeyboard } from './walkByKeyboard.ts';

/** What is wrong with a page, in words; empty = nothing. */
type Findings = string[];

/** The narrowest screen a page must fit, in CSS pixels (WCAG 1.4.10). */
const NARROWEST = 320;

/**
 * Looks at one page in one state: axe finds nothing serious, the page says what language it is in and has one heading
 * of the first level. A citizen's page besides fits small screens and large text, with targets big enough for a thumb; on a desk's
 * page everything is reached by Tab alone, and the focus is always seen.
 */
export class Examiner {
	readonly #titles = new Map<string, string>();

	/** `state` names the page and its state in failures and pictures. */
	async examine(page: Page, state: string, who: 'citizen' | 'staff'): Promise<void> {
		const findings = [...(await basics(page)), ...this.#title(await page.title(), state)];
		findings.push(...(await axeFindings(page)));
		await keepPicture(page, `state-${state}`);
		if (who === 'citizen') findings.push(...(await smallScreenFindings(page, state)));
		else findings.push(...(await walkByKeyboard(page)));
		expect.soft(findings, state).toEqual([]);
	}

	/** Two pages with one title cannot be told apart in a list of tabs. States of one page start with its name. */
	#title(title: string, state: string): Findings {
		const name = state.split(':')[0] ?? state;
		const other = this.#titles.get(title);
		this.#titles.set(title, name);
		if (!title.trim()) return ['no title'];
		return other === undefined || other === name
			? []
			: [`“${title}” is also the title of ${other}`];
	}
}

async function basics(page: Page): Promise<Findings> {
	const language = await page.evaluate(() => document.documentElement.lang);
	const headings = await page.getByRole('heading', { level: 1 }).count();
	return [
		...(language === 'vi' ? [] : [`language “${language}”`]),
		...(headings === 1 ? [] : [`${headings} headings of level 1`])
	];
}

async function axeFindings(page: Page): Promise<Findings> {
	const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `axe ${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

async function smallScreenFindings(page: Page, state: string): Promise<Findings> {
	const size = page.viewportSize();
	if (!size) return ['no screen'];
	const findings = [
		...(await page.evaluate(smallTargets)),
		...(await page.evaluate(tooWide, size.width))
	];
	await page.setViewportSize({ width: NARROWEST, height: size.height });
	findings.push(...(await page.evaluate(tooWide, NARROWEST)).map((text) => `at 320 px: ${text}`));
	await page.setViewportSize(size);
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '200%';
	});
	const large = [
		...(await page.evaluate(tooWide, size.width)),
		...(await page.evaluate(clippedText))
	];
	findings.push(...large.map((text) => `at 200 % text: ${text}`));
	await keepPicture(page, `large-${state}`);
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '';
	});
	return findings;
}

/** Runs in the page: what a thumb must hit, lower than 48 px. */
function smallTargets(): string[] {
	const wanted = 48;
	const targets = document.querySelectorAll<HTMLElement>(
		'button, a.button, nav a, summary, select, textarea, input:not([type=radio], [type=checkbox]), ' +
			'label:has(> input[type=radio], > input[type=checkbox])'
	);
	return [...targets]
		.filter((target) => target.checkVisibility() && target.getBoundingClientRect().bottom > 0)
		.filter((target) => target.getBoundingClientRect().height < wanted - 0.5)
		.map((target) => {
			const { height } = target.getBoundingClientRect();
			return `only ${Math.round(height)} px high: ${target.textContent?.trim() || target.id}`;
		});
}

/** Runs in the page: what makes it scroll sideways on a screen of this width. */
function tooWide(width: number): string[] {
	const page = document.documentElement.scrollWidth;
	if (page <= width) return [];
	const wide = [...document.body.querySelectorAll('*')]
		.filter((element) => element.getBoundingClientRect().right > width + 1)
		.map(
			(element) =>
				element.tagName.toLowerCase() + (element.className ? `.${element.className}` : '')
		);
	return [`${page} px wide, because of ${wide.slice(0, 3).join(', ')}`];
}

/** Runs in the page: text that does not fit its box and cannot be seen whole. */
function clippedText(): string[] {
	return [...document.body.querySelectorAll<HTMLElement>('*')]
		.filter((element) => {
			const { overflowX, overflowY, clipPath } = getComputedStyle(element);
			const hides = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip');
			// Text for screen readers only is a box of one pixel on purpose.
			const isForReaders = element.clientWidth <= 1 || clipPath !== 'none';
			const overflows =
				element.scrollWidth > element.clientWidth + 1 ||
				element.scrollHeight > element.clientHeight + 1;
			return hides && !isForReaders && overflows && Boolean(element.textContent?.trim());
		})
		.map((element) => `clipped: ${element.textContent?.trim().slice(0, 60)}`);
}
