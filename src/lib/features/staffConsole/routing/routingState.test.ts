import { describe, expect, it } from 'vitest';
import type { DeskRouting } from '$lib/data/ports/DeskRouting';
import { createMemoryKeeper } from '$lib/testing/memoryDesk';
import type { Result } from '$lib/domain/shared/Result';
import { viRouting } from '$lib/i18n/viRouting';
import { DossierState } from '../dossier/dossierState.svelte';
import { joinNames } from './joinNames';
import { partState } from './partState';
import { routingRefusal } from './routingRefusal';
import { RoutingState } from './routingState.svelte';
import { aDossier } from '../dossier/testDossier';
import { aSession } from '../testSession';

const KEY = `routing-${aDossier().id}`;
const offline: Result<null> = { ok: false, error: { kind: 'offline' } };
const done: Result<null> = { ok: true, value: null };

/** The panel of a dossier; the server gives these answers, one after another, and keeps what it was asked. */
async function aPanel(answers: Result<null>[], store = createMemoryKeeper().storeOf('s1')) {
	const asked: Record<string, unknown>[] = [];
	const answer = async (request: object) => {
		asked.push({ ...request });
		return answers.shift() ?? done;
	};
	const calls: DeskRouting = {
		assign: answer,
		pass: answer,
		move: answer,
		consult: answer,
		closeConsultation: answer,
		addParts: answer,
		finishStage: answer,
		stepPart: answer,
		copyExternal: answer,
		note: answer,
		notePresence: async () => ({ ok: false, error: { kind: 'offline' } })
	};
	const dossier = aDossier();
	const session = await aSession({ dossier: async () => ({ ok: true, value: dossier }) }, store);
	const desk = new DossierState(dossier.id, session);
	await desk.load();
	const panel = new RoutingState(dossier.id, desk, calls, session);
	await panel.restore();
	return { asked, desk, panel, store };
}

describe('what is typed in the panel', () => {
	it('stays on the PC until it is sent, and only what was sent goes', async () => {
		const { desk, panel, store } = await aPanel([offline]);
		panel.write('move-to', 'd2');
		panel.write('consult-agency', 'Công an xã');
		const form = { errors: [], content: { departmentId: 'd2', reason: 'Nhầm phòng' } };
		const send = () => panel.submit('move', 'move-', form, (request) => panel.calls.move(request));
		await send();
		expect(desk.routed).toMatchObject({ kind: 'failed' });
		expect((await aPanel([], store)).panel.textOf('move-to')).toBe('d2');
		await send();
		expect(desk.routed).toMatchObject({ kind: 'done', action: 'move' });
		expect(await store.load(KEY)).toEqual({ 'consult-agency': 'Công an xã' });
		panel.write('consult-agency', '');
		expect(await store.load(KEY)).toBeUndefined();
	});

	it('goes before what the procedure proposes, also when it was emptied', async () => {
		const offer = {
			agency: 'Cơ quan liên quan',
			limit: { unit: 'working-day' as const, value: 2 },
			silence: 'agrees' as const,
			source: null,
			until: '2099-11-27'
		};
		const store = createMemoryKeeper().storeOf('s1');
		const { desk, panel } = await aPanel([], store);
		desk.dossier = aDossier({ routing: { ...aDossier().routing, consults: [offer] } });
		expect(panel.textOf('consult-agency')).toBe('Cơ quan liên quan');
		expect(await store.load(KEY)).toBeUndefined();
		panel.write('consult-agency', '');
		expect(panel.textOf('consult-agency')).toBe('');
		panel.pickOffer('');
		expect(panel.textOf('consult-until')).toBe('');
		panel.pickOffer('Cơ quan liên quan');
		expect(panel.textOf('consult-agency')).toBe('Cơ quan liên quan');
		expect(panel.textOf('consult-until')).toBe('2099-11-27');
	});

	it('is left out when what was kept is no text', async () => {
		const store = createMemoryKeeper().storeOf('s1');
		store.save(KEY, { 'note-text': 3, 'move-to': 'd2' });
		const { panel } = await aPanel([], store);
		expect([panel.textOf('note-text'), panel.textOf('move-to')]).toEqual(['', 'd2']);
	});
});

describe('a note', () => {
	it('has one id for the same words until an answer comes', async () => {
		const { asked, panel } = await aPanel([offline, offline]);
		panel.write('note-text', 'Đã gọi');
		await panel.note();
		expect(panel.noted).toEqual({ kind: 'offline' });
		await panel.note();
		panel.write('note-text', 'Đã gọi, hẹn mai');
		await panel.note();
		expect(panel.noted).toBeNull();
		expect(panel.textOf('note-text')).toBe('');
		const [first, second, third] = asked.map(({ noteId }) => noteId);
		expect(second).toBe(first);
		expect(third).not.toBe(first);
	});
});

describe('the words of the panel', () => {
	it('name everybody', () => {
		expect(['An', 'An Bình', 'An Bình Cúc'].map((names) => joinNames(names.split(' ')))).toEqual([
			'An',
			'An và Bình',
			'An, Bình và Cúc'
		]);
	});

	it('say where a part stands', () => {
		const part = { after: 1, startedAt: '2026-11-23T01:00:00Z', endedAt: '2026-11-24T01:00:00Z' };
		expect(partState({ ...part, state: 'waiting' })).toBe('Chờ phần 1 kết thúc');
		expect(partState({ ...part, state: 'running' })).toBe('Đang làm từ Thứ Hai, 23/11/2026');
		expect(partState({ ...part, state: 'done' })).toBe('Xong ngày Thứ Ba, 24/11/2026');
		expect(partState({ ...part, state: 'failed' })).toBe('Không làm được, ngày Thứ Ba, 24/11/2026');
	});

	it('say why something was refused, with the words of the house for the rest', () => {
		expect(routingRefusal({ kind: 'conflict', key: 'part-changed' })).toBe(
			viRouting.refusals['part-changed']
		);
		expect(routingRefusal({ kind: 'offline' })).toMatch(/^Không liên lạc được/);
	});
});
