import type { Page } from '@playwright/test';
import { keepPdf, readPdf, type PrintedSheet } from './pdf.ts';
import { expect } from './test.ts';

/** In millimetres. */
export const A5 = { width: 148, height: 210 };
/** The inside of the paper's margins, in CSS pixels: what a sheet is laid out in. */
const A5_INSIDE = { width: 491, height: 740 };

/** The open page as the printer gets it: every sheet of it A5. Kept under the name, to be looked at. */
export async function printed(page: Page, name: string): Promise<PrintedSheet> {
	const file = await page.pdf({ preferCSSPageSize: true });
	await keepPdf(file, name);
	const sheet = readPdf(file);
	for (const size of sheet.pages) expect(size).toEqual(A5);
	return sheet;
}

/** The same of A4 lying across, whose margins are 12 and 10 mm. */
export const A4_ACROSS_INSIDE = { width: 1047, height: 703 };

/** Laid out as on paper, nothing may stand outside the sheet: the printer would cut it off. */
export async function expectNothingCut(page: Page, inside = A5_INSIDE): Promise<void> {
	const screen = page.viewportSize();
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize(inside);
	const outside = await page.getByRole('article').evaluate((sheet) => {
		const { left, right } = sheet.getBoundingClientRect();
		return [...sheet.querySelectorAll('*')]
			.filter((part) => {
				const box = part.getBoundingClientRect();
				return (
					box.left < left - 0.5 ||
					box.right > right + 0.5 ||
					part.scrollWidth > part.clientWidth + 1
				);
			})
			.filter((part) => getComputedStyle(part).display !== 'inline')
			.map((part) => part.outerHTML.slice(0, 80));
	});
	await page.emulateMedia({ media: null });
	if (screen) await page.setViewportSize(screen);
	expect(outside).toEqual([]);
}

/** Paper breaks lines where it likes. */
export function withoutSpaces(text: string): string {
	return text.replace(/\s/g, '');
}

/** Every letter of the paper, in its order, and not one more. */
export function expectText(sheet: PrintedSheet, lines: string[]): void {
	expect(withoutSpaces(sheet.text)).toBe(withoutSpaces(lines.join('')));
}
