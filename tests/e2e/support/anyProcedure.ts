import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { FormField } from '#domain/catalogue/EForm.ts';
import { Procedure } from '#domain/catalogue/Procedure.ts';
import { caseAnswers } from '#domain/checklist/resolveChecklist.ts';
import { visibleFields, visibleSections } from '#domain/dossier/validateFields.ts';
import { expectHeading, fillPage, goOn } from './citizen.ts';
import { expect } from './test.ts';

const CATALOGUE = resolve(import.meta.dirname, '../../../supabase/catalogue');

/** One case of a procedure: the answers by question id, and what is typed where the plain values do not do. */
export type TestCase = {
	code: string;
	answers: Record<string, string>;
	form?: Record<string, string>;
};

/** The procedure as it lies in the catalogue: this driver reads labels there and presses what a citizen would press. */
export function readProcedure(code: string): Procedure {
	const file = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' }).find((name) =>
		name.endsWith(`${code}.json`)
	);
	if (!file) throw new Error(`the catalogue has no ${code}`);
	return Procedure.parse(JSON.parse(readFileSync(join(CATALOGUE, file), 'utf8')));
}

/** From the first question of a procedure to the list of papers of this case. */
export async function answerCase(page: Page, { code, answers }: TestCase): Promise<void> {
	const procedure = readProcedure(code);
	await page.goto(`/chuan-bi/${code}/bat-dau`);
	for (const question of procedure.questions) {
		const option = question.options.find(({ value }) => value === answers[question.id]);
		if (!option) continue;
		await expectHeading(page, question.text);
		await page.getByRole('radio', { name: option.label }).first().check();
		await goOn(page);
	}
	await expectHeading(page, 'Giấy tờ của bạn');
}

/** Fills every page of the form, the applicant's last, and arrives at the page of checking. */
export async function fillCase(page: Page, { code, answers, form }: TestCase): Promise<void> {
	const procedure = readProcedure(code);
	const values = valuesOf(procedure, answers, form ?? {});
	await page.getByRole('link', { name: 'Khai tờ khai' }).click();
	const known = { ...values, ...caseAnswers(procedure, answers) };
	for (const section of visibleSections(procedure.eForm?.sections ?? [], known)) {
		await expectHeading(page, section.title);
		for (const field of visibleFields(section, known))
			await fillField(page, field, values[field.id] ?? '');
		await goOn(page);
	}
	await fillPage(page, {
		title: 'Về bạn, người nộp hồ sơ',
		fields: {
			'Họ và tên của bạn': 'Trần Thị Bưởi',
			'Số định danh cá nhân': '001198000123',
			'Số điện thoại': '0912 345 678',
			'Nơi ở hiện nay': 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa'
		},
		choices: []
	});
	await goOn(page);
	await expectHeading(page, 'Xem lại trước khi nộp');
}

/** Fills every field of the form that stands on one page, as an officer does who helps to file online. */
export async function fillFields(page: Page, { code, answers, form }: TestCase): Promise<void> {
	const procedure = readProcedure(code);
	const values = valuesOf(procedure, answers, form ?? {});
	const known = { ...values, ...answers };
	for (const section of visibleSections(procedure.eForm?.sections ?? [], known))
		for (const field of visibleFields(section, known))
			await fillField(page, field, values[field.id] ?? '');
}

/** What a citizen could write into each field: the given values, else something plain that fits the type. */
function valuesOf(
	procedure: Procedure,
	answers: Record<string, string>,
	given: Record<string, string>
): Record<string, string> {
	const values: Record<string, string> = { ...given };
	for (const section of procedure.eForm?.sections ?? [])
		for (const field of section.fields) values[field.id] ??= plainValue(field);
	return { ...values, ...answers, ...given };
}

function plainValue(field: FormField): string {
	switch (field.type) {
		case 'choice':
			return field.options?.[0]?.value ?? '';
		case 'date':
			return '2026-10-05';
		case 'year':
			return '1990';
		case 'number':
			return String(Math.max(2, field.min ?? 0));
		case 'money':
			return '50000000';
		case 'citizen-id':
			return '001190000456';
		case 'phone':
			return '0912345679';
		case 'person-name':
			return 'Phạm Văn Bền';
		case 'address':
			return 'Thôn Đông, xã Bến Đò, tỉnh Đồng Lúa';
		default:
			return 'Theo giấy tờ đã có';
	}
}

async function fillField(page: Page, field: FormField, value: string): Promise<void> {
	if (field.type === 'choice') {
		const label = field.options?.find((option) => option.value === value)?.label ?? value;
		await page
			.getByRole('group', { name: field.label })
			.getByRole('radio', { name: label })
			.first()
			.check();
		return;
	}
	if (field.type === 'date') {
		const [year = '', month = '', day = ''] = value.split('-');
		const group = page.getByRole('group', { name: field.label });
		await group.getByRole('textbox', { name: 'Ngày' }).fill(day);
		await group.getByRole('textbox', { name: 'Tháng' }).fill(month);
		await group.getByRole('textbox', { name: 'Năm' }).fill(year);
		return;
	}
	await page.getByRole('textbox', { name: field.label }).first().fill(value);
}

/** Photographs a paper of the open checklist (each picture a page) and comes back to the list. */
export async function photograph(
	page: Page,
	paper: string,
	photos: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
	await page.getByRole('link', { name: `Chụp ảnh giấy này (${paper})` }).click();
	await expectHeading(page, paper);
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp PDF có sẵn' }).click();
	await (await chooser).setFiles(photos);
	await expect(
		page.getByRole('heading', { name: `Trang ${photos.length} trên ${photos.length}` })
	).toBeVisible();
	await page.getByRole('link', { name: 'Xong, về danh sách' }).click();
	await expectHeading(page, 'Giấy tờ của bạn');
}

/** A picture as a phone's camera gives it: a written page with grain, so that it does not shrink to nothing. */
export async function takePhoto(page: Page, words: string) {
	const base64 = await page.evaluate(async (text) => {
		const canvas = document.createElement('canvas');
		canvas.width = 1500;
		canvas.height = 2000;
		const pen = canvas.getContext('2d');
		if (!pen) throw new Error('no canvas');
		pen.fillStyle = '#f4efe6';
		pen.fillRect(0, 0, 1500, 2000);
		pen.fillStyle = '#222';
		pen.font = '40px sans-serif';
		for (let line = 0; line < 40; line += 1)
			pen.fillText(`${text}, dòng ${line}`, 80, 90 + line * 46);
		for (let dot = 0; dot < 60_000; dot += 1) {
			pen.fillStyle = `rgba(0,0,0,${((dot * 37) % 100) / 900})`;
			pen.fillRect((dot * 7919) % 1500, (dot * 104_729) % 2000, 3, 3);
		}
		const address = canvas.toDataURL('image/jpeg', 0.9);
		return address.slice(address.indexOf(',') + 1);
	}, words);
	return { name: `${words}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}
