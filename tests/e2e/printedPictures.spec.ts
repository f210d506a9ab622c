import type { Slip } from '#domain/slip/Slip.ts';
import { aControlSlip, aHaltSlip, aReceiptSlip, aSupplementSlip } from '#domain/slip/testSlips.ts';
import { openDesk } from './support/desk.ts';
import { A5_FRAME, differenceOf, inkOfPdf, inkOfSheet } from './support/pdfPicture.ts';
import { NAME, openSlip, serve } from './support/servedSlip.ts';
import { expect, test } from './support/test.ts';

/** Measured: 0.12 where both show the same, each smoothing its edges; 0.23 where one small letter is another. */
const MOST_DIFFERENT = 0.17;

test('a slip as a picture: what another program draws of its PDF is what the browser lays out', async ({
	devices
}) => {
	test.setTimeout(120_000);
	const page = await openDesk(devices, 'receiver');
	let served: Slip = aReceiptSlip;
	await serve(page, () => served);
	for (const [slip, title] of [
		[aReceiptSlip, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'],
		[aSupplementSlip, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'],
		[aHaltSlip, 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ'],
		[aControlSlip, 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ']
	] as const)
		await test.step(title, async () => {
			served = { ...slip, subject: NAME };
			await openSlip(page, title);
			// Before the print is noted: the next copy says that it is one.
			const shown = await inkOfSheet(page, A5_FRAME);
			const drawn = await inkOfPdf(await page.pdf({ preferCSSPageSize: true }), A5_FRAME);
			expect(differenceOf(shown, drawn)).toBeLessThan(MOST_DIFFERENT);
		});

	await test.step('a letter that is another one is seen', async () => {
		served = aReceiptSlip;
		await openSlip(page, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
		await page.getByText('Giấy chứng sinh', { exact: true }).evaluate((cell) => {
			cell.textContent = 'Giấy chứng sin□';
		});
		const wrong = await inkOfSheet(page, A5_FRAME);
		await page.reload();
		await openSlip(page, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
		const drawn = await inkOfPdf(await page.pdf({ preferCSSPageSize: true }), A5_FRAME);
		expect(differenceOf(wrong, drawn)).toBeGreaterThan(MOST_DIFFERENT);
	});
});
