import type { Page } from '@playwright/test';
import { typeAccount } from './desk.ts';
import { expect, type Devices } from './test.ts';

/** A PC at the counter whose receiver has signed in, with the intake page open and the catalogue taken in. */
export async function openCounter(devices: Devices): Promise<Page> {
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo/tiep-nhan');
	await signIn(page);
	return page;
}

async function signIn(page: Page): Promise<void> {
	await typeAccount(page, 'receiver');
	await expect(page.getByRole('heading', { level: 1, name: 'Tiếp nhận tại quầy' })).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
}

/** Types a procedure and picks the first that is found. */
export async function pickMatter(page: Page, words: string): Promise<void> {
	await page.keyboard.type(words);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: 'Giấy tờ' })).toBeVisible();
}

/** From the box of the citizen number on, by Tab alone. */
export async function typePerson(
	page: Page,
	{ citizenId = '', phone = '', name = '', address = 'Bản Na, xã Mường Phăng' }
): Promise<void> {
	await expect(page.getByLabel('Số định danh')).toBeFocused();
	for (const text of [citizenId, phone, name, address]) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
}

/** Tabs on until the control has the keyboard: nothing here is reached with a mouse. */
export async function tabTo(page: Page, id: string): Promise<void> {
	for (let presses = 0; presses < 40; presses += 1) {
		if (await page.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the keyboard does not reach ${id}`);
}
