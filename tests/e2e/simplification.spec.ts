import { readFile } from 'node:fs/promises';
import { readWorkbook } from '#importer/workbook.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { askOffice } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { receiveAtDesk } from './support/receiveAtDesk.ts';
import { expect, test } from './support/test.ts';

const BIRTH = { code: '1.001193', name: 'Làm giấy khai sinh cho con' };

test('what procedures cost people: the ranking, then the papers and steps that might go', async ({
	devices
}) => {
	test.setTimeout(200_000);
	const { dossierId } = await receiveAtDesk(crypto.randomUUID(), 'Lường Thị Nặng');
	await askOffice('officer', 'start_dossier', {
		actionId: crypto.randomUUID(),
		dossierId,
		expectedVersion: 2
	});
	const page = await openDesk(devices, 'leader');
	await page.setViewportSize({ width: 1366, height: 768 });
	const examiner = new Examiner();
	const line = page.getByRole('row', { name: new RegExp(`^${BIRTH.name}`) });

	await test.step('the ranking, in another order', async () => {
		await page.getByText('Mục khác').click();
		await page.getByRole('link', { name: 'Cắt giảm thủ tục' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'Thủ tục nào tốn công bà con nhất' })
		).toBeVisible();
		await expect(line).toBeVisible();
		await expect(page.getByRole('columnheader', { name: 'Gánh nặng' })).toHaveAttribute(
			'aria-sort',
			'descending'
		);
		await page.getByRole('button', { name: 'Thủ tục', exact: true }).press('Enter');
		await expect(page.getByRole('columnheader', { name: 'Thủ tục', exact: true })).toHaveAttribute(
			'aria-sort',
			'ascending'
		);
		await examiner.examine(page, 'costs', 'staff');
		await keepPicture(page, 'costs');
		await page.setViewportSize({ width: 360, height: 740 });
		await keepPicture(page, 'costs-phone');
		await page.setViewportSize({ width: 1366, height: 768 });
	});

	await test.step('as a file: the same numbers', async () => {
		const shown = Number((await line.getByRole('cell').nth(2).innerText()).replace('.', ''));
		const waiting = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Tải XLSX' }).click();
		const file = await waiting;
		expect(file.suggestedFilename()).toMatch(/^ganh-nang-thu-tuc_\d{4}-01-01_\d{4}-12-31\.xlsx$/);
		const [sheet] = await readWorkbook(new Uint8Array(await readFile(await file.path())));
		const row = sheet?.rows.find((cells) => cells[1] === BIRTH.code);
		expect(row?.[4]).toBe(shown);
	});

	await test.step('the papers and steps of one procedure', async () => {
		await line.getByRole('link', { name: BIRTH.name }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: `Bỏ được gì: ${BIRTH.name}` })
		).toBeVisible();
		const identity = page.getByRole('row', { name: /^Chọn để đề nghị: Căn cước hoặc hộ chiếu/ });
		await expect(identity.getByText('Đã có trong Cơ sở dữ liệu quốc gia về dân cư')).toBeVisible();
		await expect(identity.getByText(/^[1-9]\d* thủ tục khác cũng hỏi giấy này$/)).toBeVisible();
		const step = page.getByRole('row', { name: /^Từ lúc nhận đến lúc có người làm/ });
		await expect(step.getByRole('cell').first()).toHaveText(/^[1-9]/);
		await examiner.examine(page, 'review', 'staff');
		await keepPicture(page, 'costs-review');
		await page.setViewportSize({ width: 360, height: 740 });
		await keepPicture(page, 'costs-review-phone');
		await page.setViewportSize({ width: 1366, height: 768 });
	});

	await test.step('what is picked goes along to the proposal', async () => {
		const propose = page.getByRole('link', { name: /^Lập đề nghị/ });
		await expect(propose).toHaveAttribute('href', /de-nghi\?ma=1\.001193$/);
		await page.getByRole('checkbox', { name: /Căn cước hoặc hộ chiếu/ }).check();
		await page.getByRole('checkbox', { name: /Tờ khai đăng ký khai sinh/ }).check();
		await expect(propose).toHaveText('Lập đề nghị bỏ 2 giấy đã chọn');
		await expect(propose).toHaveAttribute(
			'href',
			'/can-bo/cat-giam/de-nghi?ma=1.001193&giay=declaration%2Cidentity'
		);
		await expect(
			page.getByRole('link', { name: /^Đề nghị rút ngắn ?: Từ lúc nhận đến lúc có người làm$/ })
		).toHaveAttribute('href', /giay=declaration%2Cidentity&buoc=T%E1%BB%AB\+l%C3%BAc/);
	});

	await test.step('not for who only receives', async () => {
		devices.tolerate(/status of 403/);
		const receiver = await openDesk(devices, 'receiver');
		await receiver.goto('/can-bo/cat-giam');
		await expect(receiver.getByRole('alert')).toContainText('Trang này dành cho lãnh đạo');
		await receiver.getByText('Mục khác').click();
		await expect(receiver.getByRole('link', { name: 'Cắt giảm thủ tục' })).toHaveCount(0);
	});
});
