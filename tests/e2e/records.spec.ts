import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPdf, readPdf } from './support/pdf.ts';
import { keepPicture } from './support/pictures.ts';
import { receiveAtDesk } from './support/receiveAtDesk.ts';
import { A4_ACROSS_INSIDE, expectNothingCut, printed, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

test("the office's papers of record: joint receipt, control sheet, register and its log", async ({
	devices
}) => {
	test.setTimeout(400_000);
	const page = await openDesk(devices, 'receiver');
	await page.setViewportSize({ width: 1366, height: 768 });
	const visitId = crypto.randomUUID();
	const one = await receiveAtDesk(visitId, 'Vũ Hoài Một');
	const two = await receiveAtDesk(visitId, 'Vũ Hoài Hai');

	await test.step('two receipts of one visit on one sheet', async () => {
		await page.goto(`/in/${one.slipId}`);
		await page.getByRole('link', { name: 'In chung 2 hồ sơ của lần nộp này' }).click();
		await expect(
			page.getByRole('heading', { level: 1, name: 'GIẤY TIẾP NHẬN NHIỀU HỒ SƠ' })
		).toBeVisible();
		const sheet = await printed(page, 'records-joint');
		for (const words of [one.code, two.code, 'Vũ Hoài Một', 'Vũ Hoài Hai'])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
		await expectNothingCut(page);
		await keepPicture(page, 'records-joint');
	});

	await test.step('a control sheet, printed and printed again', async () => {
		await page.goto(`/can-bo/ho-so/${one.dossierId}`);
		await page.getByRole('button', { name: 'Lập phiếu kiểm soát' }).click();
		const link = page.getByRole('link', { name: /^Mở phiếu kiểm soát số \d{5}\/\d{4}$/ });
		await expect(link).toBeVisible();
		await keepPicture(page, 'records-dossier');
		await link.click();
		await expect(
			page.getByRole('heading', { name: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ' })
		).toBeVisible();
		const sheet = await printed(page, 'records-control');
		for (const words of [one.code, 'Mẫu số 06', 'Tư pháp – Hộ tịch', 'Đúng hạn', 'chưa ký nhận'])
			expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(words));
		expect(sheet.text).not.toContain('Mã tra cứu');
		await expectNothingCut(page);
		await keepPicture(page, 'records-control');
		await expect(page.getByText('Đã in 1 lần.')).toBeVisible();
	});

	await test.step('the register', async () => {
		await page.goto('/can-bo/so-theo-doi');
		const line = page.getByRole('row').filter({ hasText: two.code });
		await expect(line).toContainText('Vũ Thị Ngọt');
		await keepPicture(page, 'records-register');
		await new Examiner().examine(page, 'register', 'staff');
		await page.getByRole('searchbox', { name: 'Tìm theo mã hồ sơ' }).fill(one.code.toLowerCase());
		await page.getByRole('button', { name: 'Tìm', exact: true }).click();
		await expect(line).toHaveCount(0);
		await expect(page.getByRole('row').filter({ hasText: one.code })).toBeVisible();
		await page.getByText('In sổ', { exact: true }).click();
		await page.getByRole('link', { name: /^In cả năm/ }).click();
		await expect(page.getByRole('heading', { level: 1, name: /^SỔ THEO DÕI HỒ SƠ/ })).toBeVisible();
		const file = await page.pdf({ preferCSSPageSize: true });
		await keepPdf(file, 'records-register');
		const sheet = readPdf(file);
		expect(sheet.pages[0]).toEqual({ width: 297, height: 210 });
		expect(withoutSpaces(sheet.text)).toContain(withoutSpaces(two.code));
		await expectNothingCut(page, A4_ACROSS_INSIDE);
		await keepPicture(page, 'records-register-paper');
		await page.emulateMedia({ media: 'print' });
		await keepPicture(page, 'records-register-printed');
		await page.emulateMedia({ media: null });
	});

	await test.step('the leader sees who printed what', async () => {
		const leader = await openDesk(devices, 'leader');
		await leader.setViewportSize({ width: 1366, height: 768 });
		await leader.goto(`/can-bo/ho-so/${one.dossierId}`);
		await leader.getByText('Ai đã xem, đã in giấy tờ').click();
		await leader.getByRole('button', { name: 'Xem danh sách' }).click();
		await expect(leader.getByText(/^In: phiếu kiểm soát số/)).toBeVisible();
		await expect(leader.getByText(/^Mở tờ kê chung: /)).toBeVisible();
		await keepPicture(leader, 'records-log');
		await leader.getByText('Mục khác').click();
		await leader.getByRole('link', { name: 'Sổ theo dõi' }).click();
		await leader.getByText(/^Ai đã in sổ \([1-9]\d* lần\)$/).click();
		await expect(
			leader.getByRole('listitem').filter({ hasText: 'Từ ngày 01/01/' }).first()
		).toBeVisible();
		await keepPicture(leader, 'records-register-log');
	});
});
