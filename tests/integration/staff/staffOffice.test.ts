import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createConnection } from '$lib/data/remote/connection';
import { createStaffClient } from '$lib/data/remote/staffClient';
import { createStaffDesk } from '$lib/data/remote/staffDesk';
import { createStaffOffice } from '$lib/data/remote/staffOffice';
import type { StaffRole } from '$lib/domain/access/StaffPerson';
import {
	projectDir,
	startProcess,
	temporaryFolder,
	type Account,
	type ServerProcess
} from '../embedded/harness.ts';

const dataDir = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
	server = await startProcess(dataDir, { SUPABASE_DIR: projectDir, TRUST_PROXY: '1' });
	// Every request comes from another address, so that only the limits of an account are met.
	const send = globalThis.fetch;
	let requests = 0;
	vi.stubGlobal('fetch', (...args: Parameters<typeof fetch>) => {
		const request = new Request(...args);
		requests += 1;
		request.headers.set('x-forwarded-for', `198.51.${requests >> 8}.${requests & 255}`);
		return send(request);
	});
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await server?.end('SIGKILL');
	rmSync(dataDir, { recursive: true, force: true });
});

/** A tab of a browser with nobody signed in. */
function aTab() {
	const kept = new Map<string, string>();
	const storage: Storage = {
		length: 0,
		clear: () => kept.clear(),
		key: () => null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
	const connect = createConnection(
		(path, init) => fetch(new URL(String(path), server.url), init),
		() => server.url
	);
	const client = createStaffClient(connect, storage);
	return {
		client,
		desk: createStaffDesk(connect, client),
		office: createStaffOffice(client)
	};
}

async function tabOf(role: StaffRole) {
	const account = server.firstRun.accounts.find((each) => each.role === role);
	if (!account) throw new Error(`no account for ${role}`);
	const tab = aTab();
	expect(await tab.desk.signIn(account.email, account.password)).toMatchObject({ ok: true });
	return { ...tab, account };
}

/** Asks for the queue, whatever it holds. */
const queue = ({ client }: ReturnType<typeof aTab>) =>
	client.call('staff_queue', { group: 'new' }, z.unknown());

/** Invites somebody as the administrator; gives the code and who it is for. */
async function invite(fullName: string, roles: StaffRole[] = ['receiver']) {
	const { office } = await tabOf('admin');
	const request = { fullName, title: '', phone: '', departmentId: null, roles };
	const answer = await office.invite({ ...request, actionId: crypto.randomUUID() });
	if (!answer.ok) throw new Error(JSON.stringify(answer.error));
	return answer.value;
}

describe('an invited person', () => {
	const me = { email: 'moi@motcua.test', password: 'mat-khau-cua-moi' };

	test('opens an account by the code and is signed in, once', async () => {
		const { code } = await invite('Mai Thị Mới');
		const tab = aTab();
		expect(await tab.office.acceptInvitation({ code: 'X'.repeat(20), ...me })).toMatchObject({
			error: { kind: 'not-found', key: 'invitation-unknown' }
		});
		expect(await tab.desk.findMe(), 'nobody is signed in after a refusal').toEqual({
			ok: true,
			value: null
		});
		// The account is there already, from the try before.
		const typed = code.toLowerCase().replace(/(.{5})/g, '$1 ');
		expect(await tab.office.acceptInvitation({ code: typed, ...me })).toEqual({
			ok: true,
			value: null
		});
		expect(await tab.desk.findMe()).toMatchObject({
			value: { fullName: 'Mai Thị Mới', roles: ['receiver'] }
		});
		expect(await aTab().office.acceptInvitation({ code, ...me })).toMatchObject({
			error: { kind: 'conflict', key: 'already-staff' }
		});
	});

	test('with the address of another account is told so, whoever it belongs to', async () => {
		const { code } = await invite('Người Trùng Email');
		expect(
			await aTab().office.acceptInvitation({ code, email: me.email, password: 'mot-mat-khau-khac' })
		).toMatchObject({ error: { kind: 'conflict', key: 'account-taken' } });
	});

	test('suspended, is refused at the very next request of the same session', async () => {
		const admin = await tabOf('admin');
		const tab = aTab();
		expect(await tab.desk.signIn(me.email, me.password)).toMatchObject({ ok: true });
		const id = (await tab.desk.findMe()) as { value: { id: string } };
		expect(await queue(tab)).toMatchObject({ ok: true });
		expect(await admin.office.suspend(id.value.id, 'Nghỉ phép')).toEqual({ ok: true, value: null });
		expect(await queue(tab)).toMatchObject({
			error: { kind: 'forbidden', key: 'not-staff' }
		});
		expect(await aTab().desk.signIn(me.email, me.password)).toMatchObject({
			error: { kind: 'forbidden', key: 'not-staff' }
		});
		expect(await admin.office.restore(id.value.id)).toMatchObject({ ok: true });
		expect(await queue(tab)).toMatchObject({ ok: true });
	});

	test('who forgot the password gets a new account under the same address', async () => {
		const admin = await tabOf('admin');
		const tab = aTab();
		const { code: first } = await invite('Vi Thị Quên');
		const who = { email: 'quen@motcua.test', password: 'mat-khau-bi-quen' };
		expect(await tab.office.acceptInvitation({ code: first, ...who })).toMatchObject({ ok: true });
		const list = await admin.office.list();
		const person = list.ok && list.value.staff.find(({ email }) => email === who.email);
		if (!person) throw new Error('not on the list');
		const untied = await admin.office.untie(person.id);
		if (!untied.ok) throw new Error(JSON.stringify(untied.error));
		expect(await queue(tab), 'the old session').toMatchObject({
			error: { key: 'not-staff' }
		});
		expect(await aTab().desk.signIn(who.email, who.password), 'the old password').toMatchObject({
			error: { kind: 'unauthorized' }
		});
		const { code } = untied.value;
		const next = { ...who, code, password: 'mat-khau-moi-hon' };
		expect(await tab.office.acceptInvitation(next)).toEqual({ ok: true, value: null });
		expect(await tab.desk.findMe()).toMatchObject({ value: { id: person.id } });
	});
});

describe('the own password', () => {
	const change = async (account: Account, current: string, next: string) => {
		const tab = aTab();
		await tab.desk.signIn(account.email, account.password);
		return tab.office.changePassword(current, next);
	};

	test('is changed with the current one; the old one and sessions elsewhere are over', async () => {
		const here = await tabOf('editor');
		const elsewhere = await tabOf('editor');
		const next = 'một mật khẩu mới';
		expect(await here.office.changePassword(here.account.password, next)).toEqual({
			ok: true,
			value: null
		});
		expect(await here.desk.findMe()).toMatchObject({ value: { roles: ['editor'] } });
		expect(await aTab().desk.signIn(here.account.email, here.account.password)).toMatchObject({
			error: { kind: 'unauthorized' }
		});
		expect(await aTab().desk.signIn(here.account.email, next)).toMatchObject({ ok: true });
		const client = await elsewhere.client.getClient();
		const renewed = client.ok ? await client.value.auth.refreshSession() : undefined;
		expect(renewed?.error, 'the other session cannot be renewed').not.toBeNull();
	});

	test('is not changed by a wrong current one, nor to itself or something short', async () => {
		const account = server.firstRun.accounts.find(({ role }) => role === 'approver');
		if (!account) throw new Error('no approver');
		const { password } = account;
		expect(await change(account, 'not-the-password', 'mat-khau-dai-hon')).toMatchObject({
			error: { kind: 'invalid', key: 'password-wrong' }
		});
		expect(await change(account, password, password)).toMatchObject({
			error: { kind: 'invalid', key: 'password-same' }
		});
		expect(await change(account, password, 'ngan')).toMatchObject({
			error: { kind: 'invalid', key: 'password-weak' }
		});
		expect(await aTab().desk.signIn(account.email, password)).toMatchObject({ ok: true });
	});

	test('guessed through the form is throttled like sign-in', async () => {
		const { office, account } = await tabOf('leader');
		let answer;
		for (let tried = 0; tried < 12; tried += 1)
			answer = await office.changePassword(`wrong-${tried}`, 'mat-khau-dai-hon');
		expect(answer).toMatchObject({ error: { kind: 'throttled' } });
		expect(await aTab().desk.signIn(account.email, account.password)).toMatchObject({
			error: { kind: 'throttled' }
		});
	});
});
