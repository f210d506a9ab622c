import {
	expectHeading,
	fieldName,
	prepareBirthDossier,
	returnToCheck,
	submitDossier
} from './support/citizen.ts';
import { dossiersOf } from './support/office.ts';
import { expect, test } from './support/test.ts';

test('what was filed before is not filed again by mistake, and still can be on purpose', async ({
	devices
}) => {
	const child = 'Sùng Nộp Trùng';
	const page = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	const filed = page.url();

	await prepareBirthDossier(page, child);
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Hồ sơ này giống hệt hồ sơ bạn đã nộp')).toBeVisible();
	expect(await dossiersOf(child)).toHaveLength(1);
	await page.getByRole('link', { name: 'Xem hồ sơ đó' }).click();
	await expect(page).toHaveURL(filed);

	await page.goto('/nop/1.001193/kiem-tra');
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await page.getByRole('button', { name: 'Tôi vẫn cần nộp thêm một hồ sơ' }).click();
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect(page.url()).not.toBe(filed);
	expect(await dossiersOf(child)).toHaveLength(2);
});

test('a correction in which nothing was changed leaves the filed dossier in its place', async ({
	devices
}) => {
	const child = 'Sùng Chưa Sửa';
	const page = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	await page.getByRole('button', { name: 'Sửa hồ sơ đã nộp' }).click();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Bạn chưa sửa gì')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Tôi vẫn cần nộp thêm' })).toHaveCount(0);
	expect((await dossiersOf(child)).map(({ actions }) => actions)).toEqual([['submit']]);

	await page.goto('/nop/1.001193/tre?sua');
	await page.getByRole('textbox', { name: fieldName('Nơi sinh') }).fill('Trạm y tế xã Bến Đò');
	await returnToCheck(page);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	const left = await dossiersOf(child);
	expect(left.map(({ form }) => form['child-birthplace'])).toEqual(['Trạm y tế xã Bến Đò']);
});

test('the page that sends may be loaded anew at any moment', async ({ devices }) => {
	devices.tolerate(/ERR_ABORTED|ERR_FAILED|Failed to (fetch|load)/);
	const child = 'Sùng Tải Lại';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	let asked = 0;
	// The line hangs: nobody knows whether the server has heard.
	await phone.route('**/rest/v1/rpc/finalize_submission', async (route) => {
		asked += 1;
		if (asked > 1) return route.continue();
		await route.fetch();
	});
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expect.poll(() => asked).toBe(1);
	await page.reload();
	await expectHeading(page, 'Đã nộp hồ sơ');
	await page.reload();
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect((await dossiersOf(child)).map(({ actions }) => actions)).toEqual([['submit']]);

	// Nothing is left to send: the page of checking begins anew, with the first question.
	await page.goto('/nop/1.001193/kiem-tra');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	expect(await dossiersOf(child)).toHaveLength(1);
});
