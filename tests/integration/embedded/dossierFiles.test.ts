import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
	callFunction,
	headersFor,
	projectDir,
	signIn,
	startProcess,
	temporaryFolder,
	type ServerProcess
} from './harness.ts';

// Over HTTP against the real project: what a phone sends is hashed by the worker, and only the right staff open it.
const dataDir = temporaryFolder();
const patience = { timeout: 40_000, interval: 500 };
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir, { SUPABASE_DIR: projectDir });
});
afterAll(async () => {
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

/** What a phone keeps of a dossier it filed with one photo. */
type Filed = { id: string; secret: string; fileId: string; photo: Uint8Array<ArrayBuffer> };

/** A JPEG as far as its start tells, other bytes every time. */
function newPhoto(): Uint8Array<ArrayBuffer> {
	const start = Buffer.from('ffd8ffe000104a46494600010100000100010000ffda', 'hex');
	return new Uint8Array(Buffer.concat([start, randomBytes(50_000)]));
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

async function ask<T>(name: string, fields: object, token?: string): Promise<T> {
	const answer = await callFunction(server, name, { request: { protocol: 1, ...fields } }, token);
	return (await answer.json()) as T;
}

function upload({ id, fileId }: Filed, attempt: number, body: Uint8Array<ArrayBuffer>) {
	return fetch(`${server.url}/storage/v1/object/dossier-files/${id}/${fileId}/${attempt}`, {
		method: 'POST',
		headers: { ...headersFor(server.firstRun), 'content-type': 'image/jpeg' },
		body
	});
}

/** Files a dossier whose one photo arrives as `sent`. */
async function file(
	change: (photo: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> = (photo) => photo,
	onceOpened: (filed: Filed) => Promise<void> = async () => undefined
): Promise<Filed> {
	const filed = { id: randomUUID(), secret: randomUUID(), fileId: randomUUID(), photo: newPhoto() };
	const { id, secret, fileId, photo } = filed;
	const opened = await ask('open_submission', {
		id,
		secretHash: sha256(secret),
		replaces: [],
		payload: {
			procedureCode: '1.001193',
			contentHash: '1'.repeat(64),
			answers: {},
			form: {},
			applicant: {
				fullName: 'Hoàng Văn Thụ',
				phone: '0987654321',
				citizenId: '079088123456',
				address: 'Thôn Trung, xã Bến Đò'
			},
			subject: 'Hoàng Thị Mơ',
			papers: [{ requirementId: 'giay-chung-sinh', state: 'ready', files: [fileId] }]
		},
		files: [
			{
				fileId,
				requirementId: 'giay-chung-sinh',
				sha256: sha256(photo),
				size: photo.length,
				type: 'image/jpeg'
			}
		]
	});
	expect(opened).toMatchObject({ state: 'open', missing: [fileId] });
	await onceOpened(filed);
	expect((await upload(filed, 1, change(photo))).status).toBe(200);
	expect(await ask('finalize_submission', { id, secret })).toMatchObject({ receipt: { id } });
	return filed;
}

async function filesOf({ id, secret }: Filed) {
	const { dossiers } = await ask<{
		dossiers: { progress: { files: { verified: number; wanted: string[] } } }[];
	}>('dossier_progress', { dossiers: [{ id, secret }] });
	return dossiers[0]?.progress.files;
}

function flipped(photo: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	const bytes = Uint8Array.from(photo);
	bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
	return bytes;
}

async function tokenOf(role: string): Promise<string> {
	const account = server.firstRun.accounts.find((one) => one.role === role);
	if (!account) throw new Error(`no account ${role}`);
	return signIn(server, account);
}

/** As the desk does it: an account first writes down that it opens the file. */
async function open(objectName: string, token?: string, place?: string): Promise<Response> {
	if (token) await ask('open_file', { fileId: objectName.split('/')[1] }, token);
	return fetchStored(objectName, token, place);
}

/** Supabase answers at two addresses: supabase-js downloads from the shorter one. */
function fetchStored(
	objectName: string,
	token?: string,
	place = 'authenticated/'
): Promise<Response> {
	return fetch(`${server.url}/storage/v1/object/${place}dossier-files/${objectName}`, {
		headers: headersFor(server.firstRun, token)
	});
}

test('a photo that arrived right is verified soon', async () => {
	const filed = await file();
	await expect
		.poll(() => filesOf(filed), patience)
		.toEqual({
			verified: 1,
			wanted: []
		});
});

test('one that arrived wrong is asked for again, and the next attempt is verified and shown', async () => {
	const filed = await file(flipped);
	const { id, secret, fileId, photo } = filed;
	await expect
		.poll(() => filesOf(filed), patience)
		.toEqual({
			verified: 0,
			wanted: [fileId]
		});
	const again = await upload(filed, 1, photo);
	expect(await again.json(), 'a stored attempt keeps its bytes').toMatchObject({
		statusCode: '409'
	});
	const short = await upload(filed, 2, photo.slice(1));
	expect(await short.json(), 'only in the declared size').toMatchObject({
		message: 'size-differs'
	});
	expect((await upload(filed, 2, photo)).status).toBe(200);
	await ask('finalize_submission', { id, secret });
	await expect
		.poll(() => filesOf(filed), patience)
		.toEqual({
			verified: 1,
			wanted: []
		});
	expect((await (await upload(filed, 3, photo)).json()).statusCode).toBe('403');
	const receiver = await tokenOf('receiver');
	const { files } = await ask<{ files: { objectName: string; wanted: boolean }[] }>(
		'staff_dossier',
		{ dossierId: id },
		receiver
	);
	expect(files).toMatchObject([{ objectName: `${id}/${fileId}/2`, wanted: false }]);
	const shown = await open(`${id}/${fileId}/2`, receiver);
	expect(Buffer.from(await shown.arrayBuffer()).equals(photo)).toBe(true);
	expect((await open(`${id}/${fileId}/1`, receiver)).status).not.toBe(200);
});

test('a photo that answers a slip is held to its declared size too, and verified', async () => {
	const { id: dossierId, secret } = await file();
	const receiver = await tokenOf('receiver');
	const line = { name: 'Giấy chứng sinh', verdict: 'wrong', reason: 'Ảnh mờ, không đọc được' };
	const counts = { originals: 1, certified: 0, copies: 0 };
	let asked: { slipId?: string } = {};
	// Weekends and holidays are no last date: the first day that is one.
	for (let day = 1; !asked.slipId && day < 15; day += 1)
		asked = await ask(
			'request_supplement',
			{
				actionId: randomUUID(),
				dossierId,
				expectedVersion: 1,
				until: new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10),
				lines: [{ id: 'a', ...line, ...counts }]
			},
			receiver
		);
	const { supplements } = await ask<{ supplements: { id: string }[] }>(
		'staff_dossier',
		{ dossierId },
		receiver
	);
	const [fileId, answerId, photo] = [randomUUID(), randomUUID(), newPhoto()];
	const declared = { size: photo.length, sha256: sha256(photo), type: 'image/jpeg' };
	const answer = { id: answerId, dossierId, secret };
	expect(
		await ask('open_answer', {
			...answer,
			supplementId: supplements[0]?.id,
			lines: [{ lineId: 'a', kind: 'files', files: [fileId] }],
			files: [{ fileId, requirementId: 'giay-chung-sinh', ...declared }]
		})
	).toMatchObject({ missing: [fileId] });
	const sent = { id: dossierId, secret, fileId, photo };
	const long = await upload(sent, 1, new Uint8Array(Buffer.concat([photo, photo])));
	expect(await long.json(), 'twice the bytes').toMatchObject({ message: 'size-differs' });
	expect((await upload(sent, 1, photo)).status).toBe(200);
	expect(await ask('finalize_answer', answer)).toHaveProperty('answeredAt');
	await expect.poll(() => filesOf(sent), patience).toEqual({ verified: 2, wanted: [] });
});

test('a signed address made while the submission was open stores nothing once it is filed', async () => {
	const place = `${server.url}/storage/v1/object/upload/sign/dossier-files`;
	let token = '';
	const filed = await file(undefined, async ({ id, fileId }) => {
		const answer = await fetch(`${place}/${id}/${fileId}/2`, {
			method: 'POST',
			headers: headersFor(server.firstRun)
		});
		expect(answer.status).toBe(200);
		token = ((await answer.json()) as { token: string }).token;
	});
	const late = await fetch(`${place}/${filed.id}/${filed.fileId}/2?token=${token}`, {
		method: 'PUT',
		headers: { ...headersFor(server.firstRun), 'content-type': 'image/jpeg' },
		body: flipped(filed.photo)
	});
	expect([late.status, await late.json()]).toMatchObject([403, { message: 'upload-refused' }]);
});

test('the department opens the photo; another department, other roles and strangers do not', async () => {
	const [mine, theirs] = [await file(), await file()];
	const receiver = await tokenOf('receiver');
	const { departmentId } = await ask<{ departmentId: string }>(
		'my_staff',
		{},
		await tokenOf('officer')
	);
	const { departments } = await ask<{ departments: { id: string }[] }>(
		'staff_dossier',
		{ dossierId: mine.id },
		receiver
	);
	const other = departments.find(({ id }) => id !== departmentId);
	for (const [filed, department] of [
		[mine, departmentId],
		[theirs, other?.id]
	] as const)
		expect(
			await ask(
				'receive_dossier',
				{
					actionId: randomUUID(),
					dossierId: filed.id,
					expectedVersion: 1,
					papers: [],
					departmentId: department,
					dueDate: new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10),
					dueBasis: 'Luật Hộ tịch'
				},
				receiver
			)
		).toHaveProperty('code');
	const nameOf = ({ id, fileId }: Filed) => `${id}/${fileId}/1`;
	// Not even who may read it, without a line that says so.
	for (const place of ['authenticated/', ''])
		expect((await fetchStored(nameOf(mine), receiver, place)).ok).toBe(false);
	for (const [role, opensMine, opensTheirs] of [
		['receiver', true, true],
		['leader', true, true],
		['officer', true, false],
		['approver', true, false],
		['editor', false, false],
		['admin', false, false]
	] as const) {
		const token = await tokenOf(role);
		for (const [filed, opens] of [
			[mine, opensMine],
			[theirs, opensTheirs]
		] as const) {
			for (const place of ['authenticated/', '']) {
				const answer = await open(nameOf(filed), token, place);
				const bytes = Buffer.from(await answer.arrayBuffer());
				expect([role, answer.ok, bytes.equals(filed.photo)]).toEqual([role, opens, opens]);
			}
		}
	}
	for (const filed of [mine, theirs]) expect((await open(nameOf(filed))).ok).toBe(false);
	const withoutKey = await fetch(`${server.url}/storage/v1/object/dossier-files/${nameOf(mine)}`);
	expect(withoutKey.ok).toBe(false);
});

test('a signed address that opens a photo without an account lives five minutes at most', async () => {
	const { id, fileId, photo } = await file();
	const token = await tokenOf('receiver');
	await ask('open_file', { fileId }, token);
	const sign = (body: object, path = `sign/dossier-files/${id}/${fileId}/1`) =>
		fetch(`${server.url}/storage/v1/object/${path}`, {
			method: 'POST',
			headers: { ...headersFor(server.firstRun, token), 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
	for (const expiresIn of [301, 31_536_000, '31536000', null])
		expect((await sign({ expiresIn })).status).toBe(400);
	const paths = [`${id}/${fileId}/1`];
	expect((await sign({ expiresIn: 3_600, paths }, 'sign/dossier-files')).status).toBe(400);
	const escaped = await sign({ expiresIn: 3_600 }, `%73ign/dossier-files/${id}/${fileId}/1`);
	expect(await escaped.text()).not.toContain('token=');
	const { signedUrl } = (await (await sign({ expiresIn: 300 })).json()) as { signedUrl: string };
	const opened = await fetch(`${server.url}${signedUrl}`);
	expect(Buffer.from(await opened.arrayBuffer()).equals(photo)).toBe(true);
});

test('an officer asks for another look, a stranger cannot', async () => {
	const filed = await file();
	await expect.poll(() => filesOf(filed), patience).toMatchObject({ verified: 1 });
	const refused = await callFunction(server, 'recheck_file', {
		request: { protocol: 1, fileId: filed.fileId }
	});
	expect(refused.status).toBe(401);
	expect(await ask('recheck_file', { fileId: filed.fileId }, await tokenOf('receiver'))).toEqual({
		fileId: filed.fileId
	});
	await expect.poll(() => filesOf(filed), patience).toMatchObject({ verified: 1 });
});
