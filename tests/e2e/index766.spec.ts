import { readFile } from 'node:fs/promises';
import { readWorkbook } from '#importer/workbook.ts';
import { openDesk, typeAccount } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { askOffice } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { receiveAtDesk } from './support/receiveAtDesk.ts';
import { expect, test } from './support/test.ts';

type Cells = Record<'receivedOnline' | 'receivedOther' | 'late' | 'openLate', number>;

test('the index: the leader reads what the report says, the admin writes a weight down and it has points', async ({
	devices
}) => {
	test.setTimeout(200_000);
	await receiveAtDesk(crypto.randomUUID(), 'Lèng Thị Chỉ');
	const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
	const days = { from: `${year}-01-01`, to: `${year}-12-31` };
	const { total } = (await askOffice('leader', 'staff_report', days)) as { total: Cells };
	const received = total.receivedOnline + total.receivedOther;
	const page = await openDesk(devices, 'leader');
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.getByText('Mục khác').click();
	await page.getByRole('link', { name: 'Bộ chỉ số 766' }).click();
	await page.getByRole('button', { name: 'Năm nay' }).click();
	await expect(page).toHaveURL(new RegExp(`tu=${year}-01-01`));
	const group = page.getByRole('region', { name: '3. Dịch vụ công trực tuyến' }).first();
	const line = group.getByRole('row').filter({ hasText: '3.3. Hồ sơ nộp trực tuyến' });
	await expect(line).toContainText(`${total.receivedOnline} trên ${received} hồ sơ`);
	await expect(line).toContainText('chưa biết điểm tối đa');
	const remembered = page.getByRole('region', { name: '2. Tiến độ, kết quả giải quyết' }).first();
	await expect(remembered).toContainText('chưa kiểm chứng');
	await expect(page.getByText('Ghi điểm tối đa, mức đủ điểm')).toHaveCount(0);
	await new Examiner().examine(page, 'index', 'staff');
	await keepPicture(page, 'index');

	await test.step('as a file: the same numbers', async () => {
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Tải XLSX' }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toBe(`chi-so-766_${year}-01-01_${year}-12-31.xlsx`);
		const [sheet] = await readWorkbook(new Uint8Array(await readFile(await file.path())));
		const row = sheet?.rows.find(([code]) => code === '3.3');
		expect(row?.slice(2, 4)).toEqual([total.receivedOnline, received]);
	});

	await test.step('the dossiers behind a figure', async () => {
		await line.getByRole('link', { name: /xem hồ sơ tiếp nhận/ }).click();
		await expect(page.getByRole('status').filter({ hasText: `${received} hồ sơ` })).toBeVisible();
		await page.goBack();
		await expect(line).toBeVisible();
	});

	await test.step('on a phone and on paper', async () => {
		await page.setViewportSize({ width: 360, height: 740 });
		await keepPicture(page, 'index-phone');
		await page.setViewportSize({ width: 1366, height: 768 });
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByRole('button', { name: 'Tải XLSX' })).toBeHidden();
		await keepPicture(page, 'index-printed');
	});

	await test.step('the admin writes a weight down', async () => {
		const admin = await (await devices.newDesk()).newPage();
		await admin.goto('/can-bo');
		await typeAccount(admin, 'admin');
		await expect(admin.getByRole('button', { name: 'Đăng xuất' })).toBeVisible();
		await admin.setViewportSize({ width: 1366, height: 768 });
		await admin.goto(`/can-bo/chi-so?tu=${days.from}&den=${days.to}`);
		await admin.getByText('Ghi điểm tối đa, mức đủ điểm').click();
		await admin.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(admin.getByText('Chọn nhóm hoặc chỉ số.')).toBeVisible();
		await admin.getByLabel('Nhóm hoặc chỉ số').selectOption('3.3. Hồ sơ nộp trực tuyến');
		await expect(admin.getByLabel('Đủ điểm từ bao nhiêu phần trăm')).toHaveValue('50');
		await admin.getByLabel('Điểm tối đa').fill('4,5');
		await admin.getByLabel('Vì sao sửa').fill('Đã đọc phụ lục');
		await keepPicture(admin, 'index-weight');
		await admin.getByRole('button', { name: 'Ghi lại' }).click();
		await expect(admin.getByText('Đã ghi. Bảng đã tính lại.')).toBeVisible();
		const points = Math.min(total.receivedOnline / received / 0.5, 1) * 4.5;
		await expect(
			admin.getByRole('row').filter({ hasText: '3.3. Hồ sơ nộp trực tuyến' })
		).toContainText(`${String(Math.round(points * 100) / 100).replace('.', ',')}/4,5`);
	});
});

test('why dossiers were late, and what is kept as files: the numbers of the report of the same days', async ({
	devices
}) => {
	await receiveAtDesk(crypto.randomUUID(), 'Lèng Thị Hóa');
	const year = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
	const days = { from: `${year}-01-01`, to: `${year}-12-31` };
	const { total } = (await askOffice('leader', 'staff_report', days)) as { total: Cells };
	const page = await openDesk(devices, 'leader');
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.goto(`/can-bo/bao-cao?tu=${days.from}&den=${days.to}&theo=linh-vuc`);
	await page.getByRole('link', { name: 'Số hóa hồ sơ' }).click();
	const last = page
		.getByRole('row')
		.filter({ has: page.getByRole('rowheader', { name: 'Tổng số' }) });
	await expect(last.getByRole('cell').first()).toContainText(
		String(total.receivedOnline + total.receivedOther)
	);
	await new Examiner().examine(page, 'digital', 'staff');
	await keepPicture(page, 'digital');
	await page.getByRole('link', { name: 'Báo cáo tình hình giải quyết' }).click();
	await page.getByRole('link', { name: 'Vì sao quá hạn' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Vì sao quá hạn' })).toBeVisible();
	const late = total.late + total.openLate;
	if (late === 0)
		await expect(page.getByText('Những ngày này không có hồ sơ nào quá hạn.')).toBeVisible();
	else await expect(last.getByRole('cell').first()).toContainText(String(late));
	await keepPicture(page, 'late-reasons');
});
