import type { Page } from '@playwright/test';
import { openDesk } from './support/desk.ts';
import { Examiner } from './support/examine.ts';
import { askAsCitizen, askOffice } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { receiveAtDesk } from './support/receiveAtDesk.ts';
import { expect, test } from './support/test.ts';

const REMARK = 'Cô ở quầy số hai hướng dẫn rất kỹ';
const COMPLAINT = 'Tôi phải chờ từ bảy giờ đến mười giờ mới đến lượt';
const ANSWER = 'Chúng tôi xin lỗi. Từ tuần sau quầy mở thêm một người.';

test('a slip is answered by keyboard, a complaint by the leader', async ({ devices }) => {
	test.setTimeout(240_000);
	const examiner = new Examiner();
	const page = await (await devices.newPhone()).newPage();
	const leader = await openDesk(devices, 'leader');

	await test.step('the code of a slip opens the survey; the keyboard answers it', async () => {
		const codes = await Promise.all(Array.from({ length: 5 }, (_, at) => surveyCode(at)));
		for (const code of codes.slice(1))
			expect(
				await askAsCitizen('send_survey', {
					id: crypto.randomUUID(),
					code,
					version: 1,
					answers: { overall: 'satisfied', attitude: 'good' }
				})
			).toEqual({ taken: true });
		await page.goto('/danh-gia');
		await examiner.examine(page, 'survey', 'citizen');
		await page.goto(`/danh-gia#${codes[0]}`);
		await expect(page).toHaveURL(/#cau-1$/);
		for (let at = 1; at <= 9; at += 1) await choose(page, at, 0);
		await page.goBack();
		await expect(page.getByText('Câu 9 trên 11')).toBeVisible();
		await expect(page.getByRole('radio').nth(0)).toBeChecked();
		await examiner.examine(page, 'survey: a question', 'citizen');
		await choose(page, 9, 0);
		await page.getByRole('button', { name: 'Tiếp tục' }).press('Enter');
		await expect(page.getByRole('alert').getByText('Hãy chọn một dòng.')).toBeVisible();
		await choose(page, 10, 0);
		await page.getByRole('textbox', { name: 'Lời của bạn' }).fill(REMARK);
		await examiner.examine(page, 'survey: remark', 'citizen');
		await page.getByRole('button', { name: 'Gửi đánh giá' }).press('Enter');
		await expect(page.getByRole('heading', { name: 'Đã gửi. Cảm ơn bạn!' })).toBeVisible();
		await keepPicture(page, 'feedback-thanks');
	});

	await test.step('the leader sees the share with its n', async () => {
		await leader.getByText('Mục khác').click();
		await leader.getByRole('link', { name: 'Mức độ hài lòng' }).click();
		await expect(leader.getByText('100 % hài lòng hoặc rất hài lòng, trên 5 phiếu')).toBeVisible();
		await expect(leader.getByText(`Rất hài lòng: ${REMARK}`)).toBeVisible();
		// What only one of the five answered is not shown.
		await expect(
			leader.getByRole('rowheader', { name: 'Cán bộ đón tiếp bạn thế nào?' })
		).toBeVisible();
		await expect(leader.getByText('Khi bạn hỏi, cán bộ giải thích')).toHaveCount(0);
		await examiner.examine(leader, 'satisfaction', 'staff');
	});

	await test.step('a complaint is kept while it is written, and sent', async () => {
		await page.goto('/gop-y');
		await page.getByRole('radio', { name: /^Phản ánh:/ }).check();
		await page.getByRole('radio', { name: 'Thái độ hoặc cách làm của cán bộ' }).check();
		await page.getByRole('textbox', { name: 'Bạn muốn nói gì?' }).fill(COMPLAINT);
		await page.reload();
		await expect(page.getByRole('textbox', { name: 'Bạn muốn nói gì?' })).toHaveValue(COMPLAINT);
		await examiner.examine(page, 'complaint', 'citizen');
		await page.getByRole('button', { name: 'Gửi', exact: true }).click();
		await expect(page.getByRole('heading', { name: 'Đã nhận. Cảm ơn bạn!' })).toBeVisible();
		await examiner.examine(page, 'complaint: receipt', 'citizen');
	});

	await test.step('the leader takes it up and answers', async () => {
		const code = await page.getByText(/^PA-\w{4}-\w{4}$/).innerText();
		await leader.goto('/can-bo/gop-y');
		await leader.getByRole('button', { name: code }).click();
		await expect(leader.getByText(COMPLAINT)).toBeVisible();
		await examiner.examine(leader, 'complaints', 'staff');
		await step(leader, 'Nhận giải quyết');
		await expect(leader.getByRole('row').filter({ hasText: code })).toContainText(
			'Đang giải quyết'
		);
		await step(leader, /^Trả lời/, ANSWER);
		await expect(leader.getByText(`${code}: Đã ghi.`)).toBeVisible();
		await keepPicture(leader, 'feedback-answered');
	});

	await test.step('the sender reads the answer by the codes', async () => {
		await page.getByRole('link', { name: 'Xem trả lời' }).click();
		await expect(page.getByText(ANSWER)).toBeVisible();
		await examiner.examine(page, 'complaint status', 'citizen');
	});
});

/** Chooses an answer on this page and goes on, with nothing but the keyboard. */
async function choose(page: Page, at: number, option: number): Promise<void> {
	await expect(page.getByText(`Câu ${at} trên 11`)).toBeVisible();
	const radio = page.getByRole('radio').nth(option);
	await radio.press('Space');
	await radio.press('Enter');
}

async function step(page: Page, name: string | RegExp, text?: string): Promise<void> {
	await page.getByRole('radio', { name }).check();
	if (text) await page.getByRole('textbox', { name: 'Câu trả lời' }).fill(text);
	await page.getByRole('button', { name: 'Ghi lại' }).click();
}

/** The code on the receipt of a birth registration that is filed and received at the counter now. */
async function surveyCode(at: number): Promise<string> {
	const { slipId } = await receiveAtDesk(crypto.randomUUID(), `Đào Văn Điểm ${at}`, 'Đào Thị Chấm');
	const { snapshot } = (await askOffice('receiver', 'staff_slip', { slipId })) as {
		snapshot: { surveyCode: string };
	};
	return snapshot.surveyCode;
}
