import {
	answerQuestions,
	expectHeading,
	fieldName,
	prepareBirthDossier,
	submitDossier
} from './support/citizen.ts';
import { dossiersOf } from './support/office.ts';
import { expect, test } from './support/test.ts';

const FORM = '/nop/1.001193/tre';
const birthplace = fieldName('Nơi sinh');

test('a page that is left right after the last letter keeps that letter', async ({ devices }) => {
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	for (const text of ['Trạm y tế xã Bến Đò', 'Nhà bà ngoại']) {
		await page.goto(FORM);
		await page.getByRole('textbox', { name: birthplace }).fill(text);
		await page.reload();
		await expect(page.getByRole('textbox', { name: birthplace })).toHaveValue(text);
	}
});

test('two tabs on one preparation keep what each of them typed', async ({ devices }) => {
	const phone = await devices.newPhone();
	const first = await phone.newPage();
	await first.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(first);
	await first.goto(FORM);
	const second = await phone.newPage();
	await second.goto(FORM);
	await expect(second.getByRole('textbox', { name: birthplace })).toHaveValue('');
	await first.getByRole('textbox', { name: birthplace }).fill('Trạm y tế xã Bến Đò');
	await expect(first.getByText('Đã lưu trên máy này')).toBeVisible();
	await second.getByRole('textbox', { name: fieldName('Quê quán') }).fill('Xã Bến Đò');
	await expect(second.getByText('Đã lưu trên máy này')).toBeVisible();
	await second.reload();
	await expect(second.getByRole('textbox', { name: birthplace })).toHaveValue(
		'Trạm y tế xã Bến Đò'
	);
	await expect(second.getByRole('textbox', { name: fieldName('Quê quán') })).toHaveValue(
		'Xã Bến Đò'
	);
});

test('opening the preparation and leaving it makes no draft', async ({ devices }) => {
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await expectHeading(page, 'Ai sẽ đi đăng ký khai sinh cho trẻ?');
	await page.goto('/ho-so');
	await expect(page.getByText('Chưa có hồ sơ nào trên máy này')).toBeVisible();
});

test('on plain http, where browsers give no hashing of their own, a dossier is filed all the same', async ({
	devices
}) => {
	const child = 'Đinh Mạng Nội Bộ';
	const phone = await devices.newPhone();
	await phone.addInitScript(() => {
		Object.defineProperty(crypto, 'subtle', { value: undefined });
		Object.defineProperty(crypto, 'randomUUID', { value: undefined });
		Object.defineProperty(navigator, 'locks', { value: undefined });
	});
	const page = await phone.newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect(await dossiersOf(child)).toHaveLength(1);
});

test('a refused dossier says why and goes out corrected, once', async ({ devices }) => {
	devices.tolerate(/status of 400/);
	const child = 'Bùi Sửa Lại';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	let refusals = 1;
	await page.route('**/rest/v1/rpc/open_submission', async (route) => {
		if (refusals === 0) return route.fallback();
		refusals -= 1;
		await route.fulfill({ status: 400, json: { code: 'PT400', message: 'applicant-phone' } });
	});
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expect(page.getByText('Số điện thoại chưa đúng.')).toBeVisible();
	await page.getByRole('button', { name: 'Sửa và nộp lại' }).click();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect(await dossiersOf(child)).toHaveLength(1);
	await page.goto('/ho-so');
	await expect(page.getByRole('heading', { name: 'Đang làm dở' })).toHaveCount(0);
});

test('an older app holds the dossier and says what to do; nothing is lost', async ({ devices }) => {
	devices.tolerate(/status of 426/);
	const child = 'Lý Bản Cũ';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	let isOutdated = true;
	await page.route('**/rest/v1/rpc/open_submission', async (route) => {
		if (!isOutdated) return route.fallback();
		await route.fulfill({ status: 426, json: { code: 'PT426', message: 'protocol-version' } });
	});
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expect(page.getByText('Ứng dụng trên máy đã cũ.')).toBeVisible();
	expect(await dossiersOf(child)).toHaveLength(0);
	isOutdated = false;
	await page.getByRole('button', { name: 'Gửi ngay' }).click();
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect(await dossiersOf(child)).toHaveLength(1);
});
