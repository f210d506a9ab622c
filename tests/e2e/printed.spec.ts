import type { Page } from '@playwright/test';
import type { RegisterPage } from '#domain/register/Register.ts';
import type { Slip } from '#domain/slip/Slip.ts';
import { aControlSlip, aReceiptSlip, aSupplementSlip } from '#domain/slip/testSlips.ts';
import { openDesk } from './support/desk.ts';
import { keepPdf, readPdf } from './support/pdf.ts';
import { openSlip, serve } from './support/servedSlip.ts';
import { withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

/** Every letter with its mark, small and large, as names and places have them. */
const SMALL = 'àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ';
const WORDS = `${SMALL} ${SMALL.toLocaleUpperCase('vi')}`;
const A4_ACROSS = { width: 297, height: 210 };
const A5 = { width: 148, height: 210 };

/** The page as the printer gets it; every word of it must be found in the text a reader gets out of the file. */
async function expectPrinted(page: Page, name: string, words: string[]) {
	const file = await page.pdf({ preferCSSPageSize: true });
	await keepPdf(file, name);
	const sheet = readPdf(file);
	const text = withoutSpaces(sheet.text);
	expect(text).not.toContain('\uFFFD');
	for (const word of words.flatMap((line) => line.split(/\s+/)))
		expect(text, `${name}: ${word}`).toContain(withoutSpaces(word.normalize('NFC')));
	// A font that is only named is another one on the next machine, with other letters or none.
	const described = [
		...file.toString('latin1').matchAll(/\/Type\s*\/FontDescriptor\b[\s\S]*?endobj/g)
	];
	expect(described.length, `${name}: fonts`).toBeGreaterThan(0);
	for (const [object] of described)
		expect(object, `${name}: embedded`).toMatch(/\/FontFile[23]?\s+\d+\s+0\s+R/);
	return sheet;
}

/** Forty lines, so that the register has a second sheet. */
const registerPage: RegisterPage = {
	rows: Array.from({ length: 40 }, (_, index) => ({
		own: false as const,
		number: index + 1,
		id: `id-${index}`,
		code: `H99.01-261125-${String(index + 1).padStart(4, '0')}`,
		receivedAt: '2026-11-25T09:05',
		cursor: `at-${index}`,
		procedure: 'Đăng ký khai sinh',
		sets: 1,
		status: 10,
		applicant: index === 39 ? WORDS : 'Nguyễn Thị Huyền Trữ',
		address: 'Thôn Hạ, xã Bến Đò, tỉnh Đồng Lúa',
		phone: '0912345678',
		subject: 'Nguyễn Thị Hoài Ân',
		department: 'Tư pháp – Hộ tịch',
		dueDate: '2026-11-30',
		firstDueDate: '2026-11-27',
		finishedAt: '2026-11-30T10:00',
		returnedAt: '2026-11-30T14:00',
		timeliness: 'late' as const,
		electronic: true,
		recipient: 'Lê Văn Quỳnh',
		proxy: true,
		parcel: null,
		blank: false
	})),
	more: false,
	head: {
		formSet: 'TT 03/2025/TT-VPCP',
		formNumber: '07',
		formTitle: 'Sổ theo dõi hồ sơ',
		agency: {
			name: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
			parentName: 'ỦY BAN NHÂN DÂN XÃ BẾN ĐÒ',
			place: 'Bến Đò'
		},
		yearIsOver: true,
		openBlanks: 0,
		closing: {
			lines: 40,
			firstCode: 'H99.01-261125-0001',
			lastCode: 'H99.01-261125-0040',
			sha256: 'a'.repeat(64),
			by: 'Ngô Văn Ký',
			at: '2027-01-04T08:00',
			intact: true
		}
	}
};

test('what is printed keeps every Vietnamese letter, in fonts that travel with the file', async ({
	devices
}) => {
	test.setTimeout(300_000);
	const page = await openDesk(devices, 'receiver');
	let served: Slip = aReceiptSlip;
	await serve(page, () => served);
	for (const [name, slip, words] of [
		['Mẫu 01', aReceiptSlip, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'],
		['Mẫu 02', aSupplementSlip, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'],
		['Phiếu kiểm soát', aControlSlip, 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ']
	] as const)
		await test.step(name, async () => {
			served = { ...slip, subject: WORDS };
			await openSlip(page, words);
			const sheet = await expectPrinted(page, `printed-${slip.form}`, [
				WORDS,
				words,
				'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
				'Giấy chứng sinh'
			]);
			for (const size of sheet.pages) expect(size).toEqual(A5);
		});

	await test.step('the register', async () => {
		const noted: unknown[] = [];
		await page.route('**/rest/v1/rpc/register_page', (route) =>
			route.fulfill({ json: registerPage })
		);
		await page.route('**/rest/v1/rpc/note_register_print', (route) => {
			noted.push(route.request().postDataJSON());
			return route.fulfill({ json: { printId: crypto.randomUUID() } });
		});
		await page.goto('/in/so-theo-doi?nam=2026');
		await expect(
			page.getByRole('heading', { level: 1, name: 'SỔ THEO DÕI HỒ SƠ – 2026' })
		).toBeVisible();
		const sheet = await expectPrinted(page, 'printed-register', [
			WORDS,
			'Mẫu số 07 – TT 03/2025/TT-VPCP',
			'Phương thức nhận kết quả',
			'Ủy quyền, tại một cửa, bản điện tử',
			'Lê Văn Quỳnh (nhận thay)',
			'Quá hạn. Hẹn lần đầu 27/11/2026',
			'Sổ đã khóa. Người khóa: Ngô Văn Ký'
		]);
		expect(sheet.pages.length).toBeGreaterThan(1);
		for (const size of sheet.pages) expect(size).toEqual(A4_ACROSS);
		// Every sheet says what its columns are.
		for (const text of sheet.pageTexts.slice(0, -1))
			expect(withoutSpaces(text)).toContain(withoutSpaces('Mã hồ sơ'));
		await expect.poll(() => noted.length).toBeGreaterThan(0);
	});
});
