import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '$lib/data/ports/StaffDesk';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import type { AppError, ErrorKind, Result } from '$lib/domain/shared/Result';
import { DossierState } from './dossierState.svelte';
import { aDossier } from './testDossier';
import { aSession } from '../testSession';

const received = {
	action: 'receive',
	fromStatus: 1,
	toStatus: 2,
	actor: 'Phạm Văn Trưởng',
	byStaff: true,
	at: '2026-11-23T02:00:00Z',
	data: {}
};
const failed = (kind: ErrorKind): Result<null> => ({ ok: false, error: { kind } });

/** A dossier page whose server gives these answers to "start", one after another, and keeps what it was asked. */
async function aDesk(answers: Result<null>[]) {
	const server: { dossier: StaffDossier; asked: ActionRequest[] } = {
		dossier: aDossier(),
		asked: []
	};
	const session = await aSession({
		dossier: async () => ({ ok: true, value: server.dossier }),
		start: async (request) => {
			server.asked.push(request);
			return answers.shift() ?? { ok: true, value: null };
		}
	});
	const desk = new DossierState(server.dossier.id, session);
	await desk.load();
	const start = () => desk.act('start', (request) => session.desk.start(request));
	return { server, session, desk, start };
}

describe('an action about where the dossier lies', () => {
	const pass = (desk: DossierState, answer: Result<null>, asked: ActionRequest[], about?: string) =>
		desk.act(
			'part-step',
			async (request) => {
				asked.push(request);
				return answer;
			},
			undefined,
			about
		);

	it('is answered in its own place and leaves what is typed elsewhere', async () => {
		const { desk } = await aDesk([]);
		const { drafts } = desk;
		await pass(desk, { ok: true, value: null }, []);
		expect(desk.routed).toEqual({ kind: 'done', action: 'part-step' });
		expect(desk.outcome).toBeUndefined();
		expect(desk.drafts).toBe(drafts);
	});

	it('has an id for each part it is about', async () => {
		const { desk } = await aDesk([]);
		const asked: ActionRequest[] = [];
		await pass(desk, failed('offline'), asked, 'one');
		await pass(desk, failed('offline'), asked, 'other');
		await pass(desk, { ok: true, value: null }, asked, 'one');
		expect(asked.map(({ actionId }) => actionId)).toEqual(['id-1', 'id-2', 'id-1']);
	});

	it('that came too early has no rival', async () => {
		const { desk } = await aDesk([]);
		const error: AppError = { kind: 'conflict', key: 'consultation-early' };
		await pass(desk, { ok: false, error }, []);
		expect(desk.routed).toEqual({ kind: 'failed', error });
	});
});

describe('an action', () => {
	it.each<ErrorKind>(['offline', 'unknown', 'throttled'])(
		'keeps its id while the answer is uncertain (%s)',
		async (kind) => {
			const { server, desk, start } = await aDesk([failed(kind), { ok: true, value: null }]);
			await start();
			expect(desk.outcome).toEqual({ kind: 'failed', error: { kind } });
			await start();
			expect(desk.outcome).toMatchObject({ kind: 'done', action: 'start' });
			expect(server.asked.map((request) => request.actionId)).toEqual(['id-1', 'id-1']);
		}
	);

	it('takes a new id after a certain refusal', async () => {
		const { server, start } = await aDesk([failed('invalid')]);
		await start();
		await start();
		expect(server.asked.map((request) => request.actionId)).toEqual(['id-1', 'id-2']);
	});

	it('is sent once when pressed twice', async () => {
		const { server, start } = await aDesk([]);
		await Promise.all([start(), start()]);
		expect(server.asked).toHaveLength(1);
	});

	it('carries the version on screen', async () => {
		const { server, start } = await aDesk([]);
		await start();
		expect(server.asked[0]).toMatchObject({ expectedVersion: 1, dossierId: server.dossier.id });
	});
});

describe('when somebody was faster', () => {
	it('says what they did, shows the fresh dossier and keeps what was typed', async () => {
		const { server, desk, start } = await aDesk([failed('conflict')]);
		if (!desk.drafts) throw new Error('no drafts');
		desk.drafts.receive.dueBasis = 'Điều 5';
		server.dossier = aDossier({ status: 2, version: 2, events: [received] });
		await start();
		expect(desk.outcome).toEqual({ kind: 'overtaken', by: received });
		expect(desk.dossier?.status).toBe(2);
		expect(desk.drafts.receive.dueBasis).toBe('Điều 5');
	});

	it.each([
		'calendar-missing',
		'limit-unusable',
		'receipt-used',
		'extend-once',
		'extend-too-late',
		'halt-too-early'
	])('is not what %s means', async (key) => {
		const { desk, start } = await aDesk([{ ok: false, error: { kind: 'conflict', key } }]);
		await start();
		expect(desk.outcome).toEqual({ kind: 'failed', error: { kind: 'conflict', key } });
	});

	it('says so as well when only looking', async () => {
		const { server, desk } = await aDesk([]);
		server.dossier = aDossier({ status: 2, version: 2, events: [received] });
		await desk.load();
		expect(desk.outcome).toEqual({ kind: 'changed', by: received });
	});
});

it('asks to sign in again when the session is over, and keeps the dossier', async () => {
	const { session, desk, start } = await aDesk([failed('unauthorized')]);
	await start();
	expect(session.phase).toBe('expired');
	expect(desk.dossier).toBeDefined();
});

describe('what is kept on this PC', () => {
	const key = 'dossier-00000000-0000-4000-8000-000000000001';
	async function aKeptDesk(kept: unknown) {
		const calls: [string, string][] = [];
		const session = await aSession(
			{
				dossier: async () => ({ ok: true, value: aDossier() }),
				start: async () => ({ ok: true, value: null }),
				replySupplement: async () => ({ ok: true, value: null })
			},
			{
				load: async (asked) => {
					calls.push(['load', asked]);
					if (kept instanceof Error) throw kept;
					return kept;
				},
				loadAll: async () => [],
				save: () => undefined,
				forget: (asked) => calls.push(['forget', asked])
			}
		);
		const desk = new DossierState(aDossier().id, session);
		await desk.load();
		return { session, desk, calls };
	}

	it('is there again when the dossier is opened, once', async () => {
		const { desk, calls } = await aKeptDesk({ texts: { refuse: { reason: 'Sai nơi' } } });
		expect(desk.drafts?.texts.refuse).toEqual({ reason: 'Sai nơi', rightPlace: '' });
		await desk.load();
		expect(calls).toEqual([['load', key]]);
	});

	it('does not stand in the way when it cannot be read', async () => {
		const { desk } = await aKeptDesk(new Error('closed'));
		expect(desk.drafts?.texts.refuse.reason).toBe('');
	});

	it('is forgotten form by form when the dossier stays where it stands', async () => {
		const { desk, calls } = await aKeptDesk({
			fees: [{ id: 'Bản sao Giấy khai sinh (nếu xin thêm)', units: '3', times: '1' }],
			texts: {
				finish: { resultNumber: '1/2026' },
				fee: { receiptNumber: '7' },
				extend: { reason: 'Chờ xác minh' },
				correct: { reason: 'Sai tên đệm' }
			}
		});
		expect(desk.drafts?.fees).toMatchObject([{ units: '3' }]);
		for (const action of ['fee', 'extend', 'correct'] as const)
			await desk.act(action, async () => ({ ok: true, value: null }));
		expect(desk.drafts?.texts).toMatchObject({
			finish: { resultNumber: '1/2026' },
			fee: { receiptNumber: '' },
			extend: { reason: '' },
			correct: { reason: '' }
		});
		expect(desk.drafts?.fees).toMatchObject([{ units: '' }]);
		expect(calls).toEqual([['load', key]]);
	});

	it('is forgotten once sent, but a reply leaves the other forms', async () => {
		const { session, desk, calls } = await aKeptDesk({
			texts: { refuse: { reason: 'Sai nơi' }, reply: { text: 'Có.' } }
		});
		await desk.act('reply', (request) => session.desk.replySupplement({ ...request, text: 'Có.' }));
		expect(desk.drafts?.texts).toMatchObject({
			refuse: { reason: 'Sai nơi' },
			reply: { text: '' }
		});
		expect(calls.map(([call]) => call)).toEqual(['load']);
		await desk.act('start', (request) => session.desk.start(request));
		expect(calls[1]).toEqual(['forget', key]);
		expect(desk.outcome).toMatchObject({ kind: 'done', action: 'start' });
	});
});
