import type { BrowserContext, Page } from '@playwright/test';
import {
	answerQuestions,
	expectHeading,
	fieldName,
	fillForm,
	prepareBirthDossier,
	readReceipt,
	submitDossier
} from './support/citizen.ts';
import { photograph, takePhoto } from './support/anyProcedure.ts';
import { Examiner } from './support/examine.ts';
import { dossiersOf } from './support/office.ts';
import { expect, test } from './support/test.ts';

const CLEARED = 'Trình duyệt đã xóa dữ liệu của ứng dụng trên máy này';
const NO_NETWORK = /net::ERR_FAILED/;
const REFUSED = /status of 4\d\d/;

/** What a browser does when the phone runs out of room: the database goes, without a word, the rest stays. */
async function evict(phone: BrowserContext, page: Page): Promise<void> {
	const inspector = await phone.newCDPSession(page);
	await inspector.send('Storage.clearDataForOrigin', {
		origin: new URL(page.url()).origin,
		storageTypes: 'indexeddb'
	});
	await inspector.detach();
}

/** Waits for the note outside the database to speak of what the test has done. */
async function expectNote(page: Page, part: Record<string, number>): Promise<void> {
	await expect
		.poll(() =>
			page.evaluate(() => {
				const note = JSON.parse(localStorage.getItem('mot-cua.note') ?? '{}') as {
					drafts?: number;
					pages?: number;
					waiting?: unknown[];
					filed?: unknown[];
				};
				const { drafts, pages, waiting, filed } = note;
				return { drafts, pages, waiting: waiting?.length, filed: filed?.length };
			})
		)
		.toMatchObject(part);
}

test('after the browser cleared the storage: what is gone is named, what was filed is found again', async ({
	devices
}) => {
	devices.tolerate(NO_NETWORK);
	devices.tolerate(REFUSED);
	const filed = 'Cao Tìm Lại';
	const waiting = 'Cao Chưa Gửi';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	const { reference } = await test.step('one is filed, one waits, one is begun', async () => {
		await prepareBirthDossier(page, filed);
		await submitDossier(page);
		const receipt = await readReceipt(page);
		await page.goto('/');
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await page.route('**/rest/v1/rpc/open_submission', (route) => route.abort());
		await prepareBirthDossier(page, waiting);
		await submitDossier(page);
		await expect(page.getByText('Hồ sơ đã cất trong máy, đang chờ gửi')).toBeVisible();
		await page.goto('/chuan-bi/1.001193/bat-dau');
		await answerQuestions(page);
		await photograph(page, 'Giấy chứng sinh', [await takePhoto(page, 'giấy chứng sinh')]);
		await expectNote(page, { drafts: 1, pages: 1, waiting: 1, filed: 1 });
		return receipt;
	});
	await test.step('offline it says what is gone and that it will look', async () => {
		await page.route('**/rest/v1/rpc/**', (route) => route.abort());
		await evict(phone, page);
		await page.goto('/ho-so');
		await expect(page.getByText(CLEARED)).toBeVisible();
		await expect(page.getByText('Đã mất: 1 bản đang làm dở và 1 ảnh giấy tờ.')).toBeVisible();
		await expect(page.getByText(/Máy đang tìm lại 2 hồ sơ/)).toBeVisible();
		await expect(page.getByText('Chưa có hồ sơ nào trên máy này', { exact: true })).toHaveCount(0);
		await page.goto('/');
		await expect(page.getByText(CLEARED)).toBeVisible();
		await new Examiner().examine(page, 'storage cleared', 'citizen');
	});
	await test.step('with network the filed one is back, the other one is named as lost', async () => {
		await page.unroute('**/rest/v1/rpc/**');
		await page.goto('/ho-so');
		await expect(page.getByText('Đã tìm lại được 1 hồ sơ đã nộp.')).toBeVisible();
		await expect(page.getByText(new RegExp(`${waiting}” chưa kịp gửi nên đã mất`))).toBeVisible();
		await page.getByRole('link', { name: new RegExp(filed) }).click();
		await expect(page.getByText(reference).first()).toBeVisible();
		await page.getByRole('button', { name: 'Tôi đã biết' }).click();
		await expect(page.getByText(CLEARED)).toHaveCount(0);
		await page.reload();
		await expect(page.getByText(reference).first()).toBeVisible();
		await expect(page.getByText(CLEARED)).toHaveCount(0);
	});
	expect(await dossiersOf(filed)).toHaveLength(1);
	expect(await dossiersOf(waiting)).toHaveLength(0);
});

test('one that had arrived although its answer was lost is found again after the storage went', async ({
	devices
}) => {
	devices.tolerate(NO_NETWORK);
	const child = 'Cao Đã Đến';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.route('**/rest/v1/rpc/finalize_submission', async (route) => {
		await route.fetch();
		await route.abort();
	});
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expect(page.getByText('Hồ sơ đã cất trong máy, đang chờ gửi')).toBeVisible();
	await expectNote(page, { waiting: 1 });
	await evict(phone, page);
	await page.unroute('**/rest/v1/rpc/finalize_submission');
	await page.goto('/ho-so');
	await expect(page.getByText('Đã tìm lại được 1 hồ sơ đã nộp.')).toBeVisible();
	await expect(page.getByRole('link', { name: new RegExp(child) })).toBeVisible();
	expect(await dossiersOf(child)).toHaveLength(1);
});

test('no false alarm: a first visit, and a phone that only lost the note', async ({ devices }) => {
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/ho-so');
	await expect(page.getByText('Chưa có hồ sơ nào trên máy này')).toBeVisible();
	await expect(page.getByText(CLEARED)).toHaveCount(0);
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await expectNote(page, { drafts: 1 });
	await page.evaluate(() => localStorage.clear());
	await page.goto('/ho-so');
	await expect(page.getByRole('heading', { name: 'Đang làm dở' })).toBeVisible();
	await expect(page.getByText(CLEARED)).toHaveCount(0);
	await expect(page.getByText(/Trình duyệt có thể tự xóa dữ liệu/)).toBeVisible();
});

test('the browser is asked to keep the storage once, and not before something was saved', async ({
	devices
}) => {
	const phone = await devices.newPhone();
	await phone.addInitScript(() => {
		// The empty page a tab begins with has none.
		if (typeof StorageManager === 'undefined') return;
		StorageManager.prototype.persisted = async () => false;
		StorageManager.prototype.persist = async () => {
			const asked = Number(localStorage.getItem('asked') ?? 0);
			localStorage.setItem('asked', String(asked + 1));
			return false;
		};
	});
	const page = await phone.newPage();
	const asked = () => page.evaluate(() => Number(localStorage.getItem('asked') ?? 0));
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	await page.goto('/ho-so');
	await expect(page.getByText('Chưa có hồ sơ nào trên máy này')).toBeVisible();
	expect(await asked()).toBe(0);
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await expect.poll(asked).toBe(1);
	await page.goto('/nop/1.001193/tre');
	await page.getByRole('textbox', { name: fieldName('Nơi sinh') }).fill('Trạm y tế');
	await expect(page.getByText('Đã lưu trên máy này')).toBeVisible();
	expect(await asked()).toBe(1);
});

test('what was filed is corrected: the new one goes, the old one is withdrawn', async ({
	devices
}) => {
	const before = 'Cao Viết Sai';
	const after = 'Cao Viết Đúng';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await prepareBirthDossier(page, before);
	await submitDossier(page);
	await readReceipt(page);
	const old = new URL(page.url()).pathname;
	await page.getByRole('button', { name: 'Sửa hồ sơ đã nộp' }).click();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await page.goto(old);
	await expect(page.getByText(/Bạn đang sửa hồ sơ này/)).toBeVisible();
	await page.getByRole('button', { name: 'Làm tiếp bản sửa' }).click();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await page.goto('/nop/1.001193/tre?sua=1');
	await page.getByRole('textbox', { name: fieldName('Họ, chữ đệm và tên của trẻ') }).fill(after);
	await expect(page.getByText('Đã lưu trên máy này')).toBeVisible();
	await page.goto('/nop/1.001193/kiem-tra');
	await submitDossier(page);
	const { reference } = await readReceipt(page);
	expect(await dossiersOf(after)).toHaveLength(1);
	expect(await dossiersOf(before)).toHaveLength(0);
	await page.goto(old);
	await expect(page.getByText(`Đã thay bằng hồ sơ ${reference}`)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Sửa hồ sơ đã nộp' })).toHaveCount(0);
});

test('a refused dossier traps nothing: what was typed and each photo can be saved as a file', async ({
	devices
}) => {
	devices.tolerate(REFUSED);
	const child = 'Cao Giữ Bản Sao';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await photograph(page, 'Giấy chứng sinh', [await takePhoto(page, 'giấy chứng sinh')]);
	await page.route('**/rest/v1/rpc/open_submission', (route) =>
		route.fulfill({ status: 409, json: { code: 'PT409', message: 'already-received' } })
	);
	await page.getByRole('link', { name: 'Khai tờ khai' }).click();
	await fillForm(page, child);
	await submitDossier(page);
	await expect(page.getByText(/Quầy đã tiếp nhận hồ sơ bạn nộp trước/)).toBeVisible();
	await expect(page.getByText('1 hồ sơ chưa gửi được, cần bạn xem lại')).toBeVisible();
	const copy = await download(page, 'Lưu bản sao ra tệp');
	expect(copy.name).toBe('ban-sao-ho-so.html');
	expect(copy.bytes.toString('utf8')).toContain(child);
	const photo = await download(page, /^Lưu ảnh này/);
	expect(photo.name).toBe('anh-1.jpeg');
	expect([...photo.bytes.subarray(0, 2)]).toEqual([0xff, 0xd8]);
	await new Examiner().examine(page, 'dossier: refused', 'citizen');
	await page.getByRole('button', { name: 'Giữ lại làm bản nháp' }).click();
	await expect(page.getByRole('button', { name: 'Làm tiếp' })).toBeVisible();
	await page.goto('/ho-so');
	await expect(page.getByRole('heading', { name: 'Đang làm dở' })).toBeVisible();
});

async function download(page: Page, button: string | RegExp) {
	const event = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const file = await event;
	const chunks: Buffer[] = [];
	for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
	return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

test('the line says how many photos are sent, in another tab too, and then the code', async ({
	devices
}) => {
	const child = 'Cao Đang Gửi';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await photograph(page, 'Giấy chứng sinh', [
		await takePhoto(page, 'mặt trước'),
		await takePhoto(page, 'mặt sau')
	]);
	const other = await phone.newPage();
	await other.goto('/tra-cuu');
	let uploads = 0;
	let goOn = () => {};
	const gate = new Promise<void>((resolve) => (goOn = resolve));
	await page.route('**/storage/v1/object/**', async (route) => {
		uploads += 1;
		if (uploads === 2) await gate;
		await route.continue();
	});
	await page.getByRole('link', { name: 'Khai tờ khai' }).click();
	await fillForm(page, child);
	await submitDossier(page);
	const line = 'Đang gửi: 1 trên 2 ảnh';
	await expect(page.getByRole('link', { name: line })).toBeVisible();
	await expect(page.getByText('Đã gửi 1 trên 2 ảnh.')).toBeVisible();
	await expect(other.getByRole('link', { name: line })).toBeVisible();
	goOn();
	const { reference } = await readReceipt(page);
	await expect(other.getByRole('link', { name: `Đã nộp, mã ${reference}` })).toBeVisible();
	await expect(other.getByText(line)).toHaveCount(0);
});

test('a tab that dies while sending leaves no "sending" behind', async ({ devices }) => {
	devices.tolerate(NO_NETWORK);
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	const other = await phone.newPage();
	await other.route('**/rest/v1/rpc/**', (route) => route.abort());
	await other.goto('/tra-cuu');
	await page.route('**/rest/v1/rpc/open_submission', () => new Promise(() => undefined));
	await prepareBirthDossier(page, 'Cao Tắt Ngang');
	await submitDossier(page);
	await expect(other.getByRole('link', { name: 'Đang gửi hồ sơ' })).toBeVisible();
	await page.close();
	await expect(other.getByText('1 hồ sơ đã cất trong máy này, chờ gửi')).toBeVisible();
	await expect(other.getByText('Đang gửi hồ sơ')).toHaveCount(0);
});
