import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import * as z from 'zod/mini';
import type { Page } from '@playwright/test';
import { contentHash } from '#domain/catalogue/contentHash.ts';
import { StaffFile } from '#domain/dossier/StaffDossier.ts';
import { FirstRun } from '#embedded/firstRun.ts';
import { readProcedure } from './support/anyProcedure.ts';
import { openDesk, openDossier, queueLine, receive, verdictOf } from './support/desk.ts';
import { accountOf, dossiersOf, officeAddress } from './support/office.ts';
import { keepPicture } from './support/pictures.ts';
import { expect, test, type Devices } from './support/test.ts';

const BIRTH = '1.001193';
const PAPER = 'Giấy chứng sinh';

/** The identity card comes as a PDF. */
const CARD = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

/** The server's own look at stored files comes within a minute. */
const PATIENT = { timeout: 75_000 };

/** A page as a phone sends it. */
type Sent = { fileId: string; bytes: Buffer<ArrayBuffer>; type: string };

test('an officer looks at the photographs with the keyboard, ticks and receives', async ({
	devices
}) => {
	const child = 'Lò Ảnh Chụp';
	await fileWithPhotos(devices, child, 2);
	const desk = await openDesk(devices, 'receiver');
	await openDossier(desk, 'Mới nộp', child);
	await expect(desk.getByText('Người dân đã chụp 2 trang.')).toBeVisible();
	await expect(desk.getByText('Người dân báo không có giấy này: tìm không thấy.')).toBeVisible();

	const thumbnails = desk.getByRole('button', { name: new RegExp(`^Xem trang \\d: ${PAPER}$`) });
	await expect(thumbnails).toHaveCount(2);
	await expect(thumbnails.locator('img')).toHaveCount(2);
	await keepPicture(desk, 'photos-closed');
	await thumbnails.first().focus();
	await desk.keyboard.press('Enter');
	const viewer = desk.getByRole('region', { name: 'Ảnh giấy tờ' });
	const stage = viewer.getByRole('group', { name: 'Khung ảnh' });
	const picture = viewer.getByRole('img');
	await expect(picture).toHaveAccessibleName(`Trang 1 trên 2: ${PAPER}`);
	await expect(stage).toBeFocused();
	const right = verdictOf(desk, PAPER, 'Đúng');
	await expectSeen(desk, stage, thumbnails.first(), right);
	await expectNothingSerious(desk);
	await keepPicture(desk, 'photos-open');

	const whole = await sizeOf(picture);
	expect(whole.width).toBeLessThan(whole.height);
	await desk.keyboard.press('+');
	await desk.keyboard.press('+');
	expect((await sizeOf(picture)).height).toBeGreaterThan(whole.height * 1.5);
	const top = await stage.evaluate((element) => element.scrollTop);
	await desk.keyboard.press('ArrowDown');
	await expect.poll(() => stage.evaluate((element) => element.scrollTop)).toBeGreaterThan(top);
	await desk.keyboard.press('1');
	await expect(viewer.getByText('Cỡ ảnh 100 %')).toBeVisible();
	await keepPicture(desk, 'photos-large');
	await desk.keyboard.press('-');
	await expect(viewer.getByText('Cỡ ảnh 75 %')).toBeVisible();
	await desk.keyboard.press('0');
	expect(await sizeOf(picture)).toEqual(whole);
	await desk.keyboard.press('r');
	const turned = await sizeOf(picture);
	expect(turned.width).toBeGreaterThan(turned.height);
	await keepPicture(desk, 'photos-turned');

	await desk.keyboard.press('ArrowRight');
	await expect(picture).toHaveAccessibleName(`Trang 2 trên 2: ${PAPER}`);
	await expect(viewer.getByRole('status')).toHaveText('Trang 2 trên 2');
	expect(await sizeOf(picture)).toEqual(whole);
	await desk.keyboard.press('PageUp');
	expect(await sizeOf(picture)).toEqual(turned);
	await desk.keyboard.press('ArrowDown');
	await expect(viewer.getByRole('heading', { name: /^Căn cước/ })).toBeVisible();
	const inNewTab = viewer.getByRole('link', { name: 'Mở PDF trong thẻ mới' });
	await expect(inNewTab).toHaveAttribute('rel', 'noopener noreferrer');
	await expect(inNewTab).toHaveAttribute('href', /^blob:/);
	const saving = desk.waitForEvent('download');
	await viewer.getByRole('link', { name: 'Tải PDF về máy' }).click();
	expect(readFileSync(await (await saving).path(), 'utf8')).toBe(CARD);
	await keepPicture(desk, 'photos-pdf');
	await stage.focus();
	await desk.keyboard.press('ArrowUp');
	await expect(viewer.getByRole('heading', { name: PAPER })).toBeVisible();

	await expect(right).not.toBeChecked();
	await desk.keyboard.press('Space');
	await expect(right).toBeChecked();
	await expect(viewer.getByRole('radio', { name: 'Đúng' })).toBeChecked();
	await expect(
		desk.getByRole('checkbox', { name: new RegExp(`^Đã nhận: ${PAPER}`) })
	).toBeChecked();

	// The keys of the viewer are letters and digits again where one types.
	const count = desk.getByRole('textbox', { name: new RegExp(`^Bản chụp ?: ${PAPER}`) });
	await count.fill('');
	await count.pressSequentially('1');
	await expect(count).toHaveValue('1');
	await expect(viewer.getByText('Cỡ ảnh 100 %')).toHaveCount(0);
	await stage.focus();
	await desk.keyboard.press('Escape');
	await expect(viewer).toHaveCount(0);
	await expect(thumbnails.first()).toBeFocused();

	await desk.getByRole('combobox', { name: 'Chuyển cho phòng' }).selectOption({ label: 'Kinh tế' });
	const code = await receive(desk);
	await expect(desk.getByRole('heading', { level: 1, name: `Hồ sơ ${code}` })).toBeVisible();
	await expect(thumbnails).toHaveCount(2);
	await thumbnails.nth(1).click();
	await expect(picture).toHaveAccessibleName(`Trang 2 trên 2: ${PAPER}`);
	await expect(viewer.getByRole('radio')).toHaveCount(0);
	await keepPicture(desk, 'photos-received');

	// The officer of the register's department has no part in what went to another one.
	const stranger = await openDesk(devices, 'officer');
	await expect(queueLine(stranger, child)).toHaveCount(0);
	const [dossier] = await dossiersOf(child, 'working');
	expect(dossier?.files).toHaveLength(3);
	for (const { objectName } of dossier?.files ?? []) {
		const receiver = await tokenOf('receiver');
		await rpc('open_file', { fileId: objectName.split('/')[1] }, receiver);
		expect((await download(objectName, receiver)).status).toBe(200);
		const refused = await download(objectName, await tokenOf('officer'));
		expect(refused.status).toBeGreaterThanOrEqual(400);
		expect((await refused.text()).startsWith('{')).toBe(true);
		expect((await download(objectName)).status).toBeGreaterThanOrEqual(400);
	}
});

test('of a damaged page nothing is shown and the phone is asked again', async ({ devices }) => {
	test.slow();
	const child = 'Lò Ảnh Hỏng';
	const [first] = await fileWithPhotos(devices, child, 2);
	if (!first) throw new Error('nothing was filed');
	const storedFile = async () => {
		const files = await filesOf(child);
		return files.find(({ fileId }) => fileId === first.fileId);
	};
	// The server looks at fresh files by itself; only then is it our doing that it looks again.
	await expect.poll(async () => (await storedFile())?.verifiedAt, PATIENT).toBeTruthy();
	replaceStoredBytes((await storedFile())?.objectName ?? '');

	const desk = await openDesk(devices, 'receiver');
	const asked: string[] = [];
	desk.on('request', (request) => {
		if (request.url().endsWith('/rpc/recheck_file')) asked.push(request.postData() ?? '');
	});
	await openDossier(desk, 'Mới nộp', child);
	const thumbnail = desk.getByRole('button', { name: `Xem trang 1: ${PAPER}` });
	await expect(thumbnail).toContainText('Bị hỏng');
	await expect(thumbnail.locator('img')).toHaveCount(0);
	await thumbnail.click();
	const viewer = desk.getByRole('region', { name: 'Ảnh giấy tờ' });
	await expect(viewer.getByRole('alert')).toContainText(
		'Ảnh này bị hỏng trên đường gửi. Máy đã yêu cầu điện thoại của người nộp gửi lại.'
	);
	await expect(viewer.getByRole('img')).toHaveCount(0);
	expect(asked.join()).toContain(first.fileId);
	await expectNothingSerious(desk);
	await keepPicture(desk, 'photos-damaged');
	await desk.keyboard.press('ArrowRight');
	await expect(viewer.getByRole('img')).toHaveAccessibleName(`Trang 2 trên 2: ${PAPER}`);

	// The server found the same: from now on the page is not even fetched.
	await expect.poll(async () => (await storedFile())?.wanted, PATIENT).toBe(true);
	const fetched: string[] = [];
	desk.on('request', (request) => void fetched.push(request.url()));
	await desk.reload();
	await expect(thumbnail).toContainText('Bị hỏng');
	const other = desk.getByRole('button', { name: `Xem trang 2: ${PAPER}` });
	await expect(other.locator('img')).toHaveCount(1);
	await thumbnail.click();
	await expect(viewer.getByRole('alert')).toContainText('gửi lại');
	await expect(viewer.getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
	expect(fetched.filter((url) => url.includes(first.fileId))).toEqual([]);
});

test('on a dead line the picture is missing in words, and comes when the line is back', async ({
	devices
}) => {
	const child = 'Lò Mất Mạng';
	devices.tolerate(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
	await fileWithPhotos(devices, child, 2);
	const desk = await openDesk(devices, 'receiver');
	await desk.route('**/storage/v1/**', (route) => route.abort('internetdisconnected'));
	await openDossier(desk, 'Mới nộp', child);
	const thumbnail = desk.getByRole('button', { name: `Xem trang 1: ${PAPER}` });
	await expect(thumbnail).toContainText('Chưa tải được');
	await thumbnail.click();
	const viewer = desk.getByRole('region', { name: 'Ảnh giấy tờ' });
	await expect(viewer.getByRole('alert')).toContainText('không liên lạc được với máy chủ');
	await keepPicture(desk, 'photos-offline');
	await desk.unroute('**/storage/v1/**');
	await viewer.getByRole('button', { name: 'Thử lại' }).click();
	await expect(viewer.getByRole('img')).toBeVisible();
	// So do the others that were missed meanwhile.
	await expect(desk.getByRole('button', { name: /^Xem trang/ }).locator('img')).toHaveCount(2);
	await desk.setViewportSize({ width: 360, height: 740 });
	await thumbnail.click();
	await expect(viewer).toBeInViewport({ ratio: 0.8 });
	await expectNothingSerious(desk);
	await keepPicture(desk, 'photos-small');
	const tooWide = await desk.evaluate(() => document.documentElement.scrollWidth > 360);
	expect(tooWide).toBe(false);
});

/** Files a birth registration straight over the API: pages of the hospital's paper, and the identity card. */
async function fileWithPhotos(devices: Devices, child: string, pages: number): Promise<Sent[]> {
	const artist = await (await devices.newDesk()).newPage();
	const sent: Sent[] = [];
	for (let page = 1; page <= pages; page += 1) {
		const base64 = await artist.evaluate(drawPage, `${PAPER}, trang ${page}, ${child}`);
		sent.push({ fileId: randomUUID(), bytes: Buffer.from(base64, 'base64'), type: 'image/jpeg' });
	}
	await artist.context().close();
	sent.push({ fileId: randomUUID(), bytes: Buffer.from(CARD), type: 'application/pdf' });
	const ids = sent.map(({ fileId }) => fileId);
	const id = randomUUID();
	const secret = randomBytes(32).toString('hex');
	const requirementOf = (index: number) => (index < pages ? 'birth-certificate-paper' : 'identity');
	await rpc('open_submission', {
		id,
		secretHash: hexHash(secret),
		payload: {
			procedureCode: BIRTH,
			contentHash: await contentHash(readProcedure(BIRTH)),
			answers: {
				registrant: 'parent',
				'child-found': 'no',
				'birth-paper': 'paper',
				surrogacy: 'no',
				'foreign-paper': 'no',
				'within-60-days': 'yes'
			},
			form: { 'child-name': child },
			applicant: {
				fullName: 'Trần Thị Bưởi',
				phone: '0912345678',
				citizenId: '001198000123',
				address: 'Thôn Trung, xã Bến Đò'
			},
			subject: child,
			papers: [
				{ requirementId: 'declaration', state: 'cannot-get', reason: 'cannot-find' },
				{ requirementId: requirementOf(0), state: 'ready', files: ids.slice(0, pages) },
				{ requirementId: 'identity', state: 'ready', files: ids.slice(pages) }
			]
		},
		files: sent.map(({ fileId, bytes, type }, index) => ({
			fileId,
			requirementId: requirementOf(index),
			sha256: hexHash(bytes),
			size: bytes.length,
			type
		}))
	});
	for (const { fileId, bytes, type } of sent) {
		const answer = await fetch(
			`${officeAddress()}/storage/v1/object/dossier-files/${id}/${fileId}/1`,
			{ method: 'POST', headers: { apikey: publishableKey(), 'content-type': type }, body: bytes }
		);
		expect(answer.status, await answer.text()).toBe(200);
	}
	expect(await rpc('finalize_submission', { id, secret })).toHaveProperty('receipt');
	return sent;
}

/** The stored files of the newly filed dossier of a subject, as the server tells the receiver. */
async function filesOf(subject: string): Promise<StaffFile[]> {
	const token = await tokenOf('receiver');
	const queue = await rpc('staff_queue', { group: 'new', search: subject }, token);
	const { rows } = z.object({ rows: z.array(z.object({ id: z.string() })) }).parse(queue);
	const dossier = await rpc('staff_dossier', { dossierId: rows[0]?.id }, token);
	return z.object({ files: z.array(StaffFile) }).parse(dossier).files;
}

/** Runs in the page: a printed A4 sheet as a phone would have photographed it, as JPEG in base64. */
function drawPage(title: string): string {
	const canvas = document.createElement('canvas');
	canvas.width = 1414;
	canvas.height = 2000;
	const pen = canvas.getContext('2d');
	if (!pen) throw new Error('no canvas');
	pen.fillStyle = '#f4efe4';
	pen.fillRect(0, 0, canvas.width, canvas.height);
	pen.fillStyle = '#222';
	pen.font = 'bold 48px sans-serif';
	pen.fillText(title, 120, 200);
	pen.font = '30px sans-serif';
	for (let line = 0; line < 28; line += 1)
		pen.fillText(
			`${line + 1}. Họ tên, ngày sinh, nơi cư trú của người mẹ: … … …`,
			120,
			320 + line * 56
		);
	pen.strokeRect(60, 60, canvas.width - 120, canvas.height - 120);
	return canvas.toDataURL('image/jpeg', 0.8).split(',')[1] ?? '';
}

/** Damages what the office stored, of the same length, behind the back of the server. */
function replaceStoredBytes(objectName: string): void {
	const hash = hexHash(JSON.stringify(['dossier-files', objectName]));
	const place = join(process.env.E2E_DATA_DIR ?? '', 'files', hash.slice(0, 2), hash);
	const bytes = readFileSync(place);
	bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
	writeFileSync(place, bytes);
}

async function sizeOf(picture: ReturnType<Page['getByRole']>) {
	await expect(picture).toBeVisible();
	const box = await picture.boundingBox();
	return { width: Math.round(box?.width ?? 0), height: Math.round(box?.height ?? 0) };
}

/** The picture and the line of the list it belongs to are on the screen together. */
async function expectSeen(desk: Page, ...places: ReturnType<Page['getByRole']>[]): Promise<void> {
	for (const place of places) await expect(place).toBeInViewport({ ratio: 0.9 });
	const [stage, list] = await Promise.all(places.map((place) => place.boundingBox()));
	expect((stage?.x ?? 0) + (stage?.width ?? 0)).toBeLessThanOrEqual(list?.x ?? 0);
	expect(desk.viewportSize()).toEqual({ width: 1366, height: 768 });
}

async function expectNothingSerious(desk: Page): Promise<void> {
	const { violations } = await new AxeBuilder({ page: desk }).setLegacyMode(true).analyze();
	expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}

function publishableKey(): string {
	const path = join(process.env.E2E_DATA_DIR ?? '', 'first-run.json');
	return FirstRun.parse(JSON.parse(readFileSync(path, 'utf8'))).publishableKey;
}

function rpc(name: string, request: object, token?: string): Promise<unknown> {
	return post(`/rest/v1/rpc/${name}`, { request: { protocol: 1, ...request } }, token);
}

async function post(path: string, body: object, token = publishableKey()): Promise<unknown> {
	const answer = await fetch(officeAddress() + path, {
		method: 'POST',
		headers: {
			apikey: publishableKey(),
			authorization: `Bearer ${token}`,
			'content-type': 'application/json'
		},
		body: JSON.stringify(body)
	});
	const text = await answer.text();
	expect(answer.status, `${path}: ${text}`).toBe(200);
	return JSON.parse(text);
}

const tokens = new Map<string, string>();

/** One sign-in per role is enough, and the office allows only so many a minute. */
async function tokenOf(role: 'receiver' | 'officer'): Promise<string> {
	const known = tokens.get(role);
	if (known) return known;
	const { email, password } = accountOf(role);
	const session = await post('/auth/v1/token?grant_type=password', { email, password });
	const { access_token } = z.object({ access_token: z.string() }).parse(session);
	tokens.set(role, access_token);
	return access_token;
}

function download(objectName: string, token?: string): Promise<Response> {
	return fetch(`${officeAddress()}/storage/v1/object/authenticated/dossier-files/${objectName}`, {
		headers: { apikey: publishableKey(), authorization: `Bearer ${token ?? publishableKey()}` }
	});
}

function hexHash(of: string | Uint8Array): string {
	return createHash('sha256').update(of).digest('hex');
}
