import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { fail, ok } from '$lib/domain/shared/Result';
import { birth } from '$lib/testing/builders';
import { findKept } from './keptWork';
import { aDraft, aStore, openEditor } from './testCatalogue';

const offline = () => fail({ kind: 'offline' as const });
const summary = (text: string) => (content: Procedure) => (content.summary = text);

/** A server that keeps a draft as SQL does. It says nothing while `isMute`, and hears nothing while `isDeaf`. */
function aServer() {
	const server = { draft: aDraft(), isMute: false, isDeaf: false, put };
	function put(content: Record<string, unknown>) {
		server.draft = { ...server.draft, content, revision: server.draft.revision + 1 };
	}
	const save: StaffCatalogue['save'] = async ({ expectedRevision, content }) => {
		if (server.isDeaf) return offline();
		const isLate = expectedRevision !== server.draft.revision;
		if (!isLate) put(content);
		if (server.isMute) return offline();
		return isLate
			? fail({ kind: 'conflict', key: 'draft-changed' })
			: ok({ draftId: 'd1', status: 'open', revision: server.draft.revision });
	};
	const draft: StaffCatalogue['draft'] = async () => (server.isDeaf ? offline() : ok(server.draft));
	return { server, calls: { save, draft } };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a bad line', () => {
	it('loses an answer while somebody types on: nobody else was there, nothing is asked', async () => {
		const { server, calls } = aServer();
		const { editor, type } = openEditor(calls);
		server.isMute = true;
		type(summary('Một.'));
		await vi.advanceTimersByTimeAsync(3_000);
		type(summary('Một. Hai.'));
		server.isMute = false;
		await vi.advanceTimersByTimeAsync(20_000);
		expect(editor.conflict).toBeUndefined();
		expect(editor.isDirty).toBe(false);
		expect(server.draft.content?.summary).toBe('Một. Hai.');
	});

	it('loses an answer, somebody types on and the page goes: opened again nothing is asked', async () => {
		const { server, calls } = aServer();
		const { store, type } = openEditor(calls);
		server.isMute = true;
		type(summary('Một.'));
		await vi.advanceTimersByTimeAsync(3_000);
		server.isDeaf = true;
		type(summary('Một. Hai.'));
		const left = await findKept(store, 'd1');
		server.isMute = server.isDeaf = false;
		const { editor } = openEditor(calls, { draft: server.draft, left, store });
		expect(editor.conflict).toBeUndefined();
		expect(editor.content.summary).toBe('Một. Hai.');
		await vi.advanceTimersByTimeAsync(3_000);
		expect(server.draft.content?.summary).toBe('Một. Hai.');
		expect(await findKept(store, 'd1')).toEqual([]);
	});

	it('goes between the refusal and the newer draft: an old copy is not taken for it', async () => {
		const { server, calls } = aServer();
		const { editor, type } = openEditor({ ...calls, draft: async () => offline() });
		server.put({ ...birth, proxy: 'Của họ.' });
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.conflict).toBeUndefined();
		expect(editor.failure?.kind).toBe('offline');
		expect(editor.isDirty).toBe(true);
	});
});

describe('a draft that could not be given up', () => {
	it('is saved as before', async () => {
		const { server, calls } = aServer();
		const discard = async () => offline();
		const { editor, type } = openEditor({ ...calls, discard });
		type(summary('Một.'));
		expect(await editor.discard()).toEqual(offline());
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.isDirty).toBe(false);
		expect(server.draft.content?.summary).toBe('Một.');
	});
});

describe('two at once', () => {
	it('in different places: both stand, and it is told', async () => {
		const { server, calls } = aServer();
		const { editor, type } = openEditor(calls);
		server.put({ ...birth, proxy: 'Của họ.' });
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.conflict).toBeUndefined();
		expect(editor.content).toMatchObject({ summary: 'Của tôi.', proxy: 'Của họ.' });
		expect(server.draft.content).toMatchObject({ summary: 'Của tôi.', proxy: 'Của họ.' });
		expect(editor.joined?.revision).toBe(2);
	});

	it('in different places of one paper: the thing under the hands stays the same thing', async () => {
		const { server, calls } = aServer();
		const { editor, type } = openEditor(calls);
		const [paper] = editor.content.requirements;
		const [first, ...rest] = structuredClone(birth.requirements);
		server.put({ ...birth, requirements: [{ ...first, why: 'Của họ.' }, ...rest] });
		type((content) => (content.requirements[0]!.name = 'Của tôi '));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.content.requirements[0]).toBe(paper);
		// Also a space that was just typed.
		expect(paper).toMatchObject({ name: 'Của tôi ', why: 'Của họ.' });
	});

	it('two tabs without a line: each keeps its own, the next visit has both', async () => {
		const { server, calls } = aServer();
		const store = aStore();
		server.isDeaf = true;
		const one = openEditor(calls, { store });
		const two = openEditor(calls, { store });
		one.type(summary('Thẻ một.'));
		two.type((content) => (content.proxy = 'Thẻ hai.'));
		two.type((content) => (content.proxy = birth.proxy));
		expect(await findKept(store, 'd1')).toHaveLength(1);
		two.type((content) => (content.proxy = 'Thẻ hai.'));
		const left = await findKept(store, 'd1');
		const { editor } = openEditor(calls, { store, left });
		expect(editor.content).toMatchObject({ summary: 'Thẻ một.', proxy: 'Thẻ hai.' });
	});

	it('two tabs at one place: what does not fit is there at the visit after', async () => {
		const { server, calls } = aServer();
		const store = aStore();
		server.isDeaf = true;
		openEditor(calls, { store }).type(summary('Thẻ một.'));
		openEditor(calls, { store }).type(summary('Thẻ hai.'));
		openEditor(calls, { store, left: await findKept(store, 'd1') });
		server.isDeaf = false;
		await vi.advanceTimersByTimeAsync(20_000);
		const left = await findKept(store, 'd1');
		const { editor } = openEditor(calls, { store, left, draft: server.draft });
		const found = [server.draft.content?.summary, editor.content.summary].sort();
		expect(found).toEqual(['Thẻ hai.', 'Thẻ một.']);
		expect(editor.conflict).toBeDefined();
	});

	it('nobody proposes what another has written meanwhile without seeing it', async () => {
		const { server, calls } = aServer();
		const propose = vi.fn<StaffCatalogue['propose']>(async ({ expectedRevision }) =>
			expectedRevision === server.draft.revision
				? ok({ draftId: 'd1', status: 'proposed', revision: expectedRevision })
				: fail({ kind: 'conflict', key: 'draft-changed' })
		);
		const { editor, type } = openEditor({ ...calls, propose });
		server.put({ ...birth, proxy: 'Của họ.' });
		const joined = { ok: false, error: { key: 'draft-joined' } };
		expect(await editor.propose('a1', 'Vì sao', null)).toMatchObject(joined);
		type(summary('Của tôi.'));
		server.put({ ...birth, proxy: 'Của họ lần nữa.' });
		expect(await editor.propose('a1', 'Vì sao', null)).toMatchObject(joined);
		expect(propose).toHaveBeenCalledOnce();
		expect(await editor.propose('a1', 'Vì sao', null)).toMatchObject({ ok: true });
	});
});
