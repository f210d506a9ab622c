import type { Page } from '@playwright/test';

/** What a fast scanner needs for a key. */
const PACE_SECONDS = 0.008;

/**
 * Types a line and Enter as a scanner does. The events carry the times they would have had: a busy machine hands them over
 * late, as it does with real ones.
 */
export async function typeAsScanner(page: Page, line: string): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const start = Date.now() / 1000;
	for (const [index, sign] of [...line, '\r'].entries()) {
		const event = { ...keyOf(sign), timestamp: start + index * PACE_SECONDS };
		await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: sign, ...event });
		await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
	}
	await session.detach();
}

const PUNCTUATION: Record<string, [code: string, shift: boolean]> = {
	'-': ['Minus', false],
	'.': ['Period', false],
	'/': ['Slash', false],
	':': ['Semicolon', true],
	'?': ['Slash', true],
	'=': ['Equal', false]
};
const SHIFT = 8;

/** The key of an American keyboard that gives this sign. */
function keyOf(sign: string) {
	if (sign === '\r') return { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
	if (/[a-z]/i.test(sign))
		return {
			key: sign,
			code: `Key${sign.toUpperCase()}`,
			modifiers: /[A-Z]/.test(sign) ? SHIFT : 0
		};
	const [code, isShifted] = PUNCTUATION[sign] ?? [`Digit${sign}`, false];
	return { key: sign, code, modifiers: isShifted ? SHIFT : 0 };
}
