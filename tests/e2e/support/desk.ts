import type { Devices } from './test.ts';
import type { Page } from '@playwright/test';
import { accountOf, type Role } from './office.ts';
import { expect } from './test.ts';

/** Where the demo officer and approver work. */
export const DEPARTMENT = 'Tư pháp – Hộ tịch';

/** Signs in on the open sign-in page as somebody who reads dossiers. */
export async function signIn(page: Page, role: Role): Promise<void> {
	await typeAccount(page, role);
	await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ cần làm' })).toBeVisible();
}

/** Types a demo account in on the open sign-in page and presses the button. */
export async function typeAccount(page: Page, role: Role): Promise<void> {
	const { email, password } = accountOf(role);
	await page.getByRole('textbox', { name: 'Địa chỉ thư điện tử (email)' }).fill(email);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** A new PC whose owner has signed in and sees the queue. */
export async function openDesk(devices: Devices, role: Role): Promise<Page> {
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo');
	await signIn(page, role);
	return page;
}

/** The line of a dossier in the queue. */
export function queueLine(page: Page, subject: string) {
	return page.getByRole('row').filter({ hasText: subject });
}

/** Opens a group of the queue, then a dossier of it by the name of its subject. */
export async function openDossier(page: Page, group: string, subject: string): Promise<void> {
	const groups = page.getByRole('navigation', { name: 'Nhóm hồ sơ' });
	await groups.getByRole('link', { name: new RegExp(`^${group}`) }).click();
	await queueLine(page, subject).getByRole('link').click();
	await expect(page.getByRole('heading', { level: 2, name: 'Việc của bạn bây giờ' })).toBeVisible();
}

/** The panel of the open dossier that says where it lies. */
export function panelOf(page: Page) {
	const heading = page.getByRole('heading', { name: 'Hồ sơ đang ở đâu' });
	return page.locator('section').filter({ has: heading });
}

/** The choice of what was found at a paper. */
export function verdictOf(page: Page, paper: string, verdict: string) {
	const group = page.getByRole('group', { name: new RegExp(`^${paper}`) });
	return group.getByRole('radio', { name: verdict, exact: true });
}

/** Finds a paper right, so that it is taken on receipt. */
export async function takePaper(page: Page, name: string): Promise<void> {
	await verdictOf(page, name, 'Đúng').check();
	await expect(page.getByRole('checkbox', { name: new RegExp(`^Đã nhận: ${name}`) })).toBeChecked();
}

/** Presses "receive"; the dossier must be received by this press. Gives the new code. */
export async function receive(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' }).click();
	const done = page.getByText(/^Đã tiếp nhận\. Mã hồ sơ: /);
	await expect(done).toBeVisible();
	return (await done.innerText()).replace('Đã tiếp nhận. Mã hồ sơ: ', '');
}

/** A further officer of the department, from the invitation to the queue. */
export async function inviteOfficer(
	devices: Devices,
	fullName: string,
	address: string
): Promise<Page> {
	const admin = await (await devices.newDesk()).newPage();
	await admin.goto('/can-bo');
	await typeAccount(admin, 'admin');
	await admin.getByRole('link', { name: 'Nhân sự' }).click();
	await admin.getByRole('link', { name: 'Mời người mới' }).click();
	await admin.getByLabel('Họ và tên').fill(fullName);
	await admin.getByRole('checkbox', { name: /^Giải quyết hồ sơ/ }).check();
	await admin.getByLabel('Phòng', { exact: true }).selectOption(DEPARTMENT);
	await admin.getByRole('button', { name: 'Mời và lấy mã' }).click();
	const code = await admin.locator('code').innerText();

	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo');
	await page.getByRole('link', { name: 'Tôi có mã mời' }).click();
	await page.getByLabel('Mã mời').fill(code);
	await page.getByLabel('Email của bạn').fill(address);
	await page.getByLabel('Mật khẩu mới').fill(`mật khẩu của ${fullName}`);
	await page.getByLabel('Gõ lại mật khẩu').fill(`mật khẩu của ${fullName}`);
	await page.getByRole('button', { name: 'Nhận mã và đăng nhập' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ cần làm' })).toBeVisible();
	return page;
}
