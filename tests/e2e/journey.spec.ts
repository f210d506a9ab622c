import {
	answerQuestions,
	birthForm,
	birthProcedureLink,
	expectHeading,
	fieldName,
	fillPage,
	goOn,
	lookUp,
	readReceipt,
	returnToCheck,
	searchFor,
	submitDossier
} from './support/citizen.ts';
import { openDesk, openDossier, queueLine, receive, takePaper } from './support/desk.ts';
import { readPdf } from './support/pdf.ts';
import { keepPicture } from './support/pictures.ts';
import { A5, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

const CHILD = 'Nguyễn Thị Hoài Ân';
/** A date as people say it, e.g. "Thứ Năm, 26/11/2026". */
const SPOKEN_DATE = /(Chủ Nhật|Thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)), (\d{2})\/(\d{2})\/(\d{4})/;

test('from the first search to the returned result', async ({ devices }) => {
	const phone = await (await devices.newPhone()).newPage();
	// Everything after the receipt must reach this page by itself.
	let loads = 0;
	phone.on('load', () => (loads += 1));
	await phone.clock.install();

	await test.step('the citizen finds the procedure by typing without marks', async () => {
		await phone.goto('/');
		await searchFor(phone, 'giay khai sih');
		await birthProcedureLink(phone).first().click();
		await expectHeading(phone, 'Làm giấy khai sinh cho con');
		await expect(phone.getByRole('heading', { name: 'Giấy tờ có thể cần' })).toBeVisible();
		await keepPicture(phone, 'procedure');
	});

	await test.step('answers the questions and gets their own list', async () => {
		await phone.getByRole('link', { name: 'Bắt đầu chuẩn bị' }).click();
		await answerQuestions(phone);
		await expect(
			phone.getByRole('heading', { name: 'Giấy chứng sinh', exact: true })
		).toBeVisible();
		await expect(phone.getByText('Giấy cam đoan về việc sinh')).toHaveCount(0);
		await phone.getByRole('checkbox', { name: 'Tôi đã có giấy này' }).first().check();
		await expect(phone.getByText('Đã có 1 trên 2 giấy tờ')).toBeVisible();
	});

	await test.step('makes mistakes in the form and is led to them', async () => {
		await phone.getByRole('link', { name: 'Khai tờ khai' }).click();
		await expectHeading(phone, 'Về trẻ');
		await goOn(phone);
		const summary = phone.getByRole('alert').filter({ hasText: 'Có chỗ cần sửa' });
		await expect(summary).toBeFocused();
		await expect(phone).toHaveTitle(/^Lỗi: /);
		const [childPage] = birthForm(CHILD);
		if (!childPage) throw new Error('the form has no page');
		await fillPage(phone, childPage);
		const name = phone.getByRole('textbox', { name: 'Họ, chữ đệm và tên của trẻ' });
		await name.fill('Nguyễn Thị Hoài 4n');
		await goOn(phone);
		await summary.getByRole('link', { name: /^Họ, chữ đệm và tên của trẻ: chỉ ghi chữ/ }).click();
		await expect(name).toBeFocused();
		await name.fill(CHILD);
		await expect(summary).toHaveCount(0);
		await goOn(phone);
	});

	await test.step('checks the answers and changes one', async () => {
		for (const formPage of birthForm(CHILD).slice(1)) {
			await fillPage(phone, formPage);
			await goOn(phone);
		}
		await expectHeading(phone, 'Xem lại trước khi nộp');
		await phone.getByRole('link', { name: /^Sửa\s*: Nơi sinh/ }).click();
		await phone.getByRole('textbox', { name: fieldName('Nơi sinh') }).fill('Trạm y tế xã Bến Đò');
		await returnToCheck(phone);
		await expect(phone.getByText('Trạm y tế xã Bến Đò')).toBeVisible();
		await expect(phone.getByText('Chủ Nhật, 01/11/2026')).toBeVisible();
	});

	await test.step('submits and gets a receipt', async () => {
		await submitDossier(phone);
		await expectHeading(phone, 'Đã nộp hồ sơ');
	});
	const receipt = await readReceipt(phone);
	expect(receipt.reference).toMatch(/^DK-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
	expect(receipt.lookupCode).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4}$/);
	await expect(phone.getByRole('img', { name: /^Mã QR để tra cứu hồ sơ DK-/ })).toBeVisible();
	await keepPicture(phone, 'receipt');
	const loadsAtReceipt = loads;
	const nextPoll = () => phone.clock.fastForward(16_000);

	const receiver = await openDesk(devices, 'receiver');
	const code = await test.step('the receiver receives it', async () => {
		await expect(queueLine(receiver, CHILD)).toContainText(receipt.reference);
		await openDossier(receiver, 'Mới nộp', CHILD);
		await expect(receiver.getByText('Trạm y tế xã Bến Đò')).toBeVisible();
		await expect(
			receiver
				.getByRole('combobox', { name: 'Chuyển cho phòng' })
				.getByRole('option', { selected: true })
		).toHaveText(/^Tư pháp – Hộ tịch/);
		await takePaper(receiver, 'Giấy chứng sinh');
		await keepPicture(receiver, 'receive-form');
		return receive(receiver);
	});
	expect(code).toMatch(/^H99\.01-\d{6}-\d{4}$/);

	const slip = await test.step('the slip is one A5 page with every letter', async () => {
		await receiver.getByRole('link', { name: 'Mở giấy hẹn để in' }).click();
		await expectHeading(receiver, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
		await expect(
			receiver.getByRole('img', { name: `Mã QR mở trang tra cứu hồ sơ ${code}` })
		).toBeVisible();
		await keepPicture(receiver, 'slip');
		const shown = await receiver.getByRole('article').innerText();
		const due = SPOKEN_DATE.exec(/Thời gian trả kết quả:[^\n]*/.exec(shown)?.[0] ?? '');
		const [spoken = '', weekday = '', day = '', month = '', year = ''] = due ?? [];
		expect(weekdayOf(`${year}-${month}-${day}`)).toBe(weekday);
		const sheet = readPdf(await receiver.pdf({ preferCSSPageSize: true }));
		expect(sheet.pages).toEqual([A5]);
		for (const words of [
			'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
			'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
			'Trung tâm Phục vụ hành chính công xã Bến Đò',
			`Mã hồ sơ: ${code}`,
			`Chủ hồ sơ: ${CHILD}`,
			'Trần Thị Bưởi',
			'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
			'Thủ tục đăng ký khai sinh (1.001193)',
			'Giấy chứng sinh',
			spoken
		])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
		const lookupCode = /Mã tra cứu:\s*([0-9A-Z]{4} [0-9A-Z]{4})/.exec(shown)?.[1] ?? '';
		expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(lookupCode));
		return { spoken, lookupCode };
	});

	const shows = (words: string | RegExp) =>
		expect(phone.getByRole('main').getByText(words).first()).toBeVisible();
	await test.step('the citizen sees it by the next poll', async () => {
		await nextPoll();
		await shows('Quầy đã tiếp nhận');
		await shows(`Hẹn trả kết quả: ${slip.spoken}, trong giờ làm việc.`);
		await shows(code);
	});

	await test.step('the officer starts', async () => {
		const officer = await openDesk(devices, 'officer');
		await openDossier(officer, 'Đang giải quyết', CHILD);
		await officer.getByRole('button', { name: 'Nhận việc' }).click();
		await expect(officer.getByText('Đã nhận việc.')).toBeVisible();
		await nextPoll();
		await shows('Đang giải quyết');
	});

	await test.step('the approver finishes', async () => {
		const approver = await openDesk(devices, 'approver');
		await openDossier(approver, 'Đang giải quyết', CHILD);
		await approver.getByRole('textbox', { name: /^Số của kết quả/ }).fill('125/2026');
		await approver.getByRole('button', { name: 'Ghi kết quả đã ký' }).click();
		await expect(approver.getByText(/^Đã ghi kết quả\./)).toBeVisible();
		await nextPoll();
		await shows('Đã có kết quả');
	});

	await test.step('the receiver returns it', async () => {
		await receiver.goto('/can-bo');
		await openDossier(receiver, 'Chờ trả kết quả', CHILD);
		await receiver.getByRole('textbox', { name: 'Họ và tên người nhận' }).fill('Trần Thị Bưởi');
		await receiver.getByRole('button', { name: 'Đã trả kết quả' }).click();
		await expect(receiver.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible();
		await expect(receiver.getByText(/Người nhận: Trần Thị Bưởi/)).toBeVisible();
		await keepPicture(receiver, 'returned');
		await nextPoll();
		await shows('Kết quả đã được trao. Cảm ơn bạn.');
		await keepPicture(phone, 'returned-phone');
	});
	expect(loads, 'page loads after the receipt').toBe(loadsAtReceipt);

	await test.step('another phone looks it up', async () => {
		const other = await (await devices.newPhone()).newPage();
		const found = other.getByRole('heading', { level: 2, name: code });
		const miss = other
			.getByRole('alert')
			.filter({ hasText: 'Không thấy hồ sơ nào khớp cả hai mã' });
		await lookUp(other, code, slip.lookupCode);
		await expect(found).toBeVisible();
		await lookUp(other, receipt.reference, receipt.lookupCode.toLowerCase());
		await expect(found).toBeVisible();
		await lookUp(other, code, 'AAAA AAAA');
		await expect(miss).toBeVisible();
		await lookUp(other, 'H99.01-261123-9999', slip.lookupCode);
		await expect(miss).toBeVisible();
		await expect(found).toHaveCount(0);
	});
});

/** The weekday of a local date 'YYYY-MM-DD', by the calendar of Node and not by the app's own. */
function weekdayOf(date: string): string {
	const names = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];
	return names[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}
