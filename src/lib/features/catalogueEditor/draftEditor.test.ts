import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { fail, ok } from '$lib/domain/shared/Result';
import { birth } from '$lib/testing/builders';
import { findKept } from './keptWork';
import { aDraft, openEditor as open } from './testCatalogue';

const place = (revision: number) => ok({ draftId: 'd1', status: 'open' as const, revision });

const summary = (text: string) => (content: Procedure) => (content.summary = text);

const aLeft = (content: Procedure) => ({
	key: 'draft:d1:before',
	content,
	common: birth,
	sent: []
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is typed', () => {
	it('is kept here at once, saved a moment later, and then not kept any more', async () => {
		const save = vi.fn(async () => place(2));
		const { editor, store, type } = open({ save });
		type(summary('Mới.'));
		expect(editor.isDirty).toBe(true);
		expect((await findKept(store, 'd1'))[0]?.content.summary).toBe('Mới.');
		expect(save).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(3_000);
		expect(save).toHaveBeenCalledExactlyOnceWith({
			draftId: 'd1',
			expectedRevision: 1,
			content: expect.objectContaining({ summary: 'Mới.' })
		});
		expect(editor.isDirty).toBe(false);
		expect(await findKept(store, 'd1')).toEqual([]);
		type(summary('Mới hơn.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(save).toHaveBeenLastCalledWith(expect.objectContaining({ expectedRevision: 2 }));
	});

	it('reaches the server also while somebody goes on typing', async () => {
		const save = vi.fn(async () => place(2));
		const { type } = open({ save });
		for (let second = 0; second < 10; second += 1) {
			type(summary(`Mới ${second}.`));
			await vi.advanceTimersByTimeAsync(1_000);
		}
		expect(save).toHaveBeenCalled();
	});

	it('and taken back is nothing to save', async () => {
		const save = vi.fn(async () => place(2));
		const { editor, store, type } = open({ save });
		type(summary('Mới.'));
		type(summary(birth.summary));
		await vi.advanceTimersByTimeAsync(20_000);
		expect(save).not.toHaveBeenCalled();
		expect(editor.isDirty).toBe(false);
		expect(store.rows.size).toBe(0);
	});

	it('waits on this PC while the line is down, and goes out by itself', async () => {
		let isDown = true;
		const save = vi.fn(async () => (isDown ? fail({ kind: 'offline' as const }) : place(2)));
		const { editor, store, type } = open({ save });
		type(summary('Mới.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.failure?.kind).toBe('offline');
		expect((await findKept(store, 'd1'))[0]?.content.summary).toBe('Mới.');
		isDown = false;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(editor.failure).toBeUndefined();
		expect(editor.isDirty).toBe(false);
	});

	it('while a save is on its way goes with the next one', async () => {
		const answers: ((answer: ReturnType<typeof place>) => void)[] = [];
		const save = vi.fn(
			() => new Promise<ReturnType<typeof place>>((resolve) => answers.push(resolve))
		);
		const { editor, type } = open({ save });
		type(summary('Một.'));
		await vi.advanceTimersByTimeAsync(3_000);
		type(summary('Hai.'));
		answers[0]?.(place(2));
		await vi.advanceTimersByTimeAsync(0);
		expect(save).toHaveBeenLastCalledWith({
			draftId: 'd1',
			expectedRevision: 2,
			content: expect.objectContaining({ summary: 'Hai.' })
		});
		answers[1]?.(place(3));
		await vi.advanceTimersByTimeAsync(0);
		expect(editor.isDirty).toBe(false);
	});

	it('is saved when the page is left', async () => {
		const save = vi.fn(async () => place(2));
		const { editor, type } = open({ save });
		type(summary('Mới.'));
		await editor.close();
		expect(save).toHaveBeenCalledOnce();
	});
});

describe('somebody else was faster', () => {
	const theirs = aDraft({
		revision: 5,
		content: { ...birth, summary: 'Của họ.', proxy: 'Của họ.' }
	});
	const late = () => fail({ kind: 'conflict' as const, key: 'draft-changed' });

	it('nothing is saved over theirs, nothing of mine is lost', async () => {
		const save = vi.fn(async () => late());
		const { editor, store, type } = open({ save, draft: async () => ok(theirs) });
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.conflict).toEqual({ theirs, isClosed: false });
		expect(editor.content.summary).toBe('Của tôi.');
		expect((await findKept(store, 'd1'))[0]?.content.summary).toBe('Của tôi.');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(save).toHaveBeenCalledOnce();
	});

	it('a merge goes on top of theirs', async () => {
		const save = vi.fn(async () => late() as ReturnType<typeof late> | ReturnType<typeof place>);
		const { editor, type } = open({ save, draft: async () => ok(theirs) });
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		save.mockImplementation(async () => place(6));
		await editor.settle(theirs, { ...birth, summary: 'Của tôi.', proxy: 'Của họ.' });
		expect(save).toHaveBeenLastCalledWith({
			draftId: 'd1',
			expectedRevision: 5,
			content: expect.objectContaining({ summary: 'Của tôi.', proxy: 'Của họ.' })
		});
		expect(editor.conflict).toBeUndefined();
	});

	it('my part becomes a draft of its own, once, also when the first answer got lost', async () => {
		const begin = vi
			.fn<StaffCatalogue['begin']>()
			.mockResolvedValueOnce(fail({ kind: 'offline' }))
			.mockResolvedValueOnce(fail({ kind: 'conflict', key: 'draft-exists' }));
		const { editor, store, type } = open({
			save: async () => late(),
			draft: async () => ok(theirs),
			begin
		});
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect((await editor.fork()).ok).toBe(false);
		expect(await findKept(store, 'd1')).toHaveLength(1);
		const forked = await editor.fork();
		expect(forked).toEqual(ok(begin.mock.calls[0]?.[0].draftId));
		expect(begin.mock.calls[1]?.[0]).toMatchObject({
			draftId: begin.mock.calls[0]?.[0].draftId,
			baseVersionId: 'v1',
			content: { summary: 'Của tôi.' }
		});
		expect(await findKept(store, 'd1')).toEqual([]);
	});

	it('it was this very content: the answer got lost, nothing is wrong', async () => {
		const mine = aDraft({ revision: 2, content: { ...birth, summary: 'Mới.' } });
		const { editor, type } = open({ save: async () => late(), draft: async () => ok(mine) });
		type(summary('Mới.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.conflict).toBeUndefined();
		expect(editor.isDirty).toBe(false);
	});

	it('is found at once when the page is opened again with unsaved work', async () => {
		const left = [aLeft({ ...birth, summary: 'Của tôi.' })];
		const { editor } = open({}, { draft: theirs, left });
		expect(editor.conflict?.theirs).toBe(theirs);
		expect(editor.content.summary).toBe('Của tôi.');
		expect(editor.common).toEqual(birth);
	});

	it('has sent the draft off: what is typed stays here', async () => {
		const sent = aDraft({ revision: 2, status: 'proposed' });
		const { editor, type } = open({
			save: async () => fail({ kind: 'conflict', key: 'draft-closed' }),
			draft: async () => ok(sent)
		});
		type(summary('Của tôi.'));
		await vi.advanceTimersByTimeAsync(3_000);
		expect(editor.conflict).toEqual({ theirs: sent, isClosed: true });
	});
});

describe('what is left of an earlier visit', () => {
	it('is shown and saved', async () => {
		const save = vi.fn(async () => place(2));
		const left = [aLeft({ ...birth, summary: 'Từ hôm qua.' })];
		const { editor } = open({ save }, { left });
		expect(editor.content.summary).toBe('Từ hôm qua.');
		await vi.advanceTimersByTimeAsync(3_000);
		expect(save).toHaveBeenCalledOnce();
	});
	it('and is on the server already is no conflict, whatever others did since', async () => {
		const mine = { ...birth, summary: 'Của tôi.' };
		const newer = aDraft({ revision: 7, content: { ...mine, proxy: 'Của họ.' } });
		const { editor } = open({}, { draft: newer, left: [aLeft(mine)] });
		expect(editor.conflict).toBeUndefined();
		expect(editor.isDirty).toBe(false);
		expect(editor.content.proxy).toBe('Của họ.');
	});
	it('and damaged is nothing', async () => {
		const { store } = open({});
		for (const damaged of [null, 7, {}, { common: {} }, { content: 'x' }]) {
			store.save('draft:d1:t1', damaged);
			expect(await findKept(store, 'd1')).toEqual([]);
		}
	});
});

describe('proposing', () => {
	it('saves first, without the lines nobody has written', async () => {
		const save = vi.fn(async () => place(2));
		const propose = vi.fn(async () => place(2));
		const { editor, type } = open({ save, propose });
		type((content) => content.synonyms.push(''));
		const answer = await editor.propose('a1', 'Vì sao', null);
		expect(answer.ok).toBe(true);
		expect(editor.content.synonyms).toEqual(birth.synonyms);
		expect(propose).toHaveBeenCalledWith(
			expect.objectContaining({ actionId: 'a1', summary: 'Vì sao', effectiveOn: null })
		);
	});
	it('does not happen while something is unsaved', async () => {
		const { editor, type } = open({ save: async () => fail({ kind: 'offline' }) });
		type(summary('Mới.'));
		expect(await editor.propose('a1', 'Vì sao', null)).toMatchObject({
			ok: false,
			error: { kind: 'offline' }
		});
	});
});
