import type { Page } from '@playwright/test';
import { accountOf, type Role } from './office.ts';
import { expect, type Devices } from './test.ts';

/** A new PC whose owner has signed in and sees the catalogue. */
export async function openCatalogue(devices: Devices, role: Role): Promise<Page> {
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo/danh-muc');
	const { email, password } = accountOf(role);
	await page.getByRole('textbox', { name: 'Địa chỉ thư điện tử (email)' }).fill(email);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Danh mục thủ tục' })).toBeVisible();
	return page;
}

/** Opens one procedure of the catalogue by its code, as somebody who types it. */
export async function openProcedure(page: Page, code: string): Promise<void> {
	await page.getByRole('searchbox', { name: 'Tìm thủ tục' }).fill(code);
	const row = page.getByRole('row').filter({ hasText: code });
	await expect(row).toHaveCount(1);
	await row.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 2, name: 'Đang công bố' })).toBeVisible();
}

/** Begins a draft of the open procedure and waits for the form. */
export async function beginDraft(page: Page): Promise<void> {
	await page.getByRole('button', { name: /^(Sửa|Tạo bản nháp khác)$/ }).click();
	await expect(page.getByRole('heading', { level: 2, name: 'Tên và cách gọi' })).toBeVisible();
}

/** Goes to a part of the form. */
export async function openPart(page: Page, name: string): Promise<void> {
	const parts = page.getByRole('navigation', { name: 'Các phần của thủ tục' });
	await parts.getByRole('button', { name }).click();
	await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
}

/** Opens a thing of a list in the form by the words in its head. */
export async function openItem(page: Page, name: RegExp): Promise<void> {
	await page.getByRole('button', { name, expanded: false }).first().click();
}

/** Waits until the server has everything that was typed. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Đã lưu lúc \d/)).toBeVisible({ timeout: 20_000 });
}

/** Hands the open draft over to the second person. */
export async function propose(page: Page, summary: string): Promise<void> {
	await page.getByRole('button', { name: 'Đề nghị công bố' }).click();
	await expect(page.getByRole('heading', { name: 'Gửi đề nghị công bố' })).toBeFocused();
	for (const box of await page.getByRole('checkbox', { name: /^Tôi đã/ }).all()) await box.check();
	await page.getByRole('textbox', { name: 'Bạn đổi gì, vì sao?' }).fill(summary);
	await page.getByRole('button', { name: 'Gửi cho người công bố' }).click();
	await expect(page.getByText('Đã gửi. Chờ người khác công bố.')).toBeVisible();
}
