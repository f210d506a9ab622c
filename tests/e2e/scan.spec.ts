import type { Locator, Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { encodePersonCode } from '#domain/intake/personCode.ts';
import { readScan } from '#domain/intake/readScan.ts';
import { answerQuestions, expectHeading, prepareBirthDossier } from './support/citizen.ts';
import { openDesk } from './support/desk.ts';
import { fakeCamera, showToCamera, squaresOf } from './support/fakeCamera.ts';
import { keepPicture } from './support/pictures.ts';
import { typeAsScanner } from './support/scanner.ts';
import { expect, test, type Devices } from './support/test.ts';

test.use({ launchOptions: await fakeCamera() });

const SCAN = 'Quét mã bằng camera';
const SHOW = 'Hiện mã cho cán bộ quét';
const BUOI = {
	fullName: 'Trần Thị Bưởi',
	phone: '0912345678',
	citizenId: '001198000123',
	address: 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
	email: ''
};

/** The squares of a code on screen: its path is one unit square per dark one. */
async function squaresOn(code: Locator): Promise<boolean[][]> {
	const size = Number((await code.getAttribute('viewBox'))?.split(' ')[2]);
	const path = (await code.locator('path').getAttribute('d')) ?? '';
	const dark = new Set([...path.matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`));
	return Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => dark.has(`${x} ${y}`))
	);
}

/** What a camera reads there, at four pixels a square. */
function readSquares(squares: boolean[][]): string {
	const size = squares.length * 4;
	const data = new Uint8ClampedArray(size * size * 4).fill(255);
	for (let y = 0; y < size; y += 1)
		for (let x = 0; x < size; x += 1)
			if (squares[y >> 2]?.[x >> 2]) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
	return decodeQR({ width: size, height: size, data });
}

const codeOf = (page: Page) => page.getByRole('img', { name: 'Mã QR chứa thông tin của bạn' });

test('the phone shows the person as a code only when told to, and hides it again', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(page, 'Trần Mã Vạch');
	await expect(codeOf(page)).toHaveCount(0);
	const button = page.getByRole('button', { name: new RegExp(`^${SHOW}`) });
	await expect(button).toHaveText(
		`${SHOW} (có tên, số điện thoại, số định danh cá nhân và nơi ở của bạn)`
	);
	const requests: string[] = [];
	page.on('request', (request) => requests.push(request.url()));
	await button.click();
	expect(readScan(readSquares(await squaresOn(codeOf(page))))).toEqual({
		kind: 'person',
		person: BUOI
	});
	expect((await codeOf(page).boundingBox())?.width).toBeGreaterThan(300);
	await keepPicture(page, 'person-code');
	expect(requests, 'nothing of it is sent').toEqual([]);

	await page.getByRole('link', { name: 'Quay lại' }).click();
	await expectHeading(page, 'Về bạn, người nộp hồ sơ');
	await page.goBack();
	await expectHeading(page, 'Xem lại trước khi nộp');
	await expect(button).toBeVisible();
	await expect(codeOf(page)).toHaveCount(0);

	await page.goto('/chuan-bi/1.001193/danh-sach');
	await button.click();
	await expect(codeOf(page)).toBeVisible();
	await page.getByRole('button', { name: 'Ẩn mã' }).click();
	await expect(codeOf(page)).toHaveCount(0);
});

test('the counter reads by camera what a phone without a network shows, receives, and switches the camera off', async ({
	devices
}) => {
	devices.tolerate(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
	const phone = await (await devices.newPhone()).newPage();
	await phone.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(phone);
	await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
	await phone.context().setOffline(true);
	await phone.getByRole('button', { name: 'Mã QR cho quầy' }).click();
	const code = phone.getByRole('img', { name: 'Mã QR chứa danh sách giấy tờ của bạn' });
	const checklist = await squaresOn(code);

	const desk = await openCounter(devices);
	showToCamera(squaresOf('8934563138165'));
	await desk.getByRole('button', { name: SCAN }).click();
	await expect(desk.getByText('Mã này không dùng được ở đây')).toBeVisible();
	const track = await desk
		.locator('video')
		.evaluateHandle((video: HTMLVideoElement) => (video.srcObject as MediaStream).getTracks()[0]);
	expect(await track.evaluate((one) => one?.readyState)).toBe('live');
	await desk.keyboard.press('Escape');
	await expect(desk.getByRole('dialog')).toHaveCount(0);
	expect(await track.evaluate((one) => one?.readyState)).toBe('ended');

	showToCamera(checklist);
	await desk.getByRole('button', { name: SCAN }).click();
	await expect(desk.getByRole('dialog')).toHaveCount(0);
	await expect(desk.getByText('Làm giấy khai sinh cho con').first()).toBeVisible();
	await keepPicture(desk, 'counter-scanned');

	// What was answered at home is not asked again: only the person is missing.
	for (const [label, text] of [
		['Họ và tên', 'Giàng Thị Quét Mã'],
		['Nơi ở', 'Bản Na, xã Mường Phăng']
	] as const)
		await desk.getByRole('textbox', { name: label }).fill(text);
	await desk.locator('#all-papers').check();
	await desk.keyboard.press('Control+Enter');
	await expect(desk.getByText(/^Đã tiếp nhận H99\.01-/)).toBeVisible();
});

test('what keeps the camera from reading is told in words', async ({ devices }) => {
	const page = await openCounter(devices);
	const open = page.getByRole('button', { name: SCAN });
	const refusals = [
		['NotAllowedError', 'Trình duyệt chưa được dùng camera'],
		['NotFoundError', 'Máy này không có camera'],
		['NotReadableError', 'Camera đang bận']
	] as const;
	for (const [name, title] of refusals) {
		await page.evaluate((why) => {
			navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', why));
		}, name);
		await open.click();
		await expect(page.getByRole('dialog')).toContainText(title);
		await page.getByRole('button', { name: 'Đóng camera' }).click();
		await expect(open).toBeFocused();
	}
	await page.reload();
	devices.tolerate(/ERR_FAILED/);
	await page.route('**/decodeWorker-*.js', (route) => route.abort());
	await open.click();
	await expect(page.getByRole('dialog')).toContainText('Chưa tải được phần đọc mã');
});

test('a scanner that types fills what it should and nothing else', async ({ devices }) => {
	const page = await openCounter(devices);
	const field = (label: string) => page.getByRole('textbox', { name: label });
	const address = field('Nơi ở');
	await address.fill('Bản Nà Lốc');
	await typeAsScanner(page, 'https://motcua.test/tra-cuu?ma=H99.01-261123-0001');
	await expect(page.getByText('Mã vừa quét là hồ sơ H99.01-261123-0001')).toBeVisible();
	await expect(address).toHaveValue('Bản Nà Lốc');
	await expect(address).toBeFocused();

	await typeAsScanner(page, encodePersonCode(BUOI) ?? '');
	await expect(field('Họ và tên')).toHaveValue(BUOI.fullName);
	await expect(field('Số định danh')).toHaveValue(BUOI.citizenId);
	await expect(field('Điện thoại')).toHaveValue(BUOI.phone);
	await expect(address).toHaveValue(BUOI.address);

	// A number that is no code of ours was meant for the field.
	await field('Số định danh').fill('');
	await typeAsScanner(page, '001198000123');
	await expect(field('Số định danh')).toHaveValue('001198000123');
	await field('Họ và tên').fill('');
	await field('Họ và tên').pressSequentially('Lò Thị Hoa Ban', { delay: 50 });
	await expect(field('Họ và tên')).toHaveValue('Lò Thị Hoa Ban');
});

/** The page of a walk-in, ready for the first key. */
async function openCounter(devices: Devices): Promise<Page> {
	const page = await openDesk(devices, 'receiver');
	await page.goto('/can-bo/tiep-nhan');
	await expect(page.locator('#procedure')).toBeFocused();
	return page;
}
