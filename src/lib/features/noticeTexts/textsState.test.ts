import { describe, expect, it } from 'vitest';
import type { StaffNotices } from '$lib/data/ports/StaffNotices';
import type { NoticeText, NoticeTexts } from '$lib/domain/dossier/NoticeTexts';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { viNotices } from '$lib/i18n/viNotices';
import { TextsState } from './textsState.svelte';

const words = viNotices.texts;

function aText(channel: string, changes: Partial<NoticeText> = {}): NoticeText {
	const wording = { subject: 'Quầy đã tiếp nhận', body: 'Hồ sơ {mã hồ sơ} đã được tiếp nhận.' };
	return {
		channel,
		...wording,
		version: 0,
		savedBy: null,
		savedAt: null,
		shipped: wording,
		...changes
	};
}

function anOffice(answer: Result<{ version: number }> = ok({ version: 1 })) {
	const asked: unknown[] = [];
	let list: NoticeTexts = {
		channels: [],
		words: [{ name: 'mã hồ sơ', meaning: '', onlyInApp: false }],
		kinds: [{ kind: 'receive', name: 'Tiếp nhận', texts: [aText('app'), aText('email')] }]
	};
	const port: StaffNotices = {
		texts: async () => ok(list),
		preview: async ({ subject, body }) => ok({ subject, body }),
		save: async (text) => {
			asked.push(text);
			const saved = aText('app', { subject: text.subject, body: text.body, version: 1 });
			if (answer.ok)
				list = { ...list, kinds: [{ kind: 'receive', name: '', texts: [saved, aText('email')] }] };
			return answer;
		}
	};
	const state = new TextsState({ watch: (one) => one }, async () => port);
	return { state, asked, port };
}

describe('editing a text', () => {
	it('keeps what was typed into each while another is looked at', async () => {
		const { state } = anOffice();
		await state.load();
		state.type({ body: 'Lời mới {mã hồ sơ}' });
		state.show('receive', 'email');
		expect(state.isChanged).toBe(false);
		state.show('receive', 'app');
		expect(state.edited.body).toBe('Lời mới {mã hồ sơ}');
		state.undo();
		expect(state.edited.body).toBe(aText('app').body);
	});

	it('saves over the version it was edited from, and then shows what is in force', async () => {
		const { state, asked } = anOffice();
		await state.load();
		state.type({ body: 'Lời mới {mã hồ sơ}' });
		await state.save();
		expect(asked).toEqual([
			{
				kind: 'receive',
				channel: 'app',
				subject: 'Quầy đã tiếp nhận',
				body: 'Lời mới {mã hồ sơ}',
				expectedVersion: 0
			}
		]);
		expect(state.saved).toBe(words.saved(1));
		expect(state.text?.version).toBe(1);
		expect(state.isChanged).toBe(false);
	});

	it.each<[AppError, string | undefined]>([
		[{ kind: 'conflict', key: 'version-stale' }, words.errors['version-stale']],
		[{ kind: 'invalid', key: 'notice-word-private' }, words.errors['notice-word-private']],
		[{ kind: 'offline' }, words.offline],
		[{ kind: 'unknown' }, words.unknown]
	])('keeps it when it is refused: %j', async (error, said) => {
		const { state } = anOffice(fail(error));
		await state.load();
		state.type({ body: 'Lời mới {tên lạ}' });
		await state.save();
		expect(state.refusal).toBe(said);
		expect(state.edited.body).toBe('Lời mới {tên lạ}');
		expect(state.strange).toEqual(['tên lạ']);
	});

	it('says what came of a save at the text that was saved, wherever one looks by then', async () => {
		const { state, port } = anOffice();
		await state.load();
		state.type({ body: 'Lời mới {mã hồ sơ}' });
		let answer: (value: Result<{ version: number }>) => void = () => undefined;
		port.save = () => new Promise((resolve) => (answer = resolve));
		const saving = state.save();
		await Promise.resolve();
		state.show('receive', 'email');
		answer(fail({ kind: 'unknown' }));
		await saving;
		expect(state.refusal).toBe('');
		state.type({ body: 'Thư khác {mã hồ sơ}' });
		state.show('receive', 'app');
		expect(state.refusal).toBe(words.unknown);
		state.type({ body: 'Lời mới nữa {mã hồ sơ}' });
		expect(state.refusal).toBe('');
	});

	it('reads what a colleague saved meanwhile, and saves over it the next time', async () => {
		const { state, port } = anOffice();
		await state.load();
		state.type({ body: 'Lời của tôi {mã hồ sơ}' });
		const theirs = aText('app', { body: 'Lời của bạn {mã hồ sơ}', version: 3 });
		port.texts = async () =>
			ok({ channels: [], words: [], kinds: [{ kind: 'receive', name: '', texts: [theirs] }] });
		const asked: number[] = [];
		port.save = async ({ expectedVersion }) => {
			asked.push(expectedVersion);
			return expectedVersion === 3
				? ok({ version: 4 })
				: fail({ kind: 'conflict', key: 'version-stale' });
		};
		await state.save();
		expect(state.refusal).toBe(words.errors['version-stale']);
		expect([state.text?.body, state.edited.body]).toEqual([theirs.body, 'Lời của tôi {mã hồ sơ}']);
		await state.save();
		expect(asked).toEqual([0, 3]);
		expect(state.saved).toBe(words.saved(4));
	});

	it('drops a preview of what is no longer there', async () => {
		const { state, port } = anOffice();
		await state.load();
		let answer: (value: Result<{ subject: string; body: string }>) => void = () => undefined;
		port.preview = () => new Promise((resolve) => (answer = resolve));
		const asking = state.preview();
		await Promise.resolve();
		state.type({ body: 'khác' });
		answer(ok({ subject: '', body: 'cũ' }));
		await asking;
		expect(state.shown).toBeUndefined();
	});
});
