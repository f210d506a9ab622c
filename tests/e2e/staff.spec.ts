import type { Page } from '@playwright/test';
import { expectHeading } from './support/citizen.ts';
import { Examiner } from './support/examine.ts';
import { accountOf } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test, type Devices } from './support/test.ts';

const NAME = 'Hà Thị Mới';
const EMAIL = 'ha.thi.moi@motcua.test';
const FIRST = 'mat-khau-dau-tien';
const SECOND = 'một câu dễ nhớ hơn';

test('from an invitation to a suspension to an own new password', async ({ devices }) => {
	// The browser's own notes about what is refused on purpose.
	devices.tolerate(/status of (400|403)/);

	const admin = await openAs(devices, accountOf('admin'));
	await admin.getByRole('link', { name: 'Nhân sự' }).click();
	await expectHeading(admin, 'Nhân sự của cơ quan');
	await look(admin, 'staff-list');
	await admin.getByRole('link', { name: 'Mời người mới' }).click();
	await admin.getByLabel('Họ và tên').fill(NAME);
	await admin.getByRole('checkbox', { name: /^Giải quyết hồ sơ/ }).check();
	await admin.getByRole('button', { name: 'Mời và lấy mã' }).click();
	await admin.getByRole('link', { name: /^Chọn phòng/ }).click();
	await admin.getByLabel('Phòng', { exact: true }).selectOption('Tư pháp – Hộ tịch');
	await admin.getByRole('button', { name: 'Mời và lấy mã' }).click();
	await expect(admin.getByRole('heading', { name: `Mã mời của ${NAME}` })).toBeFocused();
	const code = await admin.locator('code').innerText();
	expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
	await look(admin, 'staff-code');
	await admin.getByRole('link', { name: 'Về danh sách nhân sự' }).click();
	await admin.getByRole('searchbox', { name: 'Tìm người' }).fill('ha moi da moi');
	await expect(admin.getByRole('row').filter({ hasText: NAME })).toContainText('Đã mời');

	const officer = await (await devices.newDesk()).newPage();
	await officer.goto('/can-bo');
	await officer.getByRole('link', { name: 'Tôi có mã mời' }).click();
	await expectHeading(officer, 'Nhận mã mời');
	await officer.getByLabel('Mã mời').fill(code.toLowerCase());
	await officer.getByLabel('Email của bạn').fill(EMAIL);
	await officer.getByLabel('Mật khẩu mới').fill(FIRST);
	await officer.getByLabel('Gõ lại mật khẩu').fill(FIRST);
	await look(officer, 'staff-accept');
	await officer.getByRole('button', { name: 'Nhận mã và đăng nhập' }).click();
	await expectHeading(officer, 'Hồ sơ cần làm');
	await expect(officer.getByRole('banner')).toContainText(NAME);
	await expect(officer.getByRole('link', { name: 'Nhân sự' })).toHaveCount(0);

	await admin.reload();
	await admin.getByRole('link', { name: NAME }).click();
	await expectHeading(admin, NAME);
	await expect(admin.getByText(`Email đăng nhập: ${EMAIL}`)).toBeVisible();
	await admin.getByRole('button', { name: 'Tạm khóa tài khoản' }).click();
	await expect(admin.getByRole('heading', { name: `Tạm khóa ${NAME}?` })).toBeFocused();
	await admin.getByLabel('Lý do').fill('Nghỉ phép');
	await look(admin, 'staff-suspend');
	await admin.getByRole('button', { name: 'Tạm khóa ngay' }).click();
	await expect(admin.getByText('Đã tạm khóa. Từ lúc này')).toBeVisible();

	// The open page asks for another group of the queue: its very next request.
	const groups = officer.getByRole('navigation', { name: 'Nhóm hồ sơ' });
	await groups.getByRole('link', { name: /^Mới nộp/ }).click();
	await expectHeading(officer, 'Tài khoản này đã bị tạm khóa');
	await expect(groups).toHaveCount(0);
	await officer.getByRole('button', { name: 'Về trang đăng nhập' }).click();
	await enter(officer, { email: EMAIL, password: FIRST });
	await expect(officer.getByText(/đã bị tạm khóa/).first()).toBeVisible();

	await admin.getByRole('button', { name: 'Mở khóa' }).click();
	await expect(admin.getByText('Đã mở khóa. Người này')).toBeVisible();
	await admin.getByText('Những lần thay đổi').click();
	await expect(admin.getByRole('listitem').filter({ hasText: 'Tạm khóa' })).toContainText(
		'Lý do: Nghỉ phép'
	);

	await enter(officer, { email: EMAIL, password: FIRST });
	await expectHeading(officer, 'Hồ sơ cần làm');
	await officer.getByRole('link', { name: /Tài khoản của tôi/ }).click();
	await expectHeading(officer, 'Tài khoản của tôi');
	await expect(officer.getByText(EMAIL)).toBeVisible();
	await changePassword(officer, 'không phải mật khẩu này', SECOND);
	const wrong = officer.getByRole('link', { name: /^Mật khẩu đang dùng chưa đúng/ });
	await expect(wrong).toBeVisible();
	await changePassword(officer, FIRST, SECOND);
	await expect(officer.getByText(/^Đã đổi mật khẩu/)).toBeVisible();
	await look(officer, 'staff-account');
	await officer.getByRole('button', { name: 'Đăng xuất' }).click();
	await enter(officer, { email: EMAIL, password: FIRST });
	await expect(officer.getByText(/^Email hoặc mật khẩu chưa đúng/).first()).toBeVisible();
	await enter(officer, { email: EMAIL, password: SECOND });
	await expectHeading(officer, 'Hồ sơ cần làm');
});

test('an administrator makes a department with the keyboard, a leader only looks', async ({
	devices
}) => {
	devices.tolerate(/status of 409/);
	const admin = await openAs(devices, accountOf('admin'));
	await admin.getByRole('link', { name: 'Nhân sự' }).click();
	await admin.getByRole('link', { name: 'Phòng chuyên môn' }).press('Enter');
	await admin.getByRole('button', { name: 'Thêm phòng' }).press('Enter');
	await expect(admin.getByLabel('Tên phòng')).toBeFocused();
	await admin.keyboard.type('kinh te');
	await admin.keyboard.press('Enter');
	await expect(admin.getByRole('link', { name: /^Đã có phòng tên này/ })).toBeVisible();
	await admin.getByLabel('Tên phòng').fill('Địa chính – Xây dựng');
	await admin.getByRole('checkbox', { name: 'Xây dựng' }).press('Space');
	await look(admin, 'staff-departments');
	await admin.getByRole('button', { name: 'Lưu phòng' }).press('Enter');
	await expect(admin.getByText('Đã lưu phòng Địa chính – Xây dựng.')).toBeVisible();
	await expect(admin.getByRole('button', { name: 'Thêm phòng' })).toBeFocused();

	const leader = await openAs(devices, accountOf('leader'));
	await leader.getByRole('link', { name: 'Nhân sự' }).click();
	await expectHeading(leader, 'Nhân sự của cơ quan');
	await expect(leader.getByRole('link', { name: 'Mời người mới' })).toHaveCount(0);
	await leader.keyboard.press('/');
	await leader.keyboard.type('tran thi tiep');
	await leader.getByRole('link', { name: 'Trần Thị Tiếp' }).press('Enter');
	await expectHeading(leader, 'Trần Thị Tiếp');
	await expect(leader.getByRole('main').getByRole('button')).toHaveCount(0);
	await expect(leader.getByText('@')).toHaveCount(0);
});

const examiner = new Examiner();

/** Looks at a page on the office's PC and on the smallest phone. */
async function look(page: Page, name: string) {
	await examiner.examine(page, name, 'staff');
	await page.setViewportSize({ width: 360, height: 740 });
	expect(
		await page.evaluate(() => document.documentElement.scrollWidth),
		'nothing sticks out'
	).toBe(360);
	await keepPicture(page, `${name}-360`);
	await page.setViewportSize({ width: 1366, height: 768 });
}

async function openAs(devices: Devices, account: { email: string; password: string }) {
	const page = await (await devices.newDesk()).newPage();
	await page.goto('/can-bo');
	await enter(page, account);
	await expect(page.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
	return page;
}

async function enter(page: Page, { email, password }: { email: string; password: string }) {
	await page.getByLabel('Địa chỉ thư điện tử (email)').fill(email);
	await page.getByLabel('Mật khẩu').fill(password);
	await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

async function changePassword(page: Page, current: string, next: string) {
	await page.getByLabel('Mật khẩu đang dùng').fill(current);
	await page.getByLabel('Mật khẩu mới', { exact: true }).fill(next);
	await page.getByLabel('Gõ lại mật khẩu mới').fill(next);
	await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
}
