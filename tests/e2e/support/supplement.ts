import type { Page } from '@playwright/test';
import { verdictOf } from './desk.ts';
import { expect } from './test.ts';

type Verdict = 'Đúng' | 'Sai' | 'Thiếu' | 'Không cần';

/** Says what is found at a paper; a wrong or missing one takes a reason, in the words of the list or one's own. */
export async function judgePaper(
	page: Page,
	name: string,
	verdict: Verdict,
	reason?: string
): Promise<void> {
	await verdictOf(page, name, verdict).check();
	if (reason !== undefined)
		await page.getByRole('textbox', { name: new RegExp(`^Lý do ?: ${name}`) }).fill(reason);
}

/** Marks as right whatever nobody has judged yet; does nothing when only one paper or none is left. */
export async function judgeRestRight(page: Page): Promise<void> {
	const rest = page.getByRole('button', { name: /^Đánh dấu đúng \d+ giấy còn lại$/ });
	if (await rest.isVisible()) await rest.click();
}

/** Writes a date YYYY-MM-DD into the three boxes under its legend. */
export async function fillDate(page: Page, legend: string | RegExp, date: string): Promise<void> {
	const [year = '', month = '', day = ''] = date.split('-');
	const boxes = page.getByRole('group', { name: legend });
	await boxes.getByRole('textbox', { name: 'Ngày' }).fill(day);
	await boxes.getByRole('textbox', { name: 'Tháng' }).fill(month);
	await boxes.getByRole('textbox', { name: 'Năm' }).fill(year);
}

/**
 * Sends the slip that the judged papers call for. `until`: a date, or how many working days from today by its button;
 * `again`: the leader's reason for a second slip. Gives the slip's number.
 */
export async function sendSupplement(
	page: Page,
	{ until, note, again }: { until: string | 3 | 5 | 10; note?: string; again?: string }
): Promise<string> {
	if (typeof until === 'string') await fillDate(page, 'Bổ sung chậm nhất ngày', until);
	else await page.getByRole('button', { name: `${until} ngày làm việc`, exact: true }).click();
	if (note) await page.getByRole('textbox', { name: /^Lời dặn thêm/ }).fill(note);
	if (again) {
		await page.getByRole('textbox', { name: 'Vì sao phải yêu cầu lần nữa' }).fill(again);
		await page.getByRole('checkbox', { name: /^Tôi hiểu: hồ sơ này sẽ bị tính/ }).check();
	}
	await page.getByRole('button', { name: 'Gửi phiếu yêu cầu bổ sung' }).click();
	const done = page.getByText(/^Đã gửi phiếu yêu cầu bổ sung số /);
	await expect(done).toBeVisible();
	return (await done.innerText()).replace('Đã gửi phiếu yêu cầu bổ sung số ', '');
}

/** The box with one round of asking for papers, the first being 1. */
export function roundOf(page: Page, round: number) {
	const heading = page.getByRole('heading', { name: `Yêu cầu bổ sung lần ${round}` });
	return page.locator('section').filter({ has: heading }).last();
}

/** Answers the citizen's question on the open round. */
export async function replyToCitizen(page: Page, text: string): Promise<void> {
	const box = page.getByRole('textbox', { name: 'Trả lời cho người dân' });
	if (!(await box.isVisible())) await openLine(page, 'Viết trả lời cho người dân');
	await box.fill(text);
	await page.getByRole('button', { name: 'Gửi trả lời' }).click();
	await expect(page.getByText('Đã gửi trả lời cho người dân.')).toBeVisible();
}

/** Goes on with a received dossier whose papers have come; `brought`: what was handed over at the desk. */
export async function resume(page: Page, { brought = [] }: { brought?: string[] } = {}) {
	const form = page.getByRole('group', { name: 'Giấy nhận tại quầy' });
	for (const name of brought) await form.getByRole('checkbox', { name }).check();
	await page.getByRole('button', { name: 'Đã nhận đủ, giải quyết tiếp' }).click();
	await expect(page.getByText(/^Đã nhận đủ bổ sung\. Ngày hẹn mới: /)).toBeVisible();
}

/** Refuses the dossier; gives the number of Mẫu 03. */
export async function refuse(page: Page, reason: string, rightPlace?: string): Promise<string> {
	await openLine(page, 'Từ chối hồ sơ');
	await page.getByRole('textbox', { name: 'Lý do từ chối' }).fill(reason);
	if (rightPlace) await page.getByRole('textbox', { name: /^Nơi đúng để nộp/ }).fill(rightPlace);
	await page.getByRole('button', { name: 'Từ chối và lập phiếu' }).click();
	const done = page.getByText(/^Đã từ chối\. Phiếu số /);
	await expect(done).toBeVisible();
	return (await done.innerText()).replace('Đã từ chối. Phiếu số ', '');
}

/** Records that the applicant asked at the desk to withdraw, then stops the dossier; `originals` are given back. */
export async function withdrawAtDesk(page: Page, originals: string[] = []): Promise<void> {
	await openLine(page, 'Người dân xin rút hồ sơ');
	await page.getByRole('button', { name: 'Ghi yêu cầu rút hồ sơ' }).click();
	await expect(page.getByText(/^Đã ghi yêu cầu rút\./)).toBeVisible();
	for (const name of originals) await page.getByRole('checkbox', { name }).check();
	await page.getByRole('button', { name: 'Dừng hồ sơ' }).click();
	await expect(page.getByText('Đã dừng hồ sơ theo yêu cầu của người dân.')).toBeVisible();
}

/** Opens a line that something waits behind. */
export async function openLine(page: Page, summary: string): Promise<void> {
	await page.locator('summary').filter({ hasText: summary }).click();
}
