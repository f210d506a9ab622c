import type { Page } from '@playwright/test';
import { expectHeading, prepareBirthDossier, submitDossier } from './support/citizen.ts';
import { openDesk, openDossier, receive } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'Lò Thị Tin Báo';
const SPOKEN_DUE =
	/Hẹn trả kết quả: (Chủ Nhật|Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)), \d{2}\/\d{2}\/\d{4}, trước 17 giờ\./;

const mine = (page: Page) =>
	page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: /^Hồ sơ/ });

test('the desk receives; the phone shows the mark and the notice with its date, also without a line', async ({
	devices
}) => {
	test.setTimeout(180_000);
	devices.tolerate(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/);
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await prepareBirthDossier(page, CHILD);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	const dossier = page.url();
	await expect(mine(page)).toHaveText('Hồ sơ');
	// Kept for later: the app and its pages.
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await page.goto('/ho-so');

	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', CHILD);
	const code = await receive(desk);
	const told = desk.locator('section').filter({
		has: desk.getByRole('heading', { level: 2, name: 'Đã báo cho người dân' })
	});
	await expect(told).toContainText('Quầy đã tiếp nhận hồ sơ');
	await expect(told).toContainText('Trong ứng dụng: hiện trên điện thoại đã nộp');
	await told.getByText('Lời đã báo').click();
	await expect(told).toContainText(SPOKEN_DUE);
	await keepPicture(desk, 'notices-desk');

	await test.step('heard at the next poll, on the list and in the head of the page', async () => {
		await page.reload();
		await expect(mine(page)).toHaveText(/^Hồ sơ\s*1\s*\(1 tin mới\)$/);
		await expect(page.getByText('1 tin mới', { exact: true })).toBeVisible();
		await keepPicture(page, 'notices-list');
	});

	await test.step('without a line: on another page, and read', async () => {
		await phone.setOffline(true);
		await page.goto('/thu-tuc');
		await expect(mine(page)).toContainText('(1 tin mới)');
		await page.goto(dossier);
		const news = page.getByRole('heading', { level: 2, name: 'Tin mới của hồ sơ này' });
		await expect(news).toBeVisible();
		await expect(
			page.getByRole('heading', { level: 3, name: 'Quầy đã tiếp nhận hồ sơ' })
		).toBeVisible();
		await expect(page.getByText(SPOKEN_DUE).first()).toBeVisible();
		await expect(page.getByText(`Mã hồ sơ: ${code}.`)).toBeVisible();
		await expect(mine(page)).toHaveText('Hồ sơ');
		await new Examiner().examine(page, 'dossier: a notice', 'citizen');
		await keepPicture(page, 'notices-dossier');
	});

	await test.step('once read it is no news, also after coming back', async () => {
		await page.reload();
		await expect(page.getByText('Tin quầy đã báo (1)')).toBeVisible();
		await expect(page.getByText('Tin mới của hồ sơ này')).toHaveCount(0);
		await page.getByText('Tin quầy đã báo (1)').click();
		await expect(page.getByText(SPOKEN_DUE).first()).toBeVisible();
		await phone.setOffline(false);
		await page.goto('/ho-so');
		await expect(page.getByText(CHILD)).toBeVisible();
		await expect(page.getByText('tin mới')).toHaveCount(0);
	});
});

test('a leader writes the words; somebody else sees another text than was saved', async ({
	devices
}) => {
	devices.tolerate(/status of (400|403|409)/);
	const leader = await openDesk(devices, 'leader');
	await leader.getByText('Mục khác').click();
	await leader.getByRole('link', { name: 'Mẫu tin' }).click();
	await expectHeading(leader, 'Mẫu tin báo cho người dân');
	await leader.getByText('Cách báo', { exact: true }).first().click();
	await expect(leader.getByRole('listitem').filter({ hasText: 'Thư điện tử' })).toContainText(
		'chưa bật'
	);
	await leader.getByLabel('Việc cần báo').selectOption('Có kết quả');
	await leader.getByRole('combobox', { name: 'Cách báo' }).selectOption('email');
	const body = leader.getByRole('textbox', { name: 'Lời báo' });
	await expect(body).toHaveValue(/Hồ sơ \{mã hồ sơ\} đã có kết quả\./);
	await expect(leader.getByText('Hồ sơ H99.01-261123-0007 đã có kết quả.')).toBeVisible();
	await new Examiner().examine(leader, 'texts of notices', 'staff');
	await keepPicture(leader, 'notices-texts');

	await body.fill('Chào bạn, {họ tên} ơi.');
	await expect(leader.getByText('Máy không điền được: họ tên')).toBeVisible();
	await leader.getByRole('button', { name: 'Lưu mẫu này' }).click();
	await expect(leader.getByRole('alert')).toContainText('máy không biết');

	await body.fill('Hồ sơ đã xong, mời bạn đến nhận. ');
	await body.press('End');
	await leader.getByRole('button', { name: 'mã hồ sơ', exact: true }).click();
	await expect(body).toHaveValue('Hồ sơ đã xong, mời bạn đến nhận. {mã hồ sơ}');
	await expect(leader.getByText('mời bạn đến nhận. H99.01-261123-0007')).toBeVisible();
	await leader.getByRole('button', { name: 'Lưu mẫu này' }).click();
	await expect(leader.getByText('Đã lưu bản 1.')).toBeVisible();

	const receiver = await openDesk(devices, 'receiver');
	await expect(receiver.getByRole('link', { name: 'Mẫu tin' })).toHaveCount(0);
	await receiver.goto('/can-bo/mau-tin');
	await expectHeading(receiver, 'Trang này dành cho lãnh đạo và người quản trị');
});
