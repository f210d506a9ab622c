import type { Page } from '@playwright/test';
import { resolveChecklist } from '#domain/checklist/resolveChecklist.ts';
import {
	answerCase,
	fillCase,
	readProcedure,
	takePhoto,
	type TestCase
} from './support/anyProcedure.ts';
import { expectHeading, submitDossier } from './support/citizen.ts';
import { dossiersOf } from './support/office.ts';
import { pagesOnPhone } from './support/phoneInside.ts';
import { expect, test } from './support/test.ts';

/** People who press before the phone is ready, and have the same thing open twice. */

const code = '1.001193';
const answers = {
	registrant: 'parent',
	'child-found': 'no',
	'birth-paper': 'paper',
	surrogacy: 'no',
	'foreign-paper': 'no',
	'within-60-days': 'yes'
};
const aFamily = (child: string): TestCase => ({
	code,
	answers,
	form: { 'child-name': child, 'father-known': 'no' }
});

const paper = readProcedure(code).requirements.find(({ id }) => id === 'birth-certificate-paper');
if (!paper) throw new Error('no such paper');
const PAPER_PAGE = `/chuan-bi/${code}/giay/${paper.paper}`;

type Photo = Awaited<ReturnType<typeof takePhoto>>;

async function choose(page: Page, photos: Photo[]): Promise<void> {
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp PDF có sẵn' }).click();
	await (await chooser).setFiles(photos);
}

const pageHeading = (page: Page, name: string | RegExp) =>
	page.getByRole('heading', { level: 3, name });

test('photographs still being worked on are filed too, and a refused one is told first', async ({
	devices
}) => {
	const child = 'Tạ Vội Vàng';
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, aFamily(child));
	await fillCase(page, aFamily(child));
	await page.goto(`${PAPER_PAGE}?sua`);
	await expectHeading(page, paper.name);
	const photo = await takePhoto(page, 'Nhiều trang');
	const half = { ...photo, name: 'nua.jpg', buffer: photo.buffer.subarray(0, 5_000) };
	await choose(page, [...Array.from({ length: 8 }, () => photo), half]);
	await expect(pageHeading(page, /^Trang 1 trên/)).toBeVisible();
	await page.getByRole('link', { name: 'Xong, về trang xem lại' }).click();
	await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
	await expect(page.getByText('Có ảnh chưa lưu được')).toBeVisible();
	await page.getByRole('link', { name: 'Xem ảnh đó' }).click();
	await expect(page.getByText('Chưa nhận được “nua.jpg”')).toBeVisible();
	await expect(pageHeading(page, 'Trang 8 trên 8')).toBeVisible();
	await page.getByRole('link', { name: 'Xong, về trang xem lại' }).click();
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	expect((await dossiersOf(child)).map(({ files }) => files.length)).toEqual([8]);
});

test('a page left open on what was filed in another tab changes no photograph of it', async ({
	devices
}) => {
	devices.tolerate(/ERR_INTERNET_DISCONNECTED/);
	const child = 'Tạ Hai Trang';
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await answerCase(page, aFamily(child));
	await page.goto(PAPER_PAGE);
	const photo = await takePhoto(page, 'Một trang');
	await choose(page, [photo]);
	await expect(pageHeading(page, 'Trang 1 trên 1')).toBeVisible();
	const other = await phone.newPage();
	await other.goto(`/chuan-bi/${code}/danh-sach`);
	await fillCase(other, aFamily(child));
	await phone.setOffline(true);
	await submitDossier(other);
	const frozen = await pagesOnPhone(other);
	await page.bringToFront();
	await page.getByRole('button', { name: /^Xoay/ }).click();
	await expect(page.getByText(/đã được nộp ở một cửa sổ khác/).first()).toBeVisible();
	page.once('dialog', (dialog) => void dialog.accept());
	await page.getByRole('button', { name: /^Xóa/ }).click();
	await expect(pageHeading(page, 'Trang 1 trên 1')).toBeVisible();
	expect(await pagesOnPhone(other)).toEqual(frozen);
	await phone.setOffline(false);
	await expectHeading(other, 'Đã nộp hồ sơ');
	expect((await dossiersOf(child)).map(({ files }) => files.map(({ sha256 }) => sha256))).toEqual([
		frozen.map(({ sha256 }) => sha256)
	]);
});

test('photographs find their preparation although another tab threw it away', async ({
	devices
}) => {
	const phone = await devices.newPhone();
	const page = await phone.newPage();
	await answerCase(page, aFamily('Tạ Bỏ Đi'));
	await page.goto(PAPER_PAGE);
	await expectHeading(page, paper.name);
	const other = await phone.newPage();
	await other.goto('/ho-so');
	await other
		.getByRole('main')
		.getByRole('link', { name: /khai sinh/ })
		.click();
	other.once('dialog', (dialog) => void dialog.accept());
	await other.getByRole('button', { name: 'Xóa bản đang làm dở này' }).click();
	await expect(other).toHaveURL(/\/ho-so$/);
	await page.bringToFront();
	await choose(page, [await takePhoto(page, 'Vẫn còn')]);
	await expect(pageHeading(page, 'Trang 1 trên 1')).toBeVisible();
	await page.reload();
	await expect(pageHeading(page, 'Trang 1 trên 1')).toBeVisible();
});

test('a page that closed over its photographs says so', async ({ devices }) => {
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, aFamily('Tạ Đóng Sớm'));
	await page.goto(PAPER_PAGE);
	const photo = await takePhoto(page, 'Nhiều trang');
	await choose(
		page,
		Array.from({ length: 12 }, () => photo)
	);
	await expect(pageHeading(page, /^Trang 1 trên/)).toBeVisible();
	await page.reload();
	await expect(page.getByText('Trang này bị đóng trước khi lưu xong ảnh')).toBeVisible();
	await expect(pageHeading(page, /^Trang 1 trên/)).toBeVisible();
});

test('where nothing is filed from the phone nobody is asked to photograph', async ({ devices }) => {
	const page = await (await devices.newPhone()).newPage();
	const unfiled: TestCase = { code: '2.000992', answers: {} };
	const procedure = readProcedure(unfiled.code);
	for (;;) {
		const [question] = resolveChecklist(procedure, unfiled.answers).unansweredQuestions;
		if (!question) break;
		unfiled.answers[question.id] = question.options[0]?.value ?? '';
	}
	await answerCase(page, unfiled);
	await expect(page.getByText('Thủ tục này chưa nộp được trên máy')).toBeVisible();
	await expect(page.getByRole('link', { name: /Chụp ảnh giấy này/ })).toHaveCount(0);
});
