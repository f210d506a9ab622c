import type { Locator, Page } from '@playwright/test';
import { expectHeading, fileBirthDossier } from './support/citizen.ts';
import { openDesk, verdictOf } from './support/desk.ts';
import { accountOf } from './support/office.ts';
import { expect, test } from './support/test.ts';

test('a citizen answers a question with the keyboard alone', async ({ devices }) => {
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	const parent = page.getByRole('radio', { name: 'Cha hoặc mẹ của trẻ' });
	await tabTo(page, page.getByRole('button', { name: 'Tiếp tục' }));
	await page.keyboard.press('Enter');
	await expect(page.getByRole('alert')).toBeFocused();
	await tabTo(page, page.getByRole('link', { name: 'Hãy chọn một câu trả lời để đi tiếp.' }));
	await page.keyboard.press('Enter');
	await expect(parent).toBeFocused();
	await page.keyboard.press('Space');
	await expect(parent).toBeChecked();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('radio', { name: 'Ông, bà hoặc người thân khác' })).toBeChecked();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expectHeading(page, 'Trẻ có phải là trẻ bị bỏ rơi không?');
});

test('an officer signs in and receives a dossier with the keyboard alone', async ({ devices }) => {
	const child = 'Hồ Bàn Phím';
	await fileBirthDossier(devices, child);

	const { email, password } = accountOf('receiver');
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo');
	await tabTo(page, page.getByRole('textbox', { name: 'Địa chỉ thư điện tử (email)' }));
	await page.keyboard.type(email);
	await page.keyboard.press('Tab');
	await page.keyboard.type(password);
	await page.keyboard.press('Enter');

	const line = page.getByRole('row').filter({ hasText: child }).getByRole('link');
	await expect(line).toBeVisible();
	await page.keyboard.press('/');
	await page.keyboard.type('ho ban phim');
	await expect(page.getByRole('table').getByRole('link')).toHaveCount(1);
	await page.keyboard.press('Escape');
	await expect(line).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 2, name: 'Việc của bạn bây giờ' })).toBeVisible();

	await tabTo(page, verdictOf(page, 'Giấy chứng sinh', 'Đúng'));
	await page.keyboard.press('2');
	await expect(page.getByRole('textbox', { name: /^Lý do ?: Giấy chứng sinh/ })).toBeVisible();
	await page.keyboard.press('1');
	await expect(page.getByRole('checkbox', { name: /^Đã nhận: Giấy chứng sinh/ })).toBeChecked();
	await page.keyboard.press('k');
	await page.keyboard.press('j');
	await expect(verdictOf(page, 'Giấy chứng sinh', 'Đúng')).toBeFocused();
	const button = page.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' });
	await expect(button).toBeEnabled();
	await tabTo(page, button);
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Đã tiếp nhận\. Mã hồ sơ: /)).toBeVisible();
	await tabTo(page, page.getByRole('link', { name: 'Mở giấy hẹn để in' }));
	await page.keyboard.press('Enter');
	await expectHeading(page, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
});

test('one dossier after another without the mouse: papers, send, next, back', async ({
	devices
}) => {
	const [first, second] = ['Đặng Liền Một', 'Đặng Liền Hai'];
	await fileBirthDossier(devices, first);
	await fileBirthDossier(devices, second);
	const page = await openDesk(devices, 'receiver');
	const line = page.getByRole('row').filter({ hasText: first }).getByRole('link');
	await page.keyboard.press('/');
	await page.keyboard.type('dang lien');
	await expect(page.getByRole('table').getByRole('link')).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(line).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByText(`– ${first}`)).toBeVisible();
	await expect(page.getByRole('heading', { level: 3, name: 'Kiểm tra giấy tờ' })).toBeVisible();

	// The whole head in one line of the screen of an office.
	const head = await page.getByRole('banner').boundingBox();
	expect(head?.height).toBeLessThan(84);
	// Nothing is sent before anybody looked at the papers.
	await page.keyboard.press('Control+Enter');
	await expect(verdictOf(page, 'Giấy chứng sinh', 'Đúng')).toBeFocused();
	await page.keyboard.press('a');
	await expect(verdictOf(page, 'Giấy chứng sinh', 'Đúng')).toBeChecked();
	await expect(page.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' })).toBeEnabled();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã tiếp nhận\. Mã hồ sơ: /)).toBeVisible();
	// What was sent is no draft any more, however fast it was.
	await expect(page.getByText('Những gì bạn đã nhập mà chưa dùng đến')).toHaveCount(0);
	// One press too many takes no further step.
	await page.keyboard.press('Control+Enter');

	await page.keyboard.press('n');
	await expect(page.getByText(`– ${second}`)).toBeVisible();
	await page.keyboard.press('c');
	const reason = page.getByRole('textbox', { name: 'Lý do từ chối' });
	await expect(reason).toBeFocused();
	await page.keyboard.type('nơi khác nhận');
	await expect(reason).toHaveValue('nơi khác nhận');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã từ chối\. Phiếu số /)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ cần làm' })).toBeVisible();
});

/** Presses Tab until the control has the focus, and sees that the focus shows. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	await expect(control).toBeVisible();
	for (let presses = 0; presses < 60; presses += 1) {
		if (await control.evaluate((element) => element === document.activeElement)) break;
		await page.keyboard.press('Tab');
	}
	await expect(control).toBeFocused();
	const shows = await control.evaluate((element) => {
		const { outlineStyle, outlineWidth } = getComputedStyle(element);
		return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
	});
	expect(shows, 'the focus is seen').toBe(true);
}
