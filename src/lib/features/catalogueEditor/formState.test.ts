import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { DraftEditor } from './draftEditor.svelte';
import { FormState, uidOf } from './formState.svelte';
import { aCatalogue, aDraft, aStore } from './testCatalogue';

function open(draft = aDraft()) {
	const store = aStore();
	const tools = { store, now: () => new Date(), newId: () => 'id' };
	return new FormState(new DraftEditor(aCatalogue({}, store), tools, draft));
}

describe('the form on screen', () => {
	it('opens the part and every thing around a place', () => {
		const form = open();
		form.show('walk');
		form.reveal(['questions', 0, 'options', 1, 'label']);
		expect([form.section, form.pane, form.side]).toEqual(['questions', 'form', 'walk']);
		const question = form.content.questions[0];
		const option = question?.options[1];
		expect(question && form.opened.has(uidOf(question))).toBe(true);
		expect(option && form.opened.has(uidOf(option))).toBe(true);
		expect(form.opened.size).toBe(2);
	});

	it('keeps the names of things while they move', () => {
		const form = open();
		const before = form.content.requirements.map(uidOf);
		form.content.requirements = [...form.content.requirements].reverse();
		expect(form.content.requirements.map(uidOf)).toEqual(before.reverse());
	});

	it('holds on to a number nobody can read, as a fault, while its thing stands there', () => {
		const form = open();
		const path = ['fees', 0, 'amount'];
		form.content.fees = [{ label: 'Phí', kind: 'amount', amount: 70_000, source: 'Phí' }];
		form.noteUnread(path, '7o.000');
		expect(form.unreadAt(path)).toBe('7o.000');
		expect(form.faults).toContainEqual({ kind: 'invalid', path });
		expect(form.faultsIn('fees')).toBe(1);
		form.noteUnread(path, undefined);
		expect(form.faultsIn('fees')).toBe(0);
		form.noteUnread(path, 'x');
		form.content.fees = [];
		expect(form.unreadAt(path)).toBeUndefined();
		expect(form.faultsIn('fees')).toBe(0);
	});

	it('tells what is not filled in only after somebody wanted to send it', () => {
		const form = open(aDraft({ content: { ...birth, summary: '' } }));
		expect(form.faultsIn('who')).toBe(1);
		expect(form.errorAt(['summary'])).toBeUndefined();
		form.showsMissing = true;
		expect(form.errorAt(['summary'])).toContain('chưa ghi');
	});

	it('knows what was published once', () => {
		const form = open(aDraft({ content: { ...birth, questions: [] } }));
		expect(form.isPublished('questions', 'witness')).toBe(true);
		expect(form.isPublished('questions', 'moi-1')).toBe(false);
		expect(open(aDraft({ base: null, current: null })).isPublished('questions', 'witness')).toBe(
			false
		);
	});

	it('notices when a published question asks in other words', () => {
		const form = open();
		const [question] = form.content.questions;
		if (!question) throw new Error('no question');
		expect(form.isReworded(question)).toBe(false);
		question.text = 'Hỏi khác đi?';
		expect(form.isReworded(question)).toBe(true);
		expect(form.isReworded({ id: 'moi-1', text: 'Mới?' })).toBe(false);
	});

	it('puts back the last thing taken out of a list, and forgets the very old', () => {
		const form = open();
		for (let index = 0; index < 25; index += 1)
			form.noteRemoved({ list: index % 2 ? 'fees' : 'notes', index, item: {}, name: `${index}` });
		expect(form.lastRemoved('fees')?.name).toBe('23');
		expect(form.removed).toHaveLength(20);
		const last = form.lastRemoved('notes');
		if (last) form.forgetRemoved(last);
		expect(form.lastRemoved('notes')?.name).toBe('22');
	});

	it('shows the report of an import first, and no such pane without one', () => {
		const { editor } = open();
		expect(open().panes).not.toContain('report');
		const form = new FormState(editor, { file: 'a.csv', notes: [] });
		expect(form.panes).toContain('report');
		expect(form.side).toBe('report');
	});
});
