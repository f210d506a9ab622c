import { describe, expect, it } from 'vitest';
import { createFeedbackStore } from '$lib/data/local/feedbackStore';
import type { FeedbackDraft, FeedbackReceipt } from '$lib/domain/feedback/Feedback';
import type { SurveyDraft } from '$lib/domain/feedback/Survey';
import { fail, ok, type ErrorKind, type Result } from '$lib/domain/shared/Result';
import { sendMessage, sendSurvey, sendWaiting } from './sendFeedback';

const survey: SurveyDraft = {
	id: 's1',
	code: '7K3MXQ2P',
	answers: { overall: 'satisfied' },
	comment: '',
	step: 11,
	waiting: true
};
const message: FeedbackDraft = {
	id: 'm1',
	secret: 'secret',
	kind: 'complaint',
	topic: 'attitude',
	content: ' Chờ cả buổi sáng\u200b ',
	agencyCode: '',
	matter: ' Khai sinh ',
	dossierCode: '',
	aboutName: '',
	name: '',
	phone: '0912345678',
	email: '',
	waiting: true
};
const receipt: FeedbackReceipt = {
	id: 'm1',
	code: 'PA-7K3M-XQ2P',
	lookupCode: '4T9WZ06C',
	sentAt: '2026-11-26T09:00',
	office: 'Trung tâm',
	lastDay: '2026-12-17'
};

/** A phone with a line that answers like this; what is asked is written down. */
function aPhone(answers: { survey?: Result<boolean>; message?: Result<FeedbackReceipt> }) {
	const asked: unknown[] = [];
	const store = createFeedbackStore(memoryStorage());
	store.saveSurvey(survey);
	store.saveMessage(message);
	const tools = {
		store,
		hash: async (text: string) => `hash of ${text}`,
		gateway: {
			sendSurvey: async (request: unknown) => {
				asked.push(request);
				return answers.survey ?? fail({ kind: 'offline' as const });
			},
			send: async (request: unknown) => {
				asked.push(request);
				return answers.message ?? fail({ kind: 'offline' as const });
			}
		}
	};
	return { asked, store, tools };
}

describe('answers to a survey', () => {
	it('leave the phone when they were taken', async () => {
		const { store, tools } = aPhone({ survey: ok(true) });
		expect(await sendSurvey(survey, tools)).toEqual({ state: 'taken' });
		expect(store.surveys()).toEqual([]);
	});

	it.each(['offline', 'throttled', 'unknown', 'outdated'] as ErrorKind[])(
		'wait on after %s',
		async (kind) => {
			const { store, tools } = aPhone({ survey: fail({ kind }) });
			expect(await sendSurvey(survey, tools)).toEqual({ state: 'waiting', error: { kind } });
			expect(store.surveys()).toEqual([survey]);
		}
	);

	it.each([ok(false), fail({ kind: 'invalid' as const })])(
		'are given back when the code is dead: %j',
		async (answer) => {
			const { store, tools } = aPhone({ survey: answer });
			expect(await sendSurvey(survey, tools)).toEqual({ state: 'refused' });
			expect(store.surveys()).toEqual([{ ...survey, waiting: false }]);
		}
	);
});

describe('a complaint', () => {
	it('is sent tidied, with what was filled in, and its secret hashed', async () => {
		const { asked, store, tools } = aPhone({ message: ok(receipt) });
		expect(await sendMessage(message, tools)).toEqual({ state: 'taken', receipt });
		expect(asked).toEqual([
			{
				id: 'm1',
				secretHash: 'hash of secret',
				kind: 'complaint',
				topic: 'attitude',
				content: 'Chờ cả buổi sáng',
				matter: 'Khai sinh',
				contact: { phone: '0912345678' }
			}
		]);
		expect(store.message()).toBeUndefined();
		expect(store.receipts()).toEqual([receipt]);
	});

	it.each(['invalid', 'conflict'] as ErrorKind[])('may be changed after %s', async (kind) => {
		const { store, tools } = aPhone({ message: fail({ kind, key: 'x' }) });
		expect(await sendMessage(message, tools)).toEqual({
			state: 'refused',
			error: { kind, key: 'x' }
		});
		expect(store.message()).toEqual({ ...message, waiting: false });
	});

	it('waits on without a line', async () => {
		const { store, tools } = aPhone({});
		expect((await sendMessage(message, tools)).state).toBe('waiting');
		expect(store.message()).toEqual(message);
	});
});

describe('later, from any page', () => {
	it('what waits is sent', async () => {
		const { store, tools } = aPhone({ survey: ok(true), message: ok(receipt) });
		await sendWaiting(tools);
		expect([store.surveys(), store.message()]).toEqual([[], undefined]);
	});

	it('what is still being written is not', async () => {
		const { asked, store, tools } = aPhone({ survey: ok(true), message: ok(receipt) });
		store.saveSurvey({ ...survey, waiting: false });
		store.saveMessage({ ...message, waiting: false });
		await sendWaiting(tools);
		expect(asked).toEqual([]);
	});
});

function memoryStorage(): Storage {
	const rows = new Map<string, string>();
	return {
		get length() {
			return rows.size;
		},
		clear: () => rows.clear(),
		getItem: (key) => rows.get(key) ?? null,
		key: (at) => [...rows.keys()][at] ?? null,
		removeItem: (key) => void rows.delete(key),
		setItem: (key, value) => void rows.set(key, value)
	};
}
