import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { photograph } from '../e2e/support/anyProcedure.ts';
import { answerQuestions, expectHeading, fillForm, submitDossier } from '../e2e/support/citizen.ts';
import { openDesk, openDossier } from '../e2e/support/desk.ts';
import { judgePaper, judgeRestRight, sendSupplement } from '../e2e/support/supplement.ts';
import { expect, test } from '../e2e/support/test.ts';
import { smallPng } from './smallPng.ts';

const FOLDER = resolve(import.meta.dirname, '../../static/screenshots');
const CHILD = 'Nguyễn Minh An';
const PAPER = 'Giấy chứng sinh';

test('the screens of the README', async ({ browser, devices }) => {
	const keep = async (page: Page, name: string) =>
		writeFile(`${FOLDER}/${name}.png`, await smallPng(browser, await page.screenshot()));

	const phone = await (await devices.newPhone()).newPage();
	await phone.clock.install();
	await phone.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(phone);
	await photograph(phone, PAPER, [await drawPaper(phone)]);
	await phone.getByRole('link', { name: 'Khai tờ khai' }).click();
	await fillForm(phone, CHILD);
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');

	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', CHILD);
	await desk.getByRole('button', { name: `Xem trang 1: ${PAPER}` }).click();
	await expect(desk.getByText('Cỡ ảnh')).toBeVisible();
	await bringTo(desk.getByRole('heading', { name: 'Việc của bạn bây giờ' }), 30);
	await keep(desk, 'ban-lam-viec');

	await desk.getByRole('button', { name: 'Đóng ảnh' }).click();
	await judgePaper(desk, PAPER, 'Sai');
	await judgeRestRight(desk);
	await desk
		.getByRole('combobox', { name: new RegExp(`^Lý do có sẵn ?: ${PAPER}`) })
		.selectOption({ index: 1 });
	await desk.getByRole('button', { name: '5 ngày làm việc', exact: true }).click();
	await bringTo(desk.getByRole('heading', { name: 'Lập phiếu yêu cầu bổ sung' }), 24);
	await keep(desk, 'yeu-cau-bo-sung');
	await sendSupplement(desk, { until: 5, note: 'Gửi từ điện thoại cũng được.' });

	await phone.clock.fastForward(16_000);
	const asked = phone.getByRole('heading', { name: /^Cần bổ sung 1 giấy tờ/ });
	await expect(asked).toBeVisible();
	await bringTo(asked, 12);
	await keep(phone, 'bo-sung');

	await desk.goto('/can-bo/tiep-nhan');
	await expect(desk.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	await desk.keyboard.type('khai sinh');
	await desk.keyboard.press('Enter');
	await expect(desk.getByRole('heading', { level: 2, name: 'Giấy tờ' })).toBeVisible();
	for (const text of ['', '', 'Lò Thị Mai', 'Bản Na, xã Mường Phăng']) {
		await desk.keyboard.type(text);
		await desk.keyboard.press('Tab');
	}
	await desk.getByRole('radio', { name: 'Xem thẻ' }).check();
	await desk.getByRole('checkbox', { name: 'Đủ tất cả' }).check();
	await desk.evaluate(() => scrollTo(0, 0));
	await keep(desk, 'tiep-nhan-tai-quay');
});

/** Scrolls until the element stands `below` pixels under the upper edge. */
async function bringTo(target: Locator, below: number): Promise<void> {
	await target.evaluate(
		(element, space) => scrollBy(0, element.getBoundingClientRect().top - space),
		below
	);
}

/** An invented birth paper, as a phone would photograph it. */
async function drawPaper(page: Page) {
	const base64 = await page.evaluate(() => {
		const canvas = document.createElement('canvas');
		canvas.width = 1200;
		canvas.height = 1600;
		const pen = canvas.getContext('2d');
		if (!pen) throw new Error('no canvas');
		pen.fillStyle = '#f4efe6';
		pen.fillRect(0, 0, 1200, 1600);
		pen.fillStyle = '#222';
		pen.textAlign = 'center';
		pen.font = 'bold 64px serif';
		pen.fillText('GIẤY CHỨNG SINH', 600, 240);
		pen.textAlign = 'left';
		pen.font = '40px serif';
		[
			'Họ và tên mẹ: Trần Thị Bưởi',
			'Năm sinh: 1998',
			'Nơi cư trú: Thôn Trung, xã Bến Đò',
			'Đã sinh con lúc 8 giờ, ngày 01/11/2026',
			'Tại: Bệnh viện huyện, xã Bến Đò',
			'Giới tính của con: Nữ. Cân nặng: 3100 g',
			'Dự định đặt tên con: Nguyễn Minh An'
		].forEach((line, index) => pen.fillText(line, 120, 400 + index * 85));
		return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
	});
	return { name: 'giay.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}
