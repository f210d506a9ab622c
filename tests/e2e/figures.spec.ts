import { readFile } from 'node:fs/promises';
import { readWorkbook } from '#importer/workbook.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { receiveAtDesk } from './support/receiveAtDesk.ts';
import { expect, test } from './support/test.ts';

test('the head of the office: the day at a glance, the report, the dossiers behind a figure, and a file of them', async ({
	devices
}) => {
	test.setTimeout(200_000);
	for (const child of ['Lù Thị Đếm', 'Lù Thị Tính'])
		await receiveAtDesk(crypto.randomUUID(), child);
	const page = await openDesk(devices, 'leader');
	await page.setViewportSize({ width: 1366, height: 768 });
	const examiner = new Examiner();

	await test.step('the overview', async () => {
		await page.goto('/can-bo/tong-quan');
		await expect(page.getByRole('heading', { name: /^Đang giải quyết: \d/ })).toBeVisible();
		await expect(page.getByRole('img', { name: 'Hồ sơ giải quyết xong theo tháng' })).toBeVisible();
		await examiner.examine(page, 'overview', 'staff');
		await keepPicture(page, 'figures-overview');
		await page.setViewportSize({ width: 360, height: 740 });
		await keepPicture(page, 'figures-overview-phone');
		await page.setViewportSize({ width: 1366, height: 768 });
	});

	const total = await test.step('the report of the year', async () => {
		await page.getByRole('link', { name: 'Báo cáo chi tiết' }).click();
		await page.getByRole('button', { name: 'Năm nay' }).click();
		await expect(page).toHaveURL(/tu=\d{4}-01-01/);
		await page.getByRole('combobox', { name: 'Xem theo' }).selectOption('Thủ tục');
		await page.getByRole('button', { name: 'Xem', exact: true }).click();
		await expect(page).toHaveURL(/theo=thu-tuc/);
		const last = page
			.getByRole('row')
			.filter({ has: page.getByRole('rowheader', { name: 'Tổng số' }) });
		await expect(last).toBeVisible();
		await examiner.examine(page, 'report', 'staff');
		await keepPicture(page, 'figures-report');
		const cells = (await last.getByRole('cell').allInnerTexts()).map((text) =>
			Number(/^[\d.]*/.exec(text)?.[0].replace('.', ''))
		);
		// Column 3 = 7 + 11: the first cell has no number.
		expect(cells[1]).toBe((cells[5] ?? NaN) + (cells[9] ?? NaN));
		expect(cells[1]).toBeGreaterThan(0);
		return cells[1] ?? NaN;
	});

	await test.step('as a file: numbers, and the same ones', async () => {
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Tải XLSX' }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toMatch(/^bao-cao-06a_\d{4}-01-01_\d{4}-12-31\.xlsx$/);
		const [sheet] = await readWorkbook(new Uint8Array(await readFile(await file.path())));
		const line = sheet?.rows.find((row) => row[1] === 'Tổng số');
		expect(line?.[2]).toBe(total);
	});

	await test.step('the dossiers behind the figure', async () => {
		await page
			.getByRole('link', { name: /hồ sơ nhận giải quyết$/ })
			.last()
			.click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Hồ sơ nhận giải quyết' })
		).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: `${total} hồ sơ` })).toBeVisible();
		await examiner.examine(page, 'figure-list', 'staff');
		await keepPicture(page, 'figures-list');
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Tải CSV' }).click();
		const text = await readFile(await (await waiting).path(), 'utf8');
		expect(text.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(total + 3);
		await page.getByRole('row').nth(1).getByRole('link').click();
		await expect(page).toHaveURL(/\/can-bo\/ho-so\//);
	});
});
