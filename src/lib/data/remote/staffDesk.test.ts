import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StaffFile } from '$lib/domain/dossier/StaffDossier';
import { fail, ok } from '$lib/domain/shared/Result';
import { anId } from '$lib/testing/builders';
import { createStaffClient } from './staffClient';
import { createStaffDesk } from './staffDesk';

const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
const file: StaffFile = {
	fileId: anId(2),
	requirementId: 'birth-notice',
	type: 'image/jpeg',
	size: bytes.length,
	sha256: createHash('sha256').update(bytes).digest('hex'),
	objectName: `${anId(1)}/${anId(2)}/1`,
	verifiedAt: null,
	wanted: false
};
const hash = async (of: ArrayBuffer) =>
	createHash('sha256').update(new Uint8Array(of)).digest('hex');

/**
 * A desk over a server that gives one answer to everything; `session` = somebody is signed in, `isOver` = and the
 * session has run out since.
 */
function aDesk({
	session,
	isOver = false,
	answer
}: {
	session: boolean;
	isOver?: boolean;
	answer: (url: string) => Response;
}) {
	const asked: Request[] = [];
	vi.stubGlobal('fetch', async (...args: Parameters<typeof fetch>) => {
		const request = new Request(...args);
		asked.push(request);
		return answer(request.url);
	});
	const kept = new Map<string, string>();
	if (session) {
		const user = { id: anId(9), aud: 'authenticated', email: 'a@example' };
		const expires_at = Math.floor(Date.now() / 1000) + (isOver ? -1 : 3600);
		const content = { access_token: 'of-the-officer', refresh_token: 'r', expires_at, user };
		kept.set('mot-cua.staff', JSON.stringify(content));
	}
	const storage: Storage = {
		length: 0,
		clear: () => kept.clear(),
		key: () => null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
	const connection = { url: 'https://api.example', publishableKey: 'publishable-key' };
	const connect = async () => ok(connection);
	return { desk: createStaffDesk(connect, createStaffClient(connect, storage)), asked };
}

/** What an opening is answered, and the bytes after it. */
const ofTheDesk = (url: string) =>
	url.endsWith('/open_file') ? Response.json({ fileId: file.fileId }) : new Response(bytes);

describe("the desk's files", () => {
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
		vi.useRealTimers();
	});

	it('are fetched in the name of the officer', async () => {
		const { desk, asked } = aDesk({ session: true, answer: ofTheDesk });
		const answer = await desk.openFile(file, hash, 'Đối chiếu');
		expect(answer.ok).toBe(true);
		const [note, request] = asked;
		expect(note?.url).toBe('https://api.example/rest/v1/rpc/open_file');
		expect(await note?.json()).toEqual({
			request: { protocol: 1, fileId: file.fileId, reason: 'Đối chiếu' }
		});
		expect(request?.url).toBe(
			`https://api.example/storage/v1/object/authenticated/dossier-files/${file.objectName}`
		);
		expect(request?.headers.get('authorization')).toBe('Bearer of-the-officer');
	});

	it('are not fetched when it cannot be written down', async () => {
		const answer = () => Response.json({ code: 'PT400', message: 'view-reason' }, { status: 400 });
		const { desk, asked } = aDesk({ session: true, answer });
		expect(await desk.openFile(file, hash)).toMatchObject({
			ok: false,
			error: { kind: 'invalid', key: 'view-reason' }
		});
		expect(asked.map(({ url }) => url)).toEqual(['https://api.example/rest/v1/rpc/open_file']);
	});

	it('are not even asked for when nobody is signed in', async () => {
		const { desk, asked } = aDesk({ session: false, answer: () => new Response(bytes) });
		expect(await desk.openFile(file, hash)).toEqual(fail({ kind: 'unauthorized' }));
		expect(asked).toEqual([]);
	});

	it('wait for the line when the session has run out and cannot be renewed: nobody is signed out by it', async () => {
		vi.useFakeTimers();
		// The library reports every try.
		vi.spyOn(console, 'warn').mockReturnValue();
		const answer = () => {
			throw new TypeError('Failed to fetch');
		};
		const { desk } = aDesk({ session: true, isOver: true, answer });
		const opened = desk.openFile(file, hash);
		await vi.advanceTimersByTimeAsync(120_000);
		expect(await opened).toMatchObject({ ok: false, error: { kind: 'offline' } });
		const me = desk.findMe();
		await vi.advanceTimersByTimeAsync(120_000);
		expect(await me).toMatchObject({ ok: false, error: { kind: 'offline' } });
	});

	it('are looked at again by the server when somebody says so', async () => {
		const answer = () => Response.json({ fileId: file.fileId });
		const { desk, asked } = aDesk({ session: true, answer });
		expect(await desk.recheckFile(file.fileId)).toEqual(ok(null));
		expect(asked[0]?.url).toBe('https://api.example/rest/v1/rpc/recheck_file');
		expect(await asked[0]?.json()).toEqual({ request: { protocol: 1, fileId: file.fileId } });
	});
});
