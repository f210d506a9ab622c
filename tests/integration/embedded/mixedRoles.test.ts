import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { muteBackendConsole } from '#embedded/backendLog.ts';
import { startServer, type RunningServer } from '#embedded/server.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	fixtureDir,
	headersFor,
	readFirstRun,
	signIn,
	temporaryFolder,
	type FirstRunNote
} from './harness.ts';

const dataDir = temporaryFolder();
let server: RunningServer;
let firstRun: FirstRunNote;
/** Membership each caller must see, with the token that proves it; anon has neither. */
let callers: { member: string | null; token: string | undefined }[];

beforeAll(async () => {
	muteBackendConsole(() => undefined);
	server = await startServer({
		dataDir,
		port: 0,
		host: '127.0.0.1',
		supabaseDir: fixtureDir,
		buildDir: join(dataDir, 'build'),
		authLimits: { atOnce: 6 },
		log: () => undefined
	});
	firstRun = readFirstRun(dataDir);
	const staff = await Promise.all(
		firstRun.accounts.map(async (account) => ({
			member: account.role,
			token: await signIn({ url: server.url, firstRun }, account)
		}))
	);
	callers = [{ member: null, token: undefined }, ...staff];
});

afterAll(async () => {
	await server?.stop();
	rmSync(dataDir, { recursive: true, force: true });
});

type Caller = (typeof callers)[number];
type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Three kinds of request: they need different numbers of ticks, which is what mixes them up without turns. */
const kinds: ((
	caller: Caller,
	echo: number
) => { path: string; body?: unknown; expected: unknown })[] = [
	({ member, token }, echo) => ({
		path: '/rest/v1/rpc/whoami',
		body: { echo },
		expected: [200, { role: token ? 'authenticated' : 'anon', member, echo }]
	}),
	({ member }) => ({
		path: '/rest/v1/members?select=role',
		expected: [200, member ? [{ role: member }] : []]
	}),
	() => ({
		path: '/rest/v1/rpc/accept_invitation',
		body: { request: { protocol: 1, code: 'nobody' } },
		expected: [404, expect.objectContaining({ message: 'invitation-unknown' })]
	})
];

/** Starts 40 requests in one tick, kinds and callers taking turns, and checks each answer against its own caller. */
async function expectOwnAnswers(send: Send) {
	const asked = Array.from({ length: 40 }, (_, index) => {
		const caller = callers[index % callers.length] as Caller;
		const kind = kinds[index % kinds.length] as (typeof kinds)[number];
		return { caller, ...kind(caller, index) };
	});
	const answers = await Promise.all(
		asked.map(({ caller, path, body }) =>
			send(path, {
				method: body ? 'POST' : 'GET',
				headers: headersFor(firstRun, caller.token),
				body: body ? JSON.stringify(body) : undefined
			})
		)
	);
	const seen = await Promise.all(
		answers.map(async (answer) => [answer.status, await answer.json()])
	);
	expect(seen).toEqual(asked.map(({ expected }) => expected));
}

describe('40 requests of seven callers started in one tick', () => {
	test('through HTTP, each is answered under its own role', () =>
		expectOwnAnswers((path, init) => fetch(server.url + path, init)));

	test('in this process, each is answered under its own role', () =>
		expectOwnAnswers((path, init) =>
			server.api(new Request(`http://127.0.0.1${path}`, init), {
				address: '127.0.0.1',
				local: true
			})
		));
});
