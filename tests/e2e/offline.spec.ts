import type { BrowserContext, Page } from '@playwright/test';
import {
	answerQuestions,
	birthProcedureLink,
	expectHeading,
	openField,
	fieldName,
	prepareBirthDossier,
	searchFor,
	submitDossier
} from './support/citizen.ts';
import { dossiersOf } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

/** What Chromium itself writes when the line is down. */
const NO_NETWORK = /net::ERR_(INTERNET_DISCONNECTED|FAILED)/;

test('from the second visit on, everything but sending works without a network', async ({
	devices
}) => {
	devices.tolerate(NO_NETWORK);
	// The router's own note about the address that is asked for below.
	devices.tolerate(/Not found: \/khong-co-trang-nay/);
	const phone = await devices.newPhone();
	await visitOnce(phone, '/');
	await phone.setOffline(true);
	const page = await phone.newPage();

	await test.step('home and search', async () => {
		await page.goto('/');
		await expectHeading(page, 'Bạn cần làm giấy tờ gì?');
		await searchFor(page, 'khai sinh');
		await expect(birthProcedureLink(page).first()).toBeVisible();
	});
	await test.step('the list, with its own search', async () => {
		await page.goto('/thu-tuc');
		await expectHeading(page, 'Tất cả thủ tục');
		await openField(page, 'Hộ tịch');
		await expect(birthProcedureLink(page)).toBeVisible();
		await page.goto('/thu-tuc?q=giay%20khai%20sinh');
		await expect(page.getByRole('heading', { name: /thủ tục cho “giay khai sinh”/ })).toBeVisible();
		await expect(birthProcedureLink(page)).toBeVisible();
	});
	await test.step('a procedure by its address', async () => {
		await page.goto('/thu-tuc/1.001193');
		await expectHeading(page, 'Làm giấy khai sinh cho con');
		await expect(page.getByRole('link', { name: 'Bắt đầu chuẩn bị' })).toBeVisible();
	});
	await test.step('a field of work and a turn in life by their address', async () => {
		await page.goto('/linh-vuc/giao-thong');
		await expectHeading(page, 'Giao thông');
		await expect(page.getByRole('link', { name: /vỉa hè/ }).first()).toBeVisible();
		await page.goto('/viec/sinh-con');
		await expectHeading(page, 'Nhà vừa có thêm em bé');
		await expect(page.getByRole('link', { name: 'Chỉ làm giấy khai sinh' })).toBeVisible();
	});
	await test.step('a posting sheet', async () => {
		await page.goto('/in/niem-yet/thu-tuc/1.001193');
		await expect(page.getByText('NIÊM YẾT THỦ TỤC HÀNH CHÍNH')).toBeVisible();
	});
	await test.step('an unknown code and an unknown address', async () => {
		for (const address of ['/thu-tuc/9.999999', '/khong-co-trang-nay']) {
			await page.goto(address);
			await expectHeading(page, 'Không thấy trang này');
		}
	});
	await test.step('my dossiers and lookup', async () => {
		await page.goto('/ho-so');
		await expect(page.getByText('Chưa có hồ sơ nào trên máy này')).toBeVisible();
		await page.goto('/tra-cuu');
		await expectHeading(page, 'Tra cứu hồ sơ');
	});
	await test.step('questions by their address, then the form', async () => {
		await page.goto('/chuan-bi/1.001193/bat-dau');
		await answerQuestions(page);
		await page.goto('/nop/1.001193/tre');
		await expectHeading(page, 'Về trẻ');
		await page.goto('/nop/1.001193/kiem-tra');
		await expectHeading(page, 'Xem lại trước khi nộp');
	});
});

test('a first visit deep in the site is enough for the next one without a network', async ({
	devices
}) => {
	devices.tolerate(NO_NETWORK);
	const phone = await devices.newPhone();
	await visitOnce(phone, '/thu-tuc/1.001193');
	await phone.setOffline(true);
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	await page.goto('/thu-tuc');
	await openField(page, 'Hộ tịch');
	await expect(birthProcedureLink(page)).toBeVisible();
});

test('a dossier filed without a network arrives once, with every word', async ({ devices }) => {
	devices.tolerate(NO_NETWORK);
	const child = 'Lê Quỳnh Đơn';
	const phone = await devices.newPhone();
	await visitOnce(phone, '/');
	await phone.setOffline(true);
	const page = await phone.newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expect(
		page.getByText('Hồ sơ đã cất trong máy, đang chờ gửi', { exact: true })
	).toBeVisible();
	await expect(
		page.getByText(/Hồ sơ chỉ coi là đã nộp khi trang này hiện mã đăng ký\.$/)
	).toBeVisible();
	await expect(page.getByText('Mã đăng ký', { exact: true })).toHaveCount(0);
	await keepPicture(page, 'waiting');
	await page.close();
	expect(await dossiersOf(child)).toEqual([]);

	await phone.setOffline(false);
	const later = await phone.newPage();
	await later.goto('/ho-so');
	await expect(sentCard(later, child)).toBeVisible();
	const arrived = await dossiersOf(child);
	expect(arrived).toHaveLength(1);
	expect(arrived[0]?.form).toEqual(sentForm(child));
});

test('an answer that gets lost leaves one dossier', async ({ devices }) => {
	devices.tolerate(NO_NETWORK);
	const child = 'Phạm Thị Mất Sóng';
	const phone = await devices.newPhone();
	let lost = 0;
	// The server does the work; the phone never hears of it.
	await phone.route('**/rest/v1/rpc/finalize_submission', async (route) => {
		if (lost > 0) return route.continue();
		lost += 1;
		await route.fetch();
		await route.abort();
	});
	const page = await phone.newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect(lost).toBe(1);
	const arrived = await dossiersOf(child);
	expect(arrived.map((dossier) => dossier.actions)).toEqual([['submit']]);
});

test('what was typed is there after the tab was closed in the middle of it', async ({
	devices
}) => {
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await page.goto('/nop/1.001193/tre');
	const born = page.getByRole('textbox', { name: fieldName('Nơi sinh') });
	await born.pressSequentially('Nhà bà ngoại, xóm Đ');
	await expect(page.getByText('Đã lưu trên máy này')).toBeVisible({ timeout: 1_000 });
	await page.close();
	const again = await phone.newPage();
	await again.goto('/nop/1.001193/tre');
	await expect(again.getByRole('textbox', { name: fieldName('Nơi sinh') })).toHaveValue(
		'Nhà bà ngoại, xóm Đ'
	);
});

test('two tabs that both file the same draft make one dossier', async ({ devices }) => {
	const child = 'Vũ Hai Thẻ';
	const phone = await devices.newPhone();
	const first = await phone.newPage();
	await prepareBirthDossier(first, child);
	const second = await phone.newPage();
	await second.goto('/nop/1.001193/kiem-tra');
	await expectHeading(second, 'Xem lại trước khi nộp');
	await Promise.all(
		[first, second].map((page) => page.getByRole('button', { name: 'Nộp hồ sơ' }).click())
	);
	for (const page of [first, second]) await expectHeading(page, 'Đã nộp hồ sơ');
	expect(await dossiersOf(child)).toHaveLength(1);
	await first.goto('/ho-so');
	await expect(sentCard(first, child)).toBeVisible();
	await expect(first.getByRole('heading', { name: 'Đang làm dở' })).toHaveCount(0);
});

/** The first visit of a phone, until the app is on it. */
async function visitOnce(phone: BrowserContext, address: string): Promise<void> {
	const page = await phone.newPage();
	await page.goto(address);
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	await page.close();
}

function sentCard(page: Page, child: string) {
	return page.getByRole('link', { name: new RegExp(`^Làm giấy khai sinh cho con: ${child}`) });
}

/** The form as the server must hold it: what was typed, under the fields' own names. */
function sentForm(child: string): Record<string, string> {
	return {
		'child-name': child,
		'child-born': '2026-11-01',
		'child-sex': 'female',
		'child-birthplace': 'Bệnh viện huyện, xã Bến Đò',
		'child-ethnicity': 'Kinh',
		'child-nationality': 'Việt Nam',
		'child-hometown': 'Xã Bến Đò, tỉnh Đồng Lúa',
		'mother-name': 'Trần Thị Bưởi',
		'mother-born': '1998',
		'mother-ethnicity': 'Kinh',
		'mother-nationality': 'Việt Nam',
		'mother-residence': 'Thôn Trung, xã Bến Đò',
		'father-known': 'no',
		relation: 'mẹ',
		'copies-wanted': '2'
	};
}
