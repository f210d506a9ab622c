import type { Page } from '@playwright/test';
import { stillNeeded } from '#domain/report/share.ts';
import { doByCall, fileByCall, readSetting } from './counterDay/byCall.ts';
import { DEPARTMENT, openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { askOffice } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('an officer registers a target, the leader approves it, both read what is still needed', async ({
	devices
}) => {
	test.setTimeout(120_000);
	const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
	const setting = await readSetting();
	const dossierId = await fileByCall(
		{ subject: 'Lò Văn Chỉ', code: '1.001193', way: 'counter', steps: [], evening: 0 },
		crypto.randomUUID()
	);
	await doByCall(setting, dossierId, 'receive');
	const needed = await missingOnline(year, setting.departmentId, 99.5);
	expect(needed).toBeGreaterThan(0);
	const line = `Còn thiếu ${needed} hồ sơ trực tuyến để đạt 99,5 %`;

	const officer = await openDesk(devices, 'officer');
	await officer.setViewportSize({ width: 1366, height: 768 });
	await officer.getByText('Mục khác').click();
	await officer.getByRole('link', { name: 'Chỉ tiêu' }).click();
	await expect(officer.getByRole('heading', { level: 1 })).toHaveText(`Chỉ tiêu năm ${year}`);
	await keepPicture(officer, 'targets-none');
	await officer.getByText('Đăng ký hoặc đổi chỉ tiêu').click();
	await officer.getByRole('button', { name: 'Gửi lãnh đạo duyệt' }).click();
	await expect(officer.getByText('Chọn một chỉ tiêu.')).toBeVisible();
	await officer.getByLabel('Chỉ tiêu', { exact: true }).selectOption({ index: 1 });
	await officer.getByLabel('Ít nhất bao nhiêu phần trăm').fill('99,5');
	await officer.getByLabel('Căn cứ, ghi chú').fill('Theo kế hoạch cải cách hành chính của xã');
	await keepPicture(officer, 'targets-form');
	await officer.getByRole('button', { name: 'Gửi lãnh đạo duyệt' }).click();
	await expect(officer.getByText('Đã gửi. Lãnh đạo duyệt xong')).toBeVisible();
	await expect(itemOf(officer)).toContainText('Chờ duyệt');
	await expect(itemOf(officer)).toContainText(line);

	const leader = await openDesk(devices, 'leader');
	await leader.setViewportSize({ width: 1366, height: 768 });
	await leader.goto(`/can-bo/chi-tieu?nam=${year}`);
	await expect(itemOf(leader)).toContainText('Theo kế hoạch cải cách hành chính của xã');
	await leader.getByRole('button', { name: /^Trả lại Hồ sơ nộp trực tuyến/ }).click();
	await keepPicture(leader, 'targets-decide');
	await new Examiner().examine(leader, 'targets', 'staff');
	await leader.getByRole('button', { name: /^Duyệt Hồ sơ nộp trực tuyến/ }).click();
	await expect(leader.getByText('Đã duyệt. Chỉ tiêu có hiệu lực.')).toBeVisible();
	await expect(itemOf(leader)).toContainText(line);
	await expect(leader.getByLabel('Lý do')).toHaveCount(0);
	await keepPicture(leader, 'targets-approved');
	await leader.setViewportSize({ width: 360, height: 740 });
	await keepPicture(leader, 'targets-phone');

	await officer.reload();
	await expect(itemOf(officer)).toContainText('Đã duyệt');
	await expect(itemOf(officer)).toContainText(`${line}, tính trên số hồ sơ đã nhận đến nay.`);
	await officer.emulateMedia({ media: 'print' });
	await expect(officer.getByText('Đăng ký hoặc đổi chỉ tiêu')).toBeHidden();
	await keepPicture(officer, 'targets-printed');
});

/** The target of this department on screen. */
function itemOf(page: Page) {
	const unit = page
		.locator('section')
		.filter({ has: page.getByRole('heading', { level: 2, name: DEPARTMENT, exact: true }) });
	return unit
		.getByRole('article')
		.filter({ has: page.getByRole('heading', { name: /^Hồ sơ nộp trực tuyến.*99,5 %$/ }) });
}

/** How many online dossiers a department misses, by its line of the year's report. */
async function missingOnline(year: number, departmentId: string, percent: number) {
	const { lines } = (await askOffice('leader', 'staff_report', {
		from: `${year}-01-01`,
		to: `${year}-12-31`,
		by: 'department'
	})) as {
		lines: { key: string | null; cells: { receivedOnline: number; receivedOther: number } }[];
	};
	const cells = lines.find(({ key }) => key === departmentId)?.cells;
	if (!cells) return 0;
	const { receivedOnline, receivedOther } = cells;
	return stillNeeded(receivedOnline, receivedOnline + receivedOther, percent);
}
