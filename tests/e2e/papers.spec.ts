import type { Page } from '@playwright/test';
import { encode } from 'uqr';
import { encodeChecklist } from '#domain/checklist/checklistCode.ts';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import {
	answerCase,
	fillCase,
	photograph,
	readProcedure,
	takePhoto,
	type TestCase
} from './support/anyProcedure.ts';
import { expectHeading, goOn, submitDossier } from './support/citizen.ts';
import { Examiner } from './support/examine.ts';
import { dossiersOf, officeAddress } from './support/office.ts';
import { ownBrowser } from './support/ownBrowser.ts';
import { pagesOnPhone } from './support/phoneInside.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test } from './support/test.ts';

const BROTHER: TestCase = {
	code: '1.001193',
	answers: {
		registrant: 'authorised',
		'authorised-kin': 'yes',
		'child-found': 'no',
		'birth-paper': 'paper',
		surrogacy: 'no',
		'foreign-paper': 'no',
		'within-60-days': 'yes'
	},
	form: { 'child-name': 'Tạ Giấy Tờ', 'father-known': 'no' }
};

const procedure = readProcedure(BROTHER.code);
const nameOf = (id: string) => procedure.requirements.find((one) => one.id === id)?.name ?? id;

async function openPaper(page: Page, id: string): Promise<void> {
	await page.getByRole('link', { name: new RegExp(`ảnh.*\\(${escape(nameOf(id))}\\)`) }).click();
	await expectHeading(page, nameOf(id));
}

function escape(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const press = (page: Page, name: string, index: number, total: number) =>
	page.getByRole('button', { name: `${name} (Trang ${index} trên ${total})` }).click();

test('pages of a paper are ordered, turned, taken again, removed, and stay after a reload', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, BROTHER);
	await photograph(page, nameOf('birth-certificate-paper'), [
		await takePhoto(page, 'Trang một'),
		await takePhoto(page, 'Trang hai')
	]);
	await expect(page.getByText('Đã chụp 2 trang')).toBeVisible();
	const before = await pagesOnPhone(page);
	await openPaper(page, 'birth-certificate-paper');
	await new Examiner().examine(page, 'paper: photographed', 'citizen');

	await test.step('order', async () => {
		const first = await pictureSource(page, 1);
		await press(page, 'Đưa ra sau', 1, 2);
		await expect.poll(() => pictureSource(page, 2)).toBe(first);
	});
	await test.step('turn: a page lying on its side is as wide as it was high', async () => {
		await press(page, 'Xoay', 1, 2);
		await expect
			.poll(async () => {
				const { width, height } = await pictureSize(page, 1);
				return width > height;
			})
			.toBe(true);
	});
	await test.step('take again', async () => {
		const chooser = page.waitForEvent('filechooser');
		await press(page, 'Chụp lại', 2, 2);
		await (await chooser).setFiles(await takePhoto(page, 'Trang mới'));
		await expect
			.poll(async () =>
				(await pagesOnPhone(page)).filter(({ sha256 }) =>
					before.some((old) => old.sha256 === sha256)
				)
			)
			.toHaveLength(0);
	});
	await test.step('remove, after being asked', async () => {
		page.once('dialog', (dialog) => void dialog.accept());
		await press(page, 'Xóa', 2, 2);
		await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
		// Also told to whoever does not see it.
		await expect(
			page.getByRole('status').filter({ hasText: 'Đã xóa. Giấy này còn 1 trang.' })
		).toHaveCount(1);
	});
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
	expect(await pagesOnPhone(page)).toHaveLength(1);
});

test('one photograph serves two papers and is sent once', async ({ devices }) => {
	const page = await (await devices.newPhone()).newPage();
	const family = { ...BROTHER, form: { ...BROTHER.form, 'child-name': 'Tạ Một Ảnh' } };
	await answerCase(page, family);
	await photograph(page, nameOf('identity'), [await takePhoto(page, 'Căn cước')]);
	await openPaper(page, 'authorisation-plain');
	await page.getByRole('button', { name: `Dùng ảnh của: ${nameOf('identity')}` }).click();
	await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
	await page.getByRole('link', { name: 'Xong, về danh sách' }).click();
	await fillCase(page, family);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	const [dossier] = await dossiersOf('Tạ Một Ảnh');
	expect(dossier?.files).toHaveLength(1);
	const shown = dossier?.papers.filter(({ files }) => files?.length) ?? [];
	expect(shown.map(({ requirementId }) => requirementId).sort()).toEqual([
		'authorisation-plain',
		'identity'
	]);
	expect(shown[0]?.files).toEqual(shown[1]?.files);
});

test('a changed answer keeps the photographs of a paper that is still asked for', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, BROTHER);
	await photograph(page, nameOf('authorisation-plain'), [await takePhoto(page, 'Giấy nhờ')]);
	await page.goto('/chuan-bi/1.001193/authorised-kin');
	await page.getByRole('radio', { name: 'Không', exact: true }).check();
	await goOn(page);
	await expectHeading(page, 'Giấy tờ của bạn');
	await openPaper(page, 'authorisation-certified');
	await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
	// And where no such paper is asked for any more it waits on the phone, in case the answer changes back.
	await page.goto('/chuan-bi/1.001193/registrant');
	await page.getByRole('radio', { name: 'Cha hoặc mẹ của trẻ' }).check();
	await goOn(page);
	await expectHeading(page, 'Giấy tờ của bạn');
	await expect(page.getByText('Đã chụp 1 trang')).toHaveCount(0);
	expect(await pagesOnPhone(page)).toHaveLength(1);
});

test('a page that the phone closed behind the camera says so, and nothing else is lost', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, BROTHER);
	await photograph(page, nameOf('birth-certificate-paper'), [await takePhoto(page, 'Trang một')]);
	await openPaper(page, 'birth-certificate-paper');
	const chooser = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Chụp trang tiếp theo' }).click();
	await chooser;
	await page.reload();
	await expect(page.getByText('Trang này bị đóng trước khi lưu xong ảnh')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
	await keepPicture(page, 'camera-interrupted');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Trang 1 trên 1' })).toBeVisible();
	await expect(page.getByText('Trang này bị đóng trước khi lưu xong ảnh')).toHaveCount(0);
});

test('a phone without room refuses a photograph in words and keeps all the rest', async () => {
	const phone = ownBrowser();
	try {
		const context = await phone.open();
		const page = await context.newPage();
		const line = await context.newCDPSession(page);
		// From the start: Chromium remembers for a while how much room an open database has.
		await line.send('Storage.overrideQuotaForOrigin', {
			origin: officeAddress(),
			quotaSize: 4_000_000
		});
		await answerCase(page, BROTHER);
		const photo = await takePhoto(page, 'Còn ít chỗ');
		await openPaper(page, 'birth-certificate-paper');
		const chooser = page.waitForEvent('filechooser');
		await page.getByRole('button', { name: 'Chọn ảnh hoặc tệp PDF có sẵn' }).click();
		await (await chooser).setFiles(Array.from({ length: 16 }, () => photo));
		await expect(page.getByText(/Máy đã hết chỗ nên chưa lưu được ảnh này/).first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Chụp trang tiếp theo' })).toBeEnabled();
		await keepPicture(page, 'phone-full');
		const kept = (await pagesOnPhone(page)).length;
		expect(kept).toBeGreaterThan(0);
		expect(kept).toBeLessThan(16);
		await page.getByRole('link', { name: 'Xong, về danh sách' }).click();
		await expect(page.getByText(`Đã chụp ${kept} trang`)).toBeVisible();
		await page.getByRole('checkbox', { name: 'Tôi đã có giấy này' }).first().check();
		// Saved, or said not to be: either way it is there after the next start.
		await expect(page.getByText(/Đã lưu trên máy này|Chưa lưu được vào máy/)).toBeVisible();
		await page.reload();
		await expect(page.getByText(`Đã chụp ${kept} trang`)).toBeVisible();
		await expect(page.getByRole('checkbox', { name: 'Tôi đã có giấy này' }).first()).toBeChecked();
	} finally {
		await phone.dispose();
	}
});

test('why a paper cannot be had: the next step here, the reason at the desk', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	const family = { ...BROTHER, form: { ...BROTHER.form, 'child-name': 'Tạ Không Có' } };
	await answerCase(page, family);
	const examiner = new Examiner();
	for (const [id, reason] of [
		['birth-certificate-paper', 'Tôi có nhưng tìm không thấy'],
		['authorisation-plain', 'Tôi không xin được giấy này'],
		['identity', 'Trường hợp của tôi không cần giấy này']
	] as const) {
		await page.getByRole('link', { name: `Không có giấy này? (${nameOf(id)})` }).click();
		await expectHeading(page, nameOf(id));
		await page.getByRole('radio', { name: reason }).check();
		await expect(page.getByText('Việc nên làm')).toBeVisible();
		await examiner.examine(page, `paper ${id}: cannot be had`, 'citizen');
		await keepPicture(page, `reason-${id}`);
		await page.getByRole('link', { name: 'Xong, về danh sách' }).click();
		await expectHeading(page, 'Giấy tờ của bạn');
	}
	await expect(page.getByText('Chưa lấy được')).toHaveCount(3);
	await page.reload();
	await expect(page.getByText('Chưa lấy được')).toHaveCount(3);
	await fillCase(page, family);
	await submitDossier(page);
	await expectHeading(page, 'Đã nộp hồ sơ');
	const [dossier] = await dossiersOf('Tạ Không Có');
	expect(
		dossier?.papers.filter(({ state }) => state === 'cannot-get').map(({ reason }) => reason)
	).toEqual(['cannot-find', 'cannot-obtain', 'does-not-apply']);
});

test('the list goes along: a picture to send, and a QR code that needs no network', async ({
	devices
}) => {
	const page = await (await devices.newPhone()).newPage();
	await answerCase(page, BROTHER);
	await page.getByRole('checkbox', { name: 'Tôi đã có giấy này' }).first().check();
	const saved = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Lưu hoặc gửi thành ảnh' }).click();
	expect((await saved).suggestedFilename()).toBe('giay-to-can-chuan-bi.png');
	await page.getByRole('button', { name: 'Mã QR cho quầy' }).click();
	const drawn = await page
		.getByRole('img', { name: 'Mã QR chứa danh sách giấy tờ của bạn' })
		.locator('path')
		.getAttribute('d');
	const first = procedure.requirements.find(({ id }) => id === 'birth-certificate-paper')?.id ?? '';
	const line = encodeChecklist(procedure, await contentHash(procedure), BROTHER.answers, {
		[first]: 'ready'
	});
	expect(drawn).toBe(pathOf(line));
	await keepPicture(page, 'checklist-qr');
});

/** The dark squares of a QR code as one path. */
function pathOf(value: string): string {
	return encode(value, { ecc: 'M', border: 2 })
		.data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
		.join('');
}

function picture(page: Page, index: number) {
	return page.getByRole('button', { name: `Xem to trang ${index}` }).getByRole('img');
}

/** What the page at this place shows, told by the picture itself: addresses change with every drawing. */
async function pictureSource(page: Page, index: number): Promise<string> {
	return picture(page, index).evaluate(async (image: HTMLImageElement) => {
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = 60;
		canvas.height = 80;
		canvas.getContext('2d')?.drawImage(image, 0, 0, 60, 80);
		return canvas.toDataURL();
	});
}

function pictureSize(page: Page, index: number): Promise<{ width: number; height: number }> {
	return picture(page, index).evaluate((image: HTMLImageElement) => ({
		width: image.naturalWidth,
		height: image.naturalHeight
	}));
}
