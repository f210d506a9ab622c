import type { Page } from '@playwright/test';
import { expectHeading, fileBirthDossier } from './support/citizen.ts';
import { openDesk, openDossier, receive, takePaper } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { accountOf } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test, type Devices } from './support/test.ts';

const CHILD = 'Lê Thị Dời Ngày';
const SOURCE = 'Thông báo 5/TB-UBND ngày 24/11/2026';
const REASON = 'Cơ quan đóng cửa vì mất điện';

test('a day off on the way: seen before, moved by the leader, on a new slip', async ({
	devices
}) => {
	await fileBirthDossier(devices, CHILD);
	const receiver = await openDesk(devices, 'receiver');
	await openDossier(receiver, 'Mới nộp', CHILD);
	await takePaper(receiver, 'Giấy chứng sinh');
	const code = await receive(receiver);
	const firstSlip = receiver.getByRole('link', { name: /^Giấy hẹn số/ });
	const firstHref = (await firstSlip.getAttribute('href')) ?? '';
	await receiver.goto(firstHref);
	const firstDate = await dueOf(receiver);

	// The administrator closes the office on that very date and sees beforehand what it moves.
	const admin = await openAdmin(devices);
	await admin.getByText('Mục khác').click();
	await admin.getByRole('link', { name: 'Lịch làm việc' }).click();
	await expectHeading(admin, `Lịch làm việc năm ${firstDate.slice(-4)}`);
	await look(admin, 'calendar: year');
	await admin.getByRole('link', { name: new RegExp(`^${firstDate}, ngày làm việc`) }).click();
	await expect(admin.getByRole('heading', { level: 2, name: firstDate })).toBeFocused();
	const panel = admin.getByRole('region', { name: firstDate });
	await panel.getByLabel('Ngày này là').selectOption({ label: 'Đóng cửa (mất điện, sự cố)' });
	await panel.getByLabel('Tên gọi').fill('Mất điện cả ngày');
	await panel.getByRole('button', { name: 'Ghi vào lịch' }).click();
	await expect(panel.getByText('Viết căn cứ: số văn bản hoặc thông báo.').first()).toBeVisible();
	await panel.getByLabel('Căn cứ (số văn bản, thông báo)').fill(SOURCE);
	if (await panel.getByLabel('Vì sao ghi sau').isVisible())
		await panel.getByLabel('Vì sao ghi sau').fill(REASON);
	await panel.getByRole('button', { name: 'Xem hồ sơ nào đổi ngày hẹn' }).click();
	const line = panel.getByRole('row').filter({ hasText: code });
	await expect(line).toContainText(firstDate);
	const newDate = await line.locator('strong').innerText();
	expect(newDate).not.toBe(firstDate);
	await look(admin, 'calendar: preview');
	await panel.getByRole('button', { name: 'Ghi vào lịch' }).click();
	await expect(admin.getByText(`Đã ghi ${firstDate} vào lịch.`)).toBeVisible();
	const closed = admin.getByRole('link', { name: `${firstDate}, đóng cửa: Mất điện cả ngày` });
	await expect(closed).toBeFocused();
	await expect(admin.getByRole('row').filter({ hasText: SOURCE })).toContainText('Vũ Văn Quản');

	// Nothing has moved by that; the leader moves it.
	await receiver.reload();
	expect(await dueOf(receiver)).toBe(firstDate);
	const leader = await openDesk(devices, 'leader');
	await leader.getByText('Mục khác').click();
	await leader.getByRole('link', { name: 'Lịch làm việc' }).click();
	await leader.getByRole('link', { name: 'Xem và dời ngày hẹn' }).click();
	await expectHeading(leader, 'Dời ngày hẹn theo lịch mới');
	await leader.getByRole('button', { name: 'Dời 0 hồ sơ' }).click();
	await expect(leader.getByRole('alert')).toContainText('Chọn ít nhất một hồ sơ.');
	await leader.getByRole('checkbox', { name: `Dời hồ sơ ${code}` }).check();
	await leader.getByLabel('Lý do dời').fill(REASON);
	await look(leader, 'calendar-move');
	await leader.getByRole('button', { name: 'Dời 1 hồ sơ' }).click();
	await expect(leader.getByText('Đã dời 1 hồ sơ')).toBeVisible();
	await expect(leader.getByRole('row').filter({ hasText: code })).toHaveCount(0);

	// The new slip says the new date and which one it replaces; the old slip still says the old one.
	await leader.getByRole('link', { name: /^Giấy hẹn số .* của hồ sơ/ }).click();
	await expect(leader.getByText(/^5\. Thời gian trả kết quả/)).toContainText(newDate);
	await expect(leader.getByText(/Giấy này thay giấy hẹn số/)).toContainText(
		`Giấy đó hẹn: ${firstDate}. Lý do: ${REASON}.`
	);
	await keepPicture(leader, 'calendar-slip');
	await receiver.reload();
	expect(await dueOf(receiver)).toBe(firstDate);
	await receiver.keyboard.press('Escape');
	await expect(receiver.getByRole('link', { name: /^Giấy hẹn số/ })).toHaveCount(2);
	await expect(receiver.getByText(`Từ ${firstDate} sang ${newDate}`)).toBeVisible();
});

/** The administrator's PC; an administrator has no queue to arrive at. */
async function openAdmin(devices: Devices): Promise<Page> {
	const page = await (await devices.newDesk()).newPage();
	const { email, password } = accountOf('admin');
	await page.goto('/can-bo');
	await page.getByRole('textbox', { name: 'Địa chỉ thư điện tử (email)' }).fill(email);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
	return page;
}

/** The date on line 5 of the slip that is open. */
async function dueOf(page: Page): Promise<string> {
	const line = page.getByText(/^5\. Thời gian trả kết quả/);
	return line.locator('strong').innerText();
}

const examiner = new Examiner();

/** Lets axe look at the page and keeps a picture of it. */
async function look(page: Page, name: string): Promise<void> {
	await examiner.examine(page, name, 'staff');
}
