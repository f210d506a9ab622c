import type { Page } from '@playwright/test';
import { panelOf, receive } from '../support/desk.ts';
import type { Role } from '../support/office.ts';
import {
	fillDate,
	judgeRestRight,
	openLine,
	refuse,
	resume,
	sendSupplement
} from '../support/supplement.ts';
import { expect } from '../support/test.ts';
import { mondayIn, type Setting } from './byCall.ts';
import { plain, type Step } from './matters.ts';

/** The pages of the people who work today, each signed in. */
export type Desks = Record<'receiver' | 'officer' | 'approver' | 'leader', Page>;

type Screen = { role: keyof Desks & Role; press: (page: Page, setting: Setting) => Promise<void> };

/** Opens the dossier at the desk of whoever does the step, and does it. */
export async function doOnScreen(
	desks: Desks,
	setting: Setting,
	dossierId: string,
	step: Step
): Promise<void> {
	const screen = SCREENS[plain(step)];
	if (!screen) throw new Error(`${step} has no screen here`);
	const page = desks[screen.role];
	await page.goto(`/can-bo/ho-so/${dossierId}`);
	await expect(page.getByRole('heading', { level: 2, name: 'Việc của bạn bây giờ' })).toBeVisible();
	await screen.press(page, setting);
}

const SCREENS: Partial<Record<string, Screen>> = {
	receive: {
		role: 'receiver',
		press: async (page) => {
			await judgeAllRight(page);
			await receive(page);
		}
	},
	supplement: {
		role: 'receiver',
		press: async (page) => {
			await openSupplement(page);
			await judgeFirstMissing(page);
			await sendSupplement(page, { until: 5 });
		}
	},
	'supplement-again': {
		role: 'leader',
		press: async (page) => {
			await openSupplement(page);
			await judgeFirstMissing(page);
			await sendSupplement(page, { until: 5, again: 'Giấy mang đến là của người khác.' });
		}
	},
	resume: { role: 'receiver', press: (page) => resume(page) },
	refuse: {
		role: 'receiver',
		press: async (page) => {
			await refuse(page, 'Người được giám hộ ở xã khác.', 'UBND xã Bến Cát');
		}
	},
	stop: {
		role: 'receiver',
		press: async (page) => {
			await page.getByRole('button', { name: 'Dừng hồ sơ' }).click();
			await expect(page.getByText('Đã dừng hồ sơ theo yêu cầu của người dân.')).toBeVisible();
		}
	},
	start: {
		role: 'officer',
		press: async (page) => {
			await page.getByRole('button', { name: 'Nhận việc' }).click();
			await expect(page.getByText('Đã nhận việc.')).toBeVisible();
		}
	},
	assign: {
		role: 'leader',
		press: async (page, { officerName }) => {
			const panel = panelOf(page);
			await panel.getByText('Giao việc cho một cán bộ').click();
			await panel.getByLabel('Giao cho').selectOption(officerName);
			await panel.getByLabel('Lý do').filter({ visible: true }).fill('Chia đều việc trong phòng');
			await panel.getByRole('button', { name: 'Giao việc' }).click();
			await expect(panel.getByText('Đã giao việc', { exact: true })).toBeVisible();
		}
	},
	pass: {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Chuyển việc cho đồng nghiệp').click();
			await panel.getByLabel('Chuyển cho').selectOption('Lò Văn Giúp');
			await panel.getByLabel('Lý do').filter({ visible: true }).fill('Chiều nay đi xác minh');
			await panel.getByRole('button', { name: 'Chuyển việc' }).click();
			await expect(panel.getByText('Việc này của Lò Văn Giúp.')).toBeVisible();
		}
	},
	move: {
		role: 'leader',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Chuyển sang phòng khác').click();
			await panel.getByLabel('Phòng nhận').selectOption('Văn hóa – Xã hội');
			await panel.getByLabel('Lý do').filter({ visible: true }).fill('Đúng việc của phòng bên');
			await panel.getByRole('button', { name: 'Chuyển phòng' }).click();
			await expect(panel.getByText('Đã chuyển hồ sơ sang phòng khác')).toBeVisible();
		}
	},
	consult: {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Hỏi ý kiến một cơ quan').click();
			await panel.getByLabel('Cơ quan được hỏi').fill('Công an xã Bến Đò');
			await panel.getByLabel('Hỏi điều gì').fill('Thửa đất có tranh chấp không?');
			await fillDate(page, 'Hạn trả lời', mondayIn(14));
			await panel.getByRole('button', { name: 'Ghi việc hỏi ý kiến' }).click();
			await expect(panel.getByText('Đã ghi việc hỏi ý kiến')).toBeVisible();
		}
	},
	'consult-answer': {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Ghi ý kiến trả lời: Công an xã Bến Đò').click();
			await panel.getByLabel('Nội dung trả lời').fill('Không có tranh chấp.');
			await panel.getByRole('button', { name: 'Ghi ý kiến' }).click();
			await expect(panel.getByText('Đã ghi ý kiến của cơ quan được hỏi')).toBeVisible();
		}
	},
	'stage-done': {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByRole('button', { name: /^Xong bước này/ }).click();
			await expect(panel.getByText('Đã ghi xong bước này')).toBeVisible();
		}
	},
	'part-add': {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Thêm phần việc', { exact: true }).click();
			await panel.getByRole('button', { name: 'Thêm một phần nữa' }).click();
			const first = panel.getByRole('group', { name: 'Phần 1', exact: true });
			await first.getByLabel('Tên phần việc').fill('Đăng ký thường trú');
			await first.getByLabel('Cơ quan làm').fill('Công an xã Bến Đò');
			const second = panel.getByRole('group', { name: 'Phần 2', exact: true });
			await second.getByLabel('Tên phần việc').fill('Cấp thẻ bảo hiểm y tế');
			await second.getByLabel('Cơ quan làm').fill('Bảo hiểm xã hội huyện');
			await second.getByLabel('Khi nào bắt đầu').selectOption('Sau phần 1: Đăng ký thường trú');
			await panel.getByRole('button', { name: 'Ghi các phần việc' }).click();
			await expect(panel.getByText('Chờ phần 1 kết thúc')).toBeVisible();
		}
	},
	'part-step': {
		role: 'officer',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Xong: Đăng ký thường trú', { exact: true }).click();
			await panel.getByRole('button', { name: /^Ghi là đã xong/ }).click();
			await expect(panel.getByText(/^Xong ngày /)).toBeVisible();
		}
	},
	external: {
		role: 'receiver',
		press: async (page) => {
			const panel = panelOf(page);
			await panel.getByText('Ghi mã của hồ sơ ở hệ thống khác').click();
			await panel.getByLabel('Hệ thống', { exact: true }).fill('Phần mềm hộ tịch của Bộ Tư pháp');
			await panel.getByLabel('Mã ở hệ thống đó').fill('G01.11-20261126-0000031');
			await panel.getByLabel('Trạng thái ở hệ thống đó').fill('Đã tiếp nhận');
			await panel.getByRole('button', { name: 'Ghi lại' }).click();
			await expect(panel.getByText('Đã ghi mã và trạng thái ở hệ thống kia')).toBeVisible();
		}
	},
	fee: {
		role: 'receiver',
		press: async (page) => {
			await openLine(page, 'Thu phí, lệ phí');
			await page.getByRole('radio', { name: 'Tiền mặt' }).check();
			await page.getByRole('textbox', { name: /^Ký hiệu biên lai/ }).fill('AB/26E');
			await page.getByRole('textbox', { name: /^Số biên lai/ }).fill('0000032');
			await page.getByRole('button', { name: 'Ghi đã thu' }).click();
			await expect(page.getByText(/^Đã ghi thu /)).toBeVisible();
		}
	},
	bill: {
		role: 'officer',
		press: async (page) => {
			await page.keyboard.press('p');
			await page.keyboard.type('250.000');
			await page.getByRole('textbox', { name: 'Nộp khoản gì' }).fill('Thuế thu nhập');
			await page.getByRole('textbox', { name: 'Số thông báo nộp tiền' }).fill('31/TB-CCT');
			await page.getByRole('button', { name: 'Gửi yêu cầu nộp tiền' }).click();
			await expect(page.getByText(/^Đã gửi yêu cầu nộp tiền\./)).toBeVisible();
		}
	},
	paid: {
		role: 'receiver',
		press: async (page) => {
			await page.getByRole('radio', { name: 'Chuyển khoản' }).check();
			await page.getByRole('textbox', { name: /^Mã giao dịch/ }).fill('FT26330123456');
			await page.getByRole('button', { name: 'Đã nộp đủ, giải quyết tiếp' }).click();
			await expect(page.getByText(/^Đã ghi nhận nộp tiền\./)).toBeVisible();
		}
	},
	extend: {
		role: 'approver',
		press: async (page) => {
			await page.keyboard.press('h');
			await page.getByRole('textbox', { name: 'Vì sao chưa xong' }).fill('Chờ xác minh nơi ở.');
			await fillDate(page, /^Ngày hẹn mới/, mondayIn(21));
			await page.getByRole('button', { name: 'Xin lỗi và hẹn lại', exact: true }).click();
			await expect(page.getByText(/^Đã hẹn lại\. Văn bản xin lỗi số /)).toBeVisible();
		}
	},
	halt: {
		role: 'approver',
		press: async (page) => {
			await page.keyboard.press('d');
			await page.getByRole('radio', { name: /^Dừng giải quyết/ }).check();
			await page
				.getByRole('textbox', { name: 'Lý do', exact: true })
				.fill('Người này đang hưởng trợ cấp ở xã khác.');
			await page.getByRole('textbox', { name: 'Căn cứ pháp lý' }).fill('Điều 6 Nghị định 20/2021');
			await page.getByRole('button', { name: 'Dừng và lập phiếu' }).click();
			await expect(page.getByText(/^Đã dừng giải quyết\. Phiếu số /)).toBeVisible();
		}
	},
	finish: {
		role: 'approver',
		press: async (page) => {
			await page.getByRole('textbox', { name: /^Số của kết quả/ }).fill('32/KQ-2026');
			await page.getByRole('button', { name: 'Ghi kết quả đã ký' }).click();
			await expect(page.getByText(/^Đã ghi kết quả\./)).toBeVisible();
		}
	},
	correct: {
		role: 'approver',
		press: async (page) => {
			await page.keyboard.press('s');
			await page
				.getByRole('textbox', { name: 'Sai ở đâu, sửa thế nào' })
				.fill('Sai tên đệm, đã sửa lại.');
			await page.getByRole('radio', { name: 'Do cơ quan' }).check();
			await page.getByRole('textbox', { name: /^Số của kết quả|^Số mới/ }).fill('33/KQ-2026');
			await page.getByRole('button', { name: 'Cấp lại kết quả' }).click();
			await expect(page.getByText(/^Đã cấp lại kết quả\./)).toBeVisible();
		}
	},
	return: {
		role: 'receiver',
		press: async (page) => {
			await page.getByRole('textbox', { name: 'Họ và tên người nhận' }).fill('Quàng Văn Nhận');
			await page.getByRole('button', { name: 'Đã trả kết quả' }).click();
			await expect(page.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible();
		}
	},
	'return by post': {
		role: 'receiver',
		press: async (page) => {
			await page.getByRole('radio', { name: /^Gửi qua bưu điện/ }).check();
			await page.getByRole('textbox', { name: /^Người nhận ghi trên/ }).fill('Quàng Thị Mười Ba');
			await page.getByRole('textbox', { name: /^Địa chỉ ghi trên/ }).fill('Thôn Đoài, xã Bến Đò');
			await page.getByRole('textbox', { name: /^Số bưu gửi/ }).fill('EE123456789VN');
			await page.getByRole('button', { name: 'Đã gửi bưu điện' }).click();
			await expect(page.getByText('Đã trả kết quả. Hồ sơ kết thúc.')).toBeVisible();
		}
	},
	'return to a proxy': {
		role: 'receiver',
		press: async (page) => {
			await page.getByRole('radio', { name: 'Người được ủy quyền' }).check();
			await page.getByRole('textbox', { name: 'Họ và tên người nhận' }).fill('Quàng Văn Cháu');
			await page
				.getByRole('textbox', { name: /^Giấy tờ người nhận thay đưa xem/ })
				.fill('Giấy ủy quyền ngày hôm qua');
			await page.getByRole('button', { name: 'Đã trả kết quả' }).click();
			await expect(page.getByText('Người nhận thay: Quàng Văn Cháu')).toBeVisible();
		}
	}
};

async function openSupplement(page: Page): Promise<void> {
	const line = page.locator('summary').filter({ hasText: 'Yêu cầu bổ sung giấy tờ' });
	if (await line.isVisible()) await line.click();
}

/** The first paper of the list is missing, the others are right. */
async function judgeFirstMissing(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Thiếu', exact: true }).first().check();
	await page
		.getByRole('textbox', { name: /^Lý do ?: / })
		.first()
		.fill('Hồ sơ chưa có giấy này.');
	// Nobody asked this person's case at the counter.
	const perhaps = page.getByRole('group', { name: /có thể cần/ });
	for (let at = 0; at < (await perhaps.count()); at += 1)
		await perhaps.nth(at).getByRole('radio', { name: 'Không cần', exact: true }).check();
	await judgeRestRight(page);
}

async function judgeAllRight(page: Page): Promise<void> {
	const verdicts = page.getByRole('radio', { name: 'Đúng', exact: true });
	await verdicts.first().check();
	await judgeRestRight(page);
	if ((await verdicts.count()) === 2) await verdicts.last().check();
}
