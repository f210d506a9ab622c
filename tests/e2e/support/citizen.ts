import type { Page } from '@playwright/test';
import { expect, type Devices } from './test.ts';

/** Answers of the simplest case: a parent, the hospital's paper, within sixty days. */
const PLAIN_CASE = [
	'Cha hoặc mẹ của trẻ',
	'Không',
	'Có bản giấy',
	'Không',
	'Không',
	'Chưa quá 60 ngày'
];

/** The pages of the form, each with what is typed into its fields (label → value) and chosen (option labels). */
export type FormPage = { title: string; fields: Record<string, string>; choices: string[] };

/** What a mother types for her child; `child` also is the name by which the test finds its dossier again. */
export function birthForm(child: string): FormPage[] {
	return [
		{
			title: 'Về trẻ',
			fields: {
				'Họ, chữ đệm và tên của trẻ': child,
				Ngày: '1',
				Tháng: '11',
				Năm: '2026',
				'Nơi sinh': 'Bệnh viện huyện, xã Bến Đò',
				'Dân tộc': 'Kinh',
				'Quốc tịch': 'Việt Nam',
				'Quê quán': 'Xã Bến Đò, tỉnh Đồng Lúa'
			},
			choices: ['Nữ']
		},
		{
			title: 'Về mẹ của trẻ',
			fields: {
				'Họ, chữ đệm và tên của mẹ': 'Trần Thị Bưởi',
				'Năm sinh của mẹ': '1998',
				'Dân tộc của mẹ': 'Kinh',
				'Quốc tịch của mẹ': 'Việt Nam',
				'Nơi cư trú của mẹ': 'Thôn Trung, xã Bến Đò'
			},
			choices: []
		},
		{ title: 'Về cha của trẻ', fields: {}, choices: ['Bỏ trống phần về cha'] },
		{
			title: 'Về việc đăng ký',
			fields: {
				'Người đi đăng ký là gì của trẻ?': 'mẹ',
				'Số bản sao Giấy khai sinh muốn xin thêm': '2'
			},
			choices: []
		},
		{
			title: 'Về bạn, người nộp hồ sơ',
			fields: {
				'Họ và tên của bạn': 'Trần Thị Bưởi',
				'Số định danh cá nhân': '001198000123',
				'Số điện thoại': '0912 345 678',
				'Nơi ở hiện nay': 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa'
			},
			choices: []
		}
	];
}

/** Types into the search box of the open page. */
export async function searchFor(page: Page, words: string): Promise<void> {
	await page.getByRole('searchbox', { name: 'Tìm thủ tục' }).fill(words);
}

/** The card of the birth procedure in whatever list is open. */
export function birthProcedureLink(page: Page) {
	return page.getByRole('main').getByRole('link', { name: /^Làm giấy khai sinh cho con/ });
}

/** Opens a field in the list of all procedures. */
export async function openField(page: Page, name: string): Promise<void> {
	await page
		.getByRole('main')
		.getByText(new RegExp(`^${name} \\(\\d+\\)$`))
		.click();
}

/** The page's one heading, once it is there. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
	await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Presses the primary button of a page that goes on. */
export async function goOn(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Tiếp tục' }).click();
}

/** From the first question to the citizen's own list of papers. */
export async function answerQuestions(page: Page, answers: string[] = PLAIN_CASE): Promise<void> {
	for (const answer of answers) {
		const question = page.getByRole('heading', { level: 1 });
		const asked = await question.textContent();
		await page.getByRole('radio', { name: answer, exact: true }).check();
		await goOn(page);
		await expect(question).not.toHaveText(asked ?? '');
	}
	await expectHeading(page, 'Giấy tờ của bạn');
}

/** Fills the open page of the form, without going on. */
export async function fillPage(page: Page, { title, fields, choices }: FormPage): Promise<void> {
	await expectHeading(page, title);
	for (const [label, value] of Object.entries(fields))
		await page.getByRole('textbox', { name: fieldName(label) }).fill(value);
	for (const choice of choices) await page.getByRole('radio', { name: choice }).check();
}

/** Fills the whole form from its first page to the page of checking. */
export async function fillForm(page: Page, child: string): Promise<void> {
	for (const formPage of birthForm(child)) {
		await fillPage(page, formPage);
		await goOn(page);
	}
	await expectHeading(page, 'Xem lại trước khi nộp');
}

/** From the procedure's first question to the page of checking. */
export async function prepareBirthDossier(page: Page, child: string): Promise<void> {
	await page.goto('/chuan-bi/1.001193/bat-dau');
	await answerQuestions(page);
	await page.getByRole('checkbox', { name: 'Tôi đã có giấy này' }).first().check();
	await page.getByRole('link', { name: 'Khai tờ khai' }).click();
	await fillForm(page, child);
}

/** After a correction that was opened from the page of checking: straight back to it. */
export async function returnToCheck(page: Page): Promise<void> {
	await goOn(page);
	await expectHeading(page, 'Xem lại trước khi nộp');
}

/** Presses the button that hands the dossier over to the phone's outbox. */
export async function submitDossier(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page).toHaveURL(/\/ho-so\/[0-9a-f-]{36}$/);
}

/** The two codes of the receipt on screen. */
export async function readReceipt(page: Page): Promise<{ reference: string; lookupCode: string }> {
	await expectHeading(page, 'Đã nộp hồ sơ');
	return {
		reference: await page.getByRole('definition').nth(0).innerText(),
		lookupCode: await page.getByRole('definition').nth(1).innerText()
	};
}

/** Files a dossier for a child from a new phone, so that the office has something to work on. */
export async function fileBirthDossier(devices: Devices, child: string): Promise<void> {
	const page = await (await devices.newPhone()).newPage();
	await prepareBirthDossier(page, child);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	await page.close();
}

/** A label's own text, with or without the remark that it is optional; "Ngày" is not "Ngày sinh". */
export function fieldName(label: string): RegExp {
	const literal = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	return new RegExp(`^${literal}(\\s*\\(không bắt buộc\\))?$`);
}

/** Asks on the lookup page. */
export async function lookUp(page: Page, code: string, lookupCode: string): Promise<void> {
	await page.goto('/tra-cuu');
	await page.getByRole('textbox', { name: 'Mã hồ sơ hoặc mã đăng ký' }).fill(code);
	await page.getByRole('textbox', { name: 'Mã tra cứu', exact: true }).fill(lookupCode);
	await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
}
