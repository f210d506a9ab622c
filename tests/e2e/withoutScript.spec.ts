import { birthProcedureLink, expectHeading, openField, searchFor } from './support/citizen.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

test('home, list and procedure read well without JavaScript', async ({ devices }) => {
	const page = await (await devices.newPhone({ javaScriptEnabled: false })).newPage();
	await page.goto('/');
	await expectHeading(page, 'Bạn cần làm giấy tờ gì?');
	await expect(page.getByRole('heading', { name: 'Theo việc trong đời sống' })).toBeVisible();
	await keepPicture(page, 'home-without-script');

	await page.getByRole('searchbox', { name: 'Tìm thủ tục' }).fill('giấy khai sinh');
	await page.getByRole('button', { name: 'Tìm' }).click();
	await expectHeading(page, 'Tất cả thủ tục');
	await openField(page, 'Hộ tịch');
	await birthProcedureLink(page).click();

	await expectHeading(page, 'Làm giấy khai sinh cho con');
	const main = page.getByRole('main');
	await expect(main).toContainText('Không mất tiền');
	await expect(main).toContainText('Giấy xác nhận của người làm chứng về việc sinh');
	await expect(main).toContainText('Ủy ban nhân dân cấp xã nơi cha hoặc mẹ cư trú');
	await expect(main).toContainText('Thông tin tính đến 30/06/2026.');
	await page.getByText('Nộp trên điện thoại, máy tính', { exact: true }).click();
	await expect(page.getByText('Khai tờ khai trên điện thoại và bấm nộp.')).toBeVisible();
	await keepPicture(page, 'procedure-without-script');
});

test('what is typed before the app has come to life is not lost', async ({ devices }) => {
	for (const address of ['/', '/thu-tuc']) {
		const phone = await devices.newPhone();
		const arrival = Promise.withResolvers<void>();
		await phone.route('**/_app/immutable/**/*.js', async (route) => {
			await arrival.promise;
			await route.continue();
		});
		const page = await phone.newPage();
		await page.goto(address, { waitUntil: 'commit' });
		await searchFor(page, 'khai sinh');
		arrival.resolve();
		await expect(page.getByRole('heading', { name: 'thủ tục cho “khai sinh”' })).toBeVisible();
		await expect(page.getByRole('searchbox', { name: 'Tìm thủ tục' })).toHaveValue('khai sinh');
	}
});
