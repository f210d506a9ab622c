import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { FirstRun } from '#embedded/firstRun.ts';

export type Role = 'receiver' | 'officer' | 'approver' | 'leader' | 'editor' | 'admin';

const QueueAnswer = z.object({ rows: z.array(z.object({ id: z.string(), subject: z.string() })) });
const DossierAnswer = z.object({
	payload: z.object({
		form: z.record(z.string(), z.string()),
		papers: z.array(
			z.object({
				requirementId: z.string(),
				state: z.string(),
				reason: z.optional(z.string()),
				files: z.optional(z.array(z.string()))
			})
		)
	}),
	events: z.array(z.object({ action: z.string() })),
	files: z.array(
		z.object({ requirementId: z.string(), sha256: z.string(), objectName: z.string() })
	),
	slips: z.array(z.object({ number: z.string() }))
});

/** Where the server of this run answers, e.g. http://127.0.0.1:4711. */
export function officeAddress(): string {
	const address = process.env.E2E_URL;
	if (!address) throw new Error('no server: the tests run by `npm run test:browser` only');
	return address;
}

/** The demo account of a role, as the first start wrote it down. */
export function accountOf(role: Role): { email: string; password: string } {
	const account = firstRun().accounts.find((each) => each.role === role);
	if (!account) throw new Error(`no demo account for ${role}`);
	return account;
}

/**
 * What the server itself says about the dossiers of a subject that the desk has not received yet, asked as the
 * receiver: the form values of each, how often each action happened, and its slips.
 */
export async function dossiersOf(subject: string, group: 'new' | 'answered' | 'working' = 'new') {
	const token = await signInAs('receiver');
	const queue = QueueAnswer.parse(await call('staff_queue', { group, search: subject }, token));
	const ids = queue.rows.filter((row) => row.subject === subject).map((row) => row.id);
	return Promise.all(
		ids.map(async (dossierId) => {
			const dossier = DossierAnswer.parse(await call('staff_dossier', { dossierId }, token));
			return {
				form: dossier.payload.form,
				actions: dossier.events.map((event) => event.action),
				slips: dossier.slips,
				files: dossier.files,
				papers: dossier.payload.papers
			};
		})
	);
}

/** SHA-256 of the bytes that Storage gives the receiver for a file of a dossier. */
export async function storedHash(objectName: string): Promise<string> {
	const token = await signInAs('receiver');
	await call('open_file', { fileId: objectName.split('/')[1] }, token);
	const response = await fetch(
		`${officeAddress()}/storage/v1/object/authenticated/dossier-files/${objectName}`,
		{ headers: { apikey: firstRun().publishableKey, authorization: `Bearer ${token}` } }
	);
	if (!response.ok) throw new Error(`${objectName} answered ${response.status}`);
	return createHash('sha256')
		.update(Buffer.from(await response.arrayBuffer()))
		.digest('hex');
}

function firstRun(): FirstRun {
	const path = join(process.env.E2E_DATA_DIR ?? '', 'first-run.json');
	return FirstRun.parse(JSON.parse(readFileSync(path, 'utf8')));
}

const sessions = new Map<Role, Promise<string>>();

/** One sign-in per role is enough, and the office allows only so many a minute. */
function signInAs(role: Role): Promise<string> {
	const known = sessions.get(role);
	if (known) return known;
	const { email, password } = accountOf(role);
	const session = post('/auth/v1/token?grant_type=password', { email, password }).then(
		(answer) => z.object({ access_token: z.string() }).parse(answer).access_token
	);
	sessions.set(role, session);
	return session;
}

/** Asks a function of the server as the demo account of a role; a refusal throws with the function's name and its key. */
export async function askOffice(role: Role, name: string, request: object = {}): Promise<unknown> {
	return call(name, request, await signInAs(role));
}

/** Asks a function of the server as anybody without an account; a refusal throws. */
export async function askAsCitizen(name: string, request: object): Promise<unknown> {
	return call(name, request);
}

function call(name: string, request: object, token?: string): Promise<unknown> {
	return post(`/rest/v1/rpc/${name}`, { request: { protocol: 1, ...request } }, token);
}

async function post(path: string, body: object, token?: string): Promise<unknown> {
	const { publishableKey } = firstRun();
	const response = await fetch(officeAddress() + path, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			apikey: publishableKey,
			authorization: `Bearer ${token ?? publishableKey}`
		},
		body: JSON.stringify(body)
	});
	if (!response.ok)
		throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
	return response.json();
}
