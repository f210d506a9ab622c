import type { Page } from '@playwright/test';
import { openCounter, pickMatter, tabTo, typePerson } from './support/counter.ts';
import { dossiersOf } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const NO_LINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;

/** How many rows and notes of the desk are on this PC. */
function leftOnPc(page: Page) {
	return page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('mot-cua-desk');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(new Error('no desk database'));
		});
		const names = [...database.objectStoreNames];
		const counts = await Promise.all(
			names.map(
				(name) =>
					new Promise<number>((resolve, reject) => {
						const request = database.transaction(name).objectStore(name).count();
						request.onsuccess = () => resolve(request.result);
						request.onerror = () => reject(new Error(name));
					})
			)
		);
		database.close();
		const cached = await Promise.all(
			(await caches.keys()).map(async (key) =>
				(await (await caches.open(key)).keys()).map(({ url }) => url)
			)
		);
		return {
			rows: counts.reduce((sum, count) => sum + count, 0),
			notes: Object.keys(sessionStorage).filter((key) => key.startsWith('mot-cua.staff')),
			answers: cached.flat().filter((url) => /\/(rest|auth|storage)\/v1\//.test(url))
		};
	});
}

test('three people are taken in by keyboard alone, the second with two matters in one sitting', async ({
	devices
}) => {
	const page = await openCounter(devices);
	const started = Date.now();

	await pickMatter(page, 'khai sinh');
	await typePerson(page, {
		citizenId: '011199000101',
		phone: '0912000101',
		name: 'Lò Thị Quầy Một'
	});
	await page.keyboard.press('ArrowRight');
	await expect(page.getByLabel('Xem thẻ')).toBeChecked();
	await tabTo(page, 'all-papers');
	await page.keyboard.press('Space');
	await keepPicture(page, 'counter-intake');
	await expect(page.getByRole('button', { name: 'Tiếp nhận và lập giấy hẹn' })).toBeInViewport();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã tiếp nhận H99\.01-.*Hẹn trả /)).toBeVisible();
	console.log(`one walk-in, typed by a machine: ${Date.now() - started} ms`);
	await expect(page.getByRole('heading', { name: 'Đã làm cho Lò Thị Quầy Một' })).toBeFocused();
	await keepPicture(page, 'counter-received');
	await page.keyboard.press('Alt+n');

	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	await pickMatter(page, '1.001193');
	await typePerson(page, { name: 'Lò Văn Quầy Hai' });
	await tabTo(page, 'all-papers');
	await page.keyboard.press('Space');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã tiếp nhận H99\.01-/)).toHaveCount(1);
	await tabTo(page, 'procedure');
	await pickMatter(page, 'trich luc');
	await tabTo(page, 'all-papers');
	await page.keyboard.press('Space');
	await page.getByLabel('Tiếp nhận và lập giấy hẹn', { exact: true }).focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã tiếp nhận H99\.01-/)).toHaveCount(2);
	await page.keyboard.press('Alt+n');

	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	await pickMatter(page, '1.001193');
	await page.keyboard.type('011199000101');
	await expect(page.getByText('Đã từng nộp: Lò Thị Quầy Một')).toBeVisible();
	await page.getByRole('button', { name: /^Dùng lại.*Lò Thị Quầy Một$/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Họ và tên')).toHaveValue('Lò Thị Quầy Một');
	await page.getByLabel('Từ chối').focus();
	await page.keyboard.press('Space');
	await tabTo(page, 'refuse-reason');
	await page.keyboard.type('Con đã được khai sinh ở xã khác.');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã từ chối, phiếu số /)).toBeVisible();
});

test('seven pages in three certified copies: 27.000 đồng, settled in one press', async ({
	devices
}) => {
	const page = await openCounter(devices);
	await pickMatter(page, '2.000815');
	await typePerson(page, { name: 'Vì Thị Sao Y' });
	await expect(page.getByLabel('Trả kết quả ngay')).toBeChecked();
	await tabTo(page, 'department');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, 'fee-0');
	await page.keyboard.type('7');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Control+a');
	await page.keyboard.type('3');
	await expect(page.getByText('Phải thu: 27.000 đồng')).toBeVisible();
	await tabTo(page, 'signer');
	await page.keyboard.press('ArrowDown');
	await keepPicture(page, 'counter-same-day');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText(/^Đã trả kết quả\. Mã hồ sơ H99\.01-/)).toBeVisible();
	await expect(page.getByText('Thu 27.000 đồng')).toBeVisible();
});

test('without a line the desk goes on, a slip written by hand is typed in, and it all arrives once', async ({
	devices
}) => {
	devices.tolerate(NO_LINE);
	const page = await openCounter(devices);
	await page.getByText('Mục khác').click();
	await page.getByRole('link', { name: 'Giấy hẹn in sẵn' }).click();
	await page.getByLabel('Lấy thêm mấy tờ').fill('2');
	await page.getByRole('button', { name: 'Lấy số' }).click();
	await page
		.getByRole('button', { name: /^Hủy tờ này/ })
		.last()
		.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByLabel('Vì sao hủy')).toBeFocused();
	await page.keyboard.type('In hỏng');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: '1 tờ chưa dùng' })).toBeFocused();
	const blank = await page.getByRole('rowheader').first().innerText();

	await page.getByRole('link', { name: 'Tiếp nhận tại quầy' }).click();
	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	await page.evaluate(async () => void (await navigator.serviceWorker.ready));
	await page.context().setOffline(true);
	await pickMatter(page, 'khai sinh');
	await typePerson(page, { name: 'Lường Văn Mất Mạng' });
	await tabTo(page, 'all-papers');
	await page.keyboard.press('Space');
	await page.getByLabel('Đã viết giấy hẹn in sẵn lúc mất mạng').check();
	await page.getByLabel('Số của giấy in sẵn').fill(blank);
	const now = new Date();
	const local = new Intl.DateTimeFormat('sv-SE', {
		dateStyle: 'short',
		timeStyle: 'short',
		timeZone: 'Asia/Ho_Chi_Minh'
	}).format(now);
	const [year = '', month = '', day = ''] = local.slice(0, 10).split('-');
	for (const [legend, date] of [
		['Ngày nhận', [day, month, year]],
		['Ngày hẹn đã ghi trên giấy', [day, month, year]]
	] as const) {
		const group = page.getByRole('group', { name: legend });
		for (const [index, part] of ['Ngày', 'Tháng', 'Năm'].entries())
			await group.getByLabel(part, { exact: true }).fill(date[index] ?? '');
	}
	await page.getByLabel('Giờ nhận').fill(local.slice(11, 16));
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('1 việc chờ gửi')).toBeVisible();
	await expect(page.getByText(`Đã đưa giấy hẹn in sẵn số ${blank}.`)).toBeVisible();
	await keepPicture(page, 'counter-outage');

	// The page is closed and opened in the middle of the outage: the officer and the matter are still there.
	await page.reload();
	await expect(page.getByText('1 việc chờ gửi')).toBeVisible();
	await page.getByRole('button', { name: 'Đăng xuất' }).click();
	await expect(page.getByText('Chưa đăng xuất: còn việc chưa gửi')).toBeVisible();
	await page.getByRole('link', { name: 'Ở lại làm tiếp' }).click();

	await page.context().setOffline(false);
	await expect(page.getByText(/^Đã tiếp nhận H99\.01-/)).toBeVisible({ timeout: 30_000 });
	await expect(page.getByText('1 việc chờ gửi')).toBeHidden();
	const found = await dossiersOf('Lường Văn Mất Mạng', 'working');
	expect(found).toHaveLength(1);
	expect(found[0]?.actions).toEqual(['file', 'receive']);
	expect(found[0]?.slips.map(({ number }) => number)).toEqual([blank]);
});

test('signing out leaves nothing of the officer on the PC', async ({ devices }) => {
	const page = await openCounter(devices);
	await pickMatter(page, 'khai sinh');
	await typePerson(page, { name: 'Cà Thị Dở Dang' });
	await page.waitForTimeout(1000);
	await page.reload();
	await expect(page.getByLabel('Họ và tên')).toHaveValue('Cà Thị Dở Dang');
	expect((await leftOnPc(page)).rows).toBeGreaterThan(0);

	await page.getByRole('button', { name: 'Đăng xuất' }).click();
	await expect(page.getByText('1 tờ đang nhập dở, chưa bấm gửi.')).toBeVisible();
	await page.getByRole('button', { name: 'Bỏ và đăng xuất' }).click();
	await page.getByRole('button', { name: 'Tôi chắc chắn: bỏ hết và đăng xuất' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Đăng nhập' })).toBeVisible();
	expect(await leftOnPc(page)).toEqual({ rows: 0, notes: [], answers: [] });
});
