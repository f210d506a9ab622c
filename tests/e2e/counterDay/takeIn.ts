import type { Page } from '@playwright/test';
import { fillFields } from '../support/anyProcedure.ts';
import { pickMatter, tabTo } from '../support/counter.ts';
import { DEPARTMENT } from '../support/desk.ts';
import { expect } from '../support/test.ts';
import { findDossier } from './byCall.ts';
import { guardianship, plain, type Matter } from './matters.ts';

const CHANNELS = { counter: 'Tại quầy', helped: 'Nộp giúp trên mạng', post: 'Bưu điện gửi đến' };

/** The first page of the counter: what one person brings, one matter after the other. Gives the dossiers' ids. */
export async function takeIn(page: Page, matters: readonly Matter[]): Promise<string[]> {
	if (!page.url().endsWith('/can-bo/tiep-nhan')) await page.goto('/can-bo/tiep-nhan');
	await expect(page.getByRole('combobox', { name: 'Thủ tục' })).toBeFocused();
	for (const [index, matter] of matters.entries()) {
		if (index > 0) await tabTo(page, 'procedure');
		await pickMatter(page, matter.code);
		if (index === 0) await fillPerson(page, matter);
		else await chooseSubject(page, matter);
		if (matter.way === 'helped')
			await fillFields(page, { ...guardianship(matter.subject), answers: {} });
		await settleOrReceive(page, matter);
	}
	const found = await Promise.all(matters.map(({ subject }) => findDossier(subject)));
	await page.keyboard.press('Alt+n');
	await expect(page.getByRole('heading', { name: /^Đã làm cho / })).toHaveCount(0);
	return found;
}

async function fillPerson(page: Page, { subject, way }: Matter): Promise<void> {
	if (way !== 'phone' && way !== 'counter')
		await page.getByRole('radio', { name: CHANNELS[way] }).check();
	await page.getByLabel('Họ và tên').fill(subject);
	await page.getByLabel('Nơi ở', { exact: true }).fill('Thôn Đoài, xã Bến Đò');
	await page.getByLabel(way === 'post' ? 'Chưa xem' : 'Xem thẻ').check();
}

/** What else the same person brings is about somebody of the family. */
async function chooseSubject(page: Page, { subject }: Matter): Promise<void> {
	await page.getByLabel('Người khác', { exact: true }).check();
	await page.getByLabel('Tên chủ hồ sơ').fill(subject);
}

async function settleOrReceive(page: Page, { steps: [first] }: Matter): Promise<void> {
	const settled = first !== undefined && plain(first) === 'settle';
	const before = await page.getByText(/^Đã tiếp nhận H99\.01-/).count();
	const label = settled ? 'Trả kết quả ngay' : 'Tiếp nhận và lập giấy hẹn';
	await page.getByRole('radio', { name: label, exact: true }).check();
	await page.getByLabel(settled ? 'Phòng giải quyết' : 'Chuyển cho phòng').selectOption(DEPARTMENT);
	if (settled) await page.getByLabel('Người ký').selectOption({ index: 1 });
	const all = page.getByRole('checkbox', { name: 'Đủ tất cả' });
	if (await all.isVisible()) await all.check();
	await page.keyboard.press('Control+Enter');
	const done = page.getByText(/^Đã tiếp nhận H99\.01-/);
	if (settled) await expect(page.getByText(/^Đã trả kết quả\. Mã hồ sơ H99\.01-/)).toBeVisible();
	else await expect(done).toHaveCount(before + 1);
}

/** One bordereau to the department with these, taken over there. */
export async function handOver(
	receiver: Page,
	officer: Page,
	matters: readonly Matter[]
): Promise<void> {
	await receiver.goto('/can-bo/ban-giao');
	for (const { subject } of matters)
		await receiver.getByRole('checkbox', { name: new RegExp(`${subject}\\b`) }).check();
	await receiver
		.getByRole('button', { name: `Lập phiếu bàn giao ${matters.length} hồ sơ` })
		.click();
	await expect(receiver.getByText(/^Đã lập phiếu bàn giao số /)).toBeVisible();
	await officer.goto('/can-bo/ban-giao');
	const bordereau = officer.getByRole('article').filter({ hasText: matters[0]?.subject ?? '' });
	await bordereau.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
	await expect(bordereau.getByRole('button', { name: 'Xác nhận đã nhận' })).toHaveCount(0);
}
