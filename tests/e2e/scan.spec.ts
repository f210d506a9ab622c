import type { Locator, Page } from '@playwright/test';
import { decodeQR } from 'qr/decode.js';
import { readScan } from '#domain/intake/readScan.ts';
import { expectHeading, prepareBirthDossier } from './support/citizen.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

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
	await expect(button).toHaveText(`${SHOW} (có tên, số điện thoại, số căn cước và nơi ở của bạn)`);
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
