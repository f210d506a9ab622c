import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { takePhoto } from './support/anyProcedure.ts';
import { expectHeading, lookUp, prepareBirthDossier, submitDossier } from './support/citizen.ts';
import { openDesk, openDossier, receive } from './support/desk.ts';
import { keepPicture } from './support/pictures.ts';
import {
	judgePaper,
	judgeRestRight,
	openLine,
	refuse,
	sendSupplement
} from './support/supplement.ts';
import { expect, test, type Devices } from './support/test.ts';

const PAPER = 'Giấy chứng sinh';
const EXTRA = 'Tờ khai: ngày sinh của mẹ';
const NO_LINE = /ERR_INTERNET_DISCONNECTED|Failed to fetch/;
/** What the browser writes about an answer that the server refuses. */
const REFUSED = /status of 409/;

/** A new phone that has filed the birth of a child; gives its page with the receipt and its lookup code. */
async function filePhone(devices: Devices, child: string) {
	const phone = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(phone, child);
	await submitDossier(phone);
	await expectHeading(phone, 'Đã nộp hồ sơ');
	const lookupCode = await phone.getByRole('definition').nth(1).innerText();
	await phone.evaluate(async () => void (await navigator.serviceWorker.ready));
	return { phone, lookupCode };
}

/** The receiver asks for the paper and one line of the form; gives the slip's number. */
async function ask(desk: Page, child: string): Promise<string> {
	await openDossier(desk, 'Mới nộp', child);
	await judgePaper(desk, PAPER, 'Thiếu', 'Hồ sơ chưa có giấy này.');
	await judgeRestRight(desk);
	await desk.getByRole('button', { name: 'Thêm dòng không phải giấy tờ' }).click();
	await desk.getByRole('textbox', { name: 'Chỗ cần sửa' }).fill(EXTRA);
	await desk.getByRole('textbox', { name: new RegExp(`^Lý do ?: ${EXTRA}`) }).fill('Chưa ghi năm.');
	return sendSupplement(desk, { until: 5, note: 'Chụp rõ cả bốn góc.' });
}

/** The part of the answer about one line of the slip. */
function lineOf(phone: Page, name: string) {
	return phone.getByRole('listitem').filter({
		has: phone.getByRole('heading', { level: 3, name, exact: true })
	});
}

async function lookAgain(phone: Page): Promise<void> {
	await phone.getByRole('button', { name: 'Xem lại ngay' }).click();
}

async function photographLine(phone: Page, name: string): Promise<void> {
	const line = lineOf(phone, name);
	await line.getByRole('radio', { name: 'Chụp giấy này' }).check();
	const chooser = phone.waitForEvent('filechooser');
	await line.getByRole('button', { name: 'Chọn ảnh hoặc tệp PDF có sẵn' }).click();
	await (await chooser).setFiles([await takePhoto(phone, name)]);
	await expect(line.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
}

/** Saves the photograph that is offered under this name; it is a picture, whole. */
async function savePhoto(phone: Page, name: string): Promise<void> {
	const download = phone.waitForEvent('download');
	await phone.getByRole('button', { name: `Lưu ảnh này (${name})` }).click();
	const bytes = readFileSync(await (await download).path());
	expect([...bytes.subarray(0, 2), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
	expect(bytes.length).toBeGreaterThan(10_000);
}

test('an answer that comes after the desk went on is kept, its photograph saved, then dropped', async ({
	devices
}) => {
	test.setTimeout(150_000);
	devices.tolerate(NO_LINE);
	devices.tolerate(REFUSED);
	const child = 'Sùng Đến Muộn';
	const { phone, lookupCode } = await filePhone(devices, child);
	const desk = await openDesk(devices, 'receiver');
	const slip = await ask(desk, child);

	await test.step('the number of the slip finds it, and says where to go', async () => {
		const other = await (await devices.newPhone()).newPage();
		await lookUp(other, slip, lookupCode);
		await expect(other.getByText(/xem phiếu quầy đã đưa, rồi mang giấy đến quầy/)).toBeVisible();
		await expect(other.getByText(EXTRA), 'progress only').toHaveCount(0);
		await keepPicture(other, 'lookup-slip');
	});

	await lookAgain(phone);
	await photographLine(phone, PAPER);
	await lineOf(phone, EXTRA)
		.getByRole('radio', { name: 'Tôi viết cho quầy, hoặc hỏi lại' })
		.check();
	await phone
		.getByRole('textbox', { name: 'Bạn viết gì cho quầy?' })
		.fill('Ghi năm 1998 được chưa?');
	await keepPicture(phone, 'late-answered');
	await phone.context().setOffline(true);
	await phone.getByRole('button', { name: 'Gửi bổ sung' }).click();
	await expect(phone.getByText('Phần bổ sung đã cất trong máy, đang chờ gửi')).toBeVisible();
	await keepPicture(phone, 'late-waiting');

	await judgePaper(desk, PAPER, 'Đúng');
	await judgeRestRight(desk);
	await keepPicture(desk, 'desk-before-receive');
	await receive(desk);
	await phone.context().setOffline(false);
	// The status line above says it too.
	const refused = phone.getByRole('main').getByText('Phần bổ sung chưa gửi được, cần bạn xem lại');
	await expect(refused).toBeVisible();
	await expect(phone.getByText('lời nhắn “Ghi năm 1998 được chưa?”')).toBeVisible();
	await expect(phone.getByRole('heading', { name: 'Ảnh còn trong máy này' })).toBeVisible();
	await expect(phone.getByText('Quầy đã tiếp nhận').first()).toBeVisible();
	await keepPicture(phone, 'late-refused');
	await savePhoto(phone, PAPER);
	phone.once('dialog', (dialog) => void dialog.accept());
	await phone.getByRole('button', { name: 'Bỏ phần bổ sung này' }).click();
	await expect(refused).toHaveCount(0);
	await expect(phone.getByRole('button', { name: /^Lưu ảnh này/ })).toHaveCount(0);
	await keepPicture(phone, 'late-dropped');
	await phone.getByRole('button', { name: 'Xin rút hồ sơ' }).click();
	await keepPicture(phone, 'withdraw-confirm');
});

test('an answer begun for the first slip goes on with the second; what is asked no more can be saved', async ({
	devices
}) => {
	test.setTimeout(150_000);
	const child = 'Sùng Hai Phiếu';
	const { phone } = await filePhone(devices, child);
	const desk = await openDesk(devices, 'receiver');
	await ask(desk, child);
	await lookAgain(phone);
	await photographLine(phone, PAPER);
	await lineOf(phone, EXTRA).getByRole('radio', { name: 'Tôi không làm được' }).check();
	await keepPicture(phone, 'begun');

	const leader = await openDesk(devices, 'leader');
	await openDossier(leader, 'Đang chờ', child);
	await openLine(leader, 'Yêu cầu bổ sung giấy tờ');
	await judgePaper(leader, PAPER, 'Không cần');
	await judgeRestRight(leader);
	await leader.getByRole('button', { name: 'Thêm dòng không phải giấy tờ' }).click();
	await leader.getByRole('textbox', { name: 'Chỗ cần sửa' }).fill('Tờ khai: dân tộc của mẹ');
	await leader.getByRole('textbox', { name: /^Lý do ?: Tờ khai/ }).fill('Còn để trống.');
	await sendSupplement(leader, { until: 3, again: 'Lần trước cán bộ xem sót một chỗ.' });

	await lookAgain(phone);
	await expect(phone.getByText('Đây là lần yêu cầu thứ 2.')).toBeVisible();
	await expect(phone.getByText('Lần trước cán bộ xem sót một chỗ.')).toBeVisible();
	await expect(phone.getByText('Ảnh bạn chụp cho phiếu trước')).toBeVisible();
	await keepPicture(phone, 'second-slip');
	await savePhoto(phone, PAPER);
	await phone.clock.setFixedTime(Date.now() + 30 * 24 * 60 * 60 * 1000);
	await phone.reload();
	await expect(phone.getByText(/^Đã qua ngày /)).toBeVisible();
	await keepPicture(phone, 'passed-date');

	await desk.goto('/can-bo');
	await openDossier(desk, 'Đang chờ', child);
	await judgePaper(desk, PAPER, 'Đúng');
	await judgeRestRight(desk);
	await keepPicture(desk, 'desk-before-receive-2');
	await receive(desk);
	await lookAgain(phone);
	await expect(phone.getByText('Bạn có phần bổ sung chưa gửi')).toBeVisible();
	await keepPicture(phone, 'left');
	await savePhoto(phone, PAPER);
});

test('a refused dossier says so to whoever has the slip, and why to the phone that filed', async ({
	devices
}) => {
	const child = 'Sùng Nơi Khác';
	const { phone, lookupCode } = await filePhone(devices, child);
	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', child);
	const slip = await refuse(desk, 'Cha mẹ không cư trú ở đây.', 'UBND xã Bên Cạnh');
	await lookAgain(phone);
	await expect(phone.getByText('Cha mẹ không cư trú ở đây.', { exact: true })).toBeVisible();
	await keepPicture(phone, 'refused');
	await lookUp(phone, slip, lookupCode);
	await expect(phone.getByText(/ghi trên phiếu từ chối quầy đã đưa/)).toBeVisible();
	await expect(phone.getByText('Cha mẹ không cư trú ở đây.'), 'progress only').toHaveCount(0);
	await keepPicture(phone, 'lookup-refused');
});
