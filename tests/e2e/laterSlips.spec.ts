import type { Slip } from '#domain/slip/Slip.ts';
import { aHaltSlip, aLaterRefusalSlip, anExtensionSlip } from '#domain/slip/testSlips.ts';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { head, lookup, NAME, openSlip, person, serve } from './support/servedSlip.ts';
import { expectNothingCut, expectText, printed } from './support/sheet.ts';
import { expect, test } from './support/test.ts';

test('Mẫu 04, Mẫu 05 and Mẫu 03 after receipt on paper, word for word', async ({ devices }) => {
	const page = await openDesk(devices, 'receiver');
	let slip: Slip = anExtensionSlip;
	const examiner = new Examiner();
	await serve(page, () => slip);
	const old = 'TT 01/2018/TT-VPCP';
	const office = 'Trung tâm Phục vụ hành chính công xã Bến Đò';
	const received = 'Hồ sơ nhận lúc: 09 giờ 05 phút, Thứ Tư, 25/11/2026.';
	const help = 'Chưa rõ, gọi Lê Văn Tiếp: 0221 3000 001.';
	const rights = 'Không đồng ý, Ông (Bà) có quyền kiến nghị, khiếu nại theo quy định.';
	const signer = 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký và ghi rõ họ tên) Ngô Văn Ký';
	const back = [
		'Bản chính trả lại Ông (Bà):',
		'1. Giấy chứng sinh',
		'Mời Ông (Bà) đến quầy nhận lại, mang theo giấy hẹn và giấy tờ tùy thân.'
	];
	const apology = [
		received,
		'Ngày hẹn trả trước đây: Thứ Hai, 30/11/2026.',
		`${office} không kịp giải quyết xong hồ sơ này vào ngày đã hẹn. Chúng tôi xin lỗi Ông (Bà) vì sự chậm trễ này.`,
		'Lý do: Chờ xác minh nơi sinh của cháu bé ở bệnh viện huyện.',
		'Hẹn trả kết quả vào: Thứ Năm, 03/12/2026',
		help
	];
	const once =
		'Chúng tôi chỉ hẹn lại một lần này. Khi đến nhận, mang theo giấy hẹn và giấy tờ tùy thân.';
	const sheets: [string, Slip, string, string[], string[]][] = [
		[
			'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT',
			anExtensionSlip,
			'Kính gửi Ông (Bà)',
			apology,
			[once, signer]
		],
		[
			'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
			{
				...anExtensionSlip,
				formSet: old,
				formTitle: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả'
			},
			'Kính gửi Ông (Bà)',
			apology,
			[once, signer]
		],
		[
			'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
			aHaltSlip,
			'Kính gửi Ông (Bà)',
			[
				received,
				`${office} dừng giải quyết hồ sơ này, vì:`,
				'Cháu bé đã được đăng ký khai sinh ở nơi khác.',
				'Căn cứ: khoản 2 Điều 16 Luật Hộ tịch',
				...back,
				help
			],
			[rights, signer]
		],
		[
			'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
			aLaterRefusalSlip,
			'Hồ sơ của Ông (Bà)',
			[
				received,
				`Sau khi xem xét, ${office} từ chối giải quyết hồ sơ này với lý do cụ thể như sau:`,
				'Giấy chứng sinh không do cơ sở y tế nào cấp.',
				'Căn cứ: khoản 1 Điều 16 Luật Hộ tịch',
				...back,
				help
			],
			[rights, 'NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị Bưởi', signer]
		]
	];
	for (const [title, one, label, body, end] of sheets) {
		await test.step(title, async () => {
			slip = { ...one, subject: NAME };
			await openSlip(page, title);
			const sheet = await printed(page, `${one.form}-${title}`);
			expect(sheet.pages).toHaveLength(1);
			expectText(sheet, [
				...head(one.form, one.formSet, one.number),
				title,
				'Mã hồ sơ: H99.01-261125-0001',
				...person(label),
				...body,
				...lookup(page, 'mã hồ sơ'),
				...end
			]);
			await expectNothingCut(page);
			await examiner.examine(page, `later slip ${one.form}: ${title}`, 'staff');
		});
	}
});

test('who prints a paper of what has ended once more says why, also by Ctrl+P', async ({
	devices
}) => {
	// The dossier of a served slip, to which Esc leads, is no dossier of this office.
	devices.tolerate(/rpc\/staff_dossier/);
	const page = await openDesk(devices, 'receiver');
	const { noted, reasons } = await serve(page, () => aHaltSlip, { prints: 1, ended: true });
	await page.addInitScript(() => {
		window.print = () => void (document.body.dataset.printed = 'yes');
	});
	await openSlip(page, 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ');
	const why = page.getByLabel('Lý do in lại');
	for (const ask of [
		() => page.keyboard.press('Control+p'),
		() => page.getByRole('button', { name: 'In giấy này' }).click()
	]) {
		await ask();
		await expect(page.getByText('Hồ sơ đã kết thúc. Viết lý do in lại')).toBeVisible();
		await expect(why).toBeFocused();
	}
	expect(noted).toEqual([]);
	await why.fill('Người dân làm mất tờ trước');
	await page.keyboard.press('Control+p');
	await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
	expect(reasons).toEqual(['Người dân làm mất tờ trước']);
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/can-bo\/ho-so\//);
});
