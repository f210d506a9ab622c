import type { Slip } from '#domain/slip/Slip.ts';
import { aReceiptSlip, aRefusalSlip, aSupplementSlip } from '#domain/slip/testSlips.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { keepPicture } from './support/pictures.ts';
import { head, lookup, NAME, openSlip, person, serve, survey } from './support/servedSlip.ts';
import { expectNothingCut, expectText, printed, withoutSpaces } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

const FORM_SETS = ['TT 01/2018/TT-VPCP', 'TT 03/2025/TT-VPCP'];
/** 120 letters without a space, with marks above marks. */
const LONG_NAME = 'GiấyChứngNhậnQuyềnSởHữuNhàỞẵỷỡ'.repeat(4);

test('Mẫu 02 and 03 on paper, word for word, in both form sets', async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	let slip: Slip = aSupplementSlip;
	const examiner = new Examiner();
	await serve(page, () => slip);
	for (const formSet of FORM_SETS) {
		await test.step(`Mẫu 02, ${formSet}`, async () => {
			slip = { ...aSupplementSlip, formSet, subject: NAME };
			await openSlip(page, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
			const sheet = await printed(page, `02-${formSet}`);
			expect(sheet.pages).toHaveLength(1);
			expectText(sheet, [
				...head('02', formSet, '00002/2026'),
				'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
				'Mã đăng ký: DK-7K3M-XQ2P',
				...person('Hồ sơ của Ông (Bà)'),
				'Yêu cầu Ông (Bà) hoàn thiện hồ sơ gồm những nội dung như sau (2 mục):',
				'TT Cần mang đến hoặc sửa lại Bản chính Bản chứng thực Bản chụp',
				'1 Giấy chứng sinh Cần làm lại. Ảnh mờ, không đọc được ngày sinh 1 – –',
				'2 Giấy ủy quyền Còn thiếu. Người nộp không phải là cha hoặc mẹ – 1 2',
				'Hạn bổ sung: hết Thứ Năm, 03/12/2026',
				'Nộp tại: Trung tâm Phục vụ hành chính công xã Bến Đò, Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa.',
				'Đã nộp bằng điện thoại? Mở mục “Hồ sơ của tôi” trên chính máy đó để chụp gửi hoặc hỏi lại, không phải đến.',
				'Chưa rõ, gọi Lê Văn Tiếp: 0221 3000 001.',
				...lookup(page, 'mã đăng ký'),
				survey(page, '8HPR 5N3V'),
				'Hồ sơ chưa được tiếp nhận. Đủ giấy tờ, cơ quan mới nhận và hẹn ngày trả.',
				'Khi đến quầy, mang theo phiếu này.',
				'NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Lê Văn Tiếp'
			]);
			await expectNothingCut(page);
			await examiner.examine(page, 'supplement slip', 'staff');
		});
		await test.step(`Mẫu 03, ${formSet}`, async () => {
			slip = { ...aRefusalSlip, formSet, subject: NAME };
			await openSlip(page, 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ');
			const sheet = await printed(page, `03-${formSet}`);
			expect(sheet.pages).toHaveLength(1);
			expectText(sheet, [
				...head('03', formSet, '00003/2026'),
				'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
				'Mã đăng ký: DK-7K3M-XQ2P',
				...person('Hồ sơ của Ông (Bà)'),
				'Qua xem xét, Trung tâm Phục vụ hành chính công xã Bến Đò không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
				'Cháu bé sinh ở xã khác và cha mẹ không cư trú tại xã Bến Đò.',
				'Nơi giải quyết việc này: Ủy ban nhân dân xã Đồng Sậy',
				'Giấy tờ đã nộp: trả lại Ông (Bà) cùng phiếu này.',
				'Chưa rõ, gọi Lê Văn Tiếp: 0221 3000 001.',
				...lookup(page, 'mã đăng ký'),
				survey(page, '2QYD 71MG'),
				'Không đồng ý, Ông (Bà) có quyền kiến nghị, khiếu nại theo quy định.',
				'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị Bưởi',
				'NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Lê Văn Tiếp'
			]);
			await expectNothingCut(page);
			await examiner.examine(page, 'refusal slip', 'staff');
		});
	}
});

test('Mẫu 01 of somebody at the counter, typed in from a blank', async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	const applicant = { ...aReceiptSlip.applicant, phone: '', email: '', citizenId: '' };
	const formSet = 'TT 01/2018/TT-VPCP';
	const slip = { ...aReceiptSlip, formSet, applicant, channel: 1, subject: NAME, blank: true };
	await serve(page, () => slip);
	await openSlip(page, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ');
	const sheet = await printed(page, '01-counter');
	expect(sheet.pages).toHaveLength(1);
	expectText(sheet, [
		...head('01', formSet, '00001/2026'),
		'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
		'Mã hồ sơ: H99.01-261125-0001',
		'Tiếp nhận hồ sơ của Ông (Bà): Trần Thị Bưởi (Nộp tại quầy)',
		'Địa chỉ: Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
		'Nội dung yêu cầu giải quyết: Thủ tục đăng ký khai sinh (1.001193)',
		`Chủ hồ sơ: ${NAME}. Địa chỉ: Thôn Hạ, xã Bến Đò, tỉnh Đồng Lúa`,
		'1. Thành phần hồ sơ nộp gồm:',
		'TT Tên giấy tờ Bản chính Bản chứng thực Bản chụp',
		'1 Giấy chứng sinh 1 – –',
		'2. Số lượng hồ sơ: 01 bộ',
		'3. Thời gian giải quyết theo quy định: 3 ngày làm việc',
		'4. Thời gian nhận hồ sơ: 09 giờ 05 phút, Thứ Tư, 25/11/2026',
		'5. Thời gian trả kết quả: Thứ Hai, 30/11/2026',
		'6. Nhận kết quả tại: Trung tâm Phục vụ hành chính công xã Bến Đò, Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
		...lookup(page, 'mã hồ sơ'),
		survey(page, '4T9W Z06C'),
		'Hồ sơ nhận khi mất mạng. Giấy viết tay cùng số này vẫn có giá trị.',
		'Kết quả có thể xong trước hẹn; chúng tôi sẽ báo. Khi đến nhận, mang theo giấy này và giấy tờ tùy thân. Cần hỏi, gọi 0221 3000 000.',
		'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị Bưởi',
		'NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Lê Văn Tiếp'
	]);
	await expectNothingCut(page);
	await keepPicture(page, 'slip-01-counter');
});

test('long slips go on over the page, whole and with the head of the table again', async ({
	devices
}) => {
	const page = await openDesk(devices, 'receiver');
	const applicant = { ...aReceiptSlip.applicant, fullName: LONG_NAME, address: LONG_NAME };
	const papers = Array.from({ length: 12 }, (_, index) => ({
		name: `${LONG_NAME}${index + 1}.`,
		originals: 1,
		certified: 2,
		copies: 999
	}));
	const lines = papers.map((paper) => ({
		...paper,
		verdict: 'missing' as const,
		reason: `Thiếu chữ ký của ${NAME}.`
	}));
	const long = { applicant, subject: LONG_NAME, subjectAddress: LONG_NAME };
	const again = {
		round: 2,
		countsLate: true,
		againReason: 'Lần trước cơ quan hỏi thiếu một tờ.\nViệc này lỗi ở chúng tôi.',
		note: 'Đến trước 11 giờ.',
		code: 'H99.01-261125-0001'
	};
	const slips: [string, number, Slip, string[]][] = [
		[
			'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
			3,
			{ ...aReceiptSlip, ...long, papers },
			['NGƯỜI TIẾP NHẬN HỒ SƠ', 'Mã tra cứu: 7K3M XQ2P', 'Số căn cước/hộ chiếu: 033190001234']
		],
		[
			'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
			3,
			{ ...aSupplementSlip, ...long, ...again, lines },
			[
				'Mã hồ sơ: H99.01-261125-0001',
				'Đây là lần yêu cầu thứ 2, vì: Lần trước cơ quan hỏi thiếu một tờ. Việc này lỗi ở chúng tôi.',
				'Lần này tính là cơ quan giải quyết quá hạn. Xin lỗi Ông (Bà).',
				'(12 mục)',
				'Dặn thêm: Đến trước 11 giờ.',
				'Trong lúc chờ, ngày hẹn trả tạm dừng. Đủ giấy tờ, cơ quan sẽ hẹn ngày mới.',
				'NGƯỜI HƯỚNG DẪN'
			]
		],
		[
			'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
			2,
			{
				...aRefusalSlip,
				...long,
				reason: `${NAME} không có quyền. `.repeat(18),
				papersBack: false
			},
			['NGƯỜI TIẾP NHẬN HỒ SƠ', 'Nơi giải quyết việc này: Ủy ban nhân dân xã Đồng Sậy']
		]
	];
	let slip: Slip = aReceiptSlip;
	await serve(page, () => slip);
	for (const [title, pages, long, expected] of slips) {
		slip = long;
		await test.step(`Mẫu ${slip.form}`, async () => {
			await openSlip(page, title);
			const sheet = await printed(page, `${slip.form}-long`);
			const all = withoutSpaces(sheet.text);
			expect(sheet.pages).toHaveLength(pages);
			expect(all).not.toContain('\uFFFD');
			for (const words of expected) expect(all).toContain(withoutSpaces(words));
			if (slip.form === '03') {
				expect(all.split(withoutSpaces(`${NAME} không có quyền.`))).toHaveLength(19);
				expect(all).not.toContain(withoutSpaces('Giấy tờ đã nộp'));
			} else {
				for (const { name } of papers) expect(all).toContain(name);
				for (const text of sheet.pageTexts.slice(0, 2))
					expect(withoutSpaces(text)).toContain(withoutSpaces('Bản chính Bản chứng thực Bản chụp'));
			}
			await expectNothingCut(page);
		});
	}
});

test('every print is noted before the paper; a dead line keeps none back', async ({ devices }) => {
	devices.tolerate(/net::ERR_FAILED/);
	const page = await openDesk(devices, 'receiver');
	const { noted, line } = await serve(page, () => aSupplementSlip);
	await openSlip(page, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
	const unlogged = page.getByText('Chưa ghi nhận lần in này.');

	await test.step('by Ctrl+P', async () => {
		const sheet = await printed(page, '02-first');
		expect(sheet.text).not.toContain('in lại');
		await expect.poll(() => noted.length).toBe(1);
		await expect(page.getByText('Đã in 1 lần.')).toBeVisible();
		const second = await printed(page, '02-again');
		expect(withoutSpaces(second.text)).toMatch(/Bảninlạilần1$/);
		await expect.poll(() => noted.length).toBe(2);
	});

	await test.step('by the button', async () => {
		await page.evaluate(() => {
			window.print = () => {
				const mark = document.querySelector('article')?.textContent ?? '';
				document.body.dataset.printed = /Bản in lại lần \d+/.exec(mark)?.[0] ?? '';
			};
		});
		await page.getByRole('button', { name: 'In giấy này' }).click();
		await expect(page.locator('body')).toHaveAttribute('data-printed', 'Bản in lại lần 2');
		expect(noted).toHaveLength(3);
		expect(new Set(noted).size).toBe(3);
	});

	await test.step('with the line dead', async () => {
		await openSlip(page, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ');
		line.isDead = true;
		const sheet = await printed(page, '02-offline');
		expect(sheet.text).not.toContain('Chưa ghi nhận');
		await expect(unlogged).toBeVisible();
		expect(noted).toHaveLength(3);
		line.isDead = false;
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await expect(unlogged).toHaveCount(0);
		expect(noted).toHaveLength(4);
	});
});

test('blanks for an outage: one page each, numbered, nothing of anybody', async ({ devices }) => {
	devices.tolerate(/net::ERR_INTERNET_DISCONNECTED/);
	const page = await openDesk(devices, 'receiver');
	const { agency, formSet } = aReceiptSlip;
	await page.route('**/rest/v1/rpc/desk_setup', (route) =>
		route.fulfill({
			json: { agency: { ...agency, lookupUrl: '' }, formSet, departments: [], signers: [] }
		})
	);
	let slips = [] as object[];
	await page.route('**/rest/v1/rpc/open_blank_slips', (route) =>
		route.fulfill({ json: { slips } })
	);
	await page.goto('/in/giay-trang');
	await expect(page.getByRole('heading', { name: 'Chưa có giấy in sẵn nào' })).toBeVisible();
	slips = ['00007/2026', '00008/2026', '00009/2026'].map((number) => ({
		number,
		lookupCode: '7K3MXQ2P',
		reservedAt: '2026-11-25T02:05:00Z',
		reservedBy: 'Lê Văn Tiếp'
	}));
	await page.reload();
	await page.getByRole('checkbox', { name: 'Số 00008/2026' }).uncheck();
	await expect(page.getByRole('button', { name: 'In 2 tờ' })).toBeVisible();
	await new Examiner().examine(page, 'blanks', 'staff');
	// The page is open: from here on it must print without any line.
	await page.context().setOffline(true);
	const sheet = await printed(page, 'blanks');
	await page.context().setOffline(false);
	expect(sheet.pages).toHaveLength(2);
	sheet.pageTexts.forEach((text, index) => {
		const number = ['00007/2026', '00009/2026'][index] ?? '';
		for (const words of [
			`Mẫu số 01 – ${formSet}`,
			'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
			`Số giấy này: ${number}`,
			'Hồ sơ nhận khi mất mạng; nhập máy sau theo đúng số này.',
			'Bến Đò, ngày …… tháng …… năm …………',
			'Tiếp nhận hồ sơ của Ông (Bà):',
			'4. Thời gian nhận hồ sơ: giờ phút, ngày tháng năm 20',
			'5. Thời gian trả kết quả: giờ phút, ngày tháng năm 20',
			'Mã tra cứu: 7K3M XQ2P',
			'NGƯỜI TIẾP NHẬN HỒ SƠ'
		])
			expect(withoutSpaces(text)).toContain(withoutSpaces(words));
	});
});
