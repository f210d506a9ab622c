import { expect, it } from 'vitest';
import type { FeedbackReceipt } from '$lib/domain/feedback/Feedback';
import type { SurveyDraft } from '$lib/domain/feedback/Survey';
import { createFeedbackStore } from './feedbackStore';

const survey: SurveyDraft = {
	id: 's1',
	code: '7K3MXQ2P',
	answers: {},
	comment: 'Chờ lâu',
	step: 2,
	waiting: false
};
const receipt = (number: number): FeedbackReceipt => ({
	id: `m${number}`,
	code: `PA-${number}`,
	lookupCode: 'x',
	sentAt: '2026-11-26T09:00',
	office: 'Trung tâm',
	lastDay: null
});

function storageOf(rows = new Map<string, string>(), isFull = false): Storage {
	return {
		get length() {
			return rows.size;
		},
		clear: () => rows.clear(),
		getItem: (key) => rows.get(key) ?? null,
		key: (at) => [...rows.keys()][at] ?? null,
		removeItem: (key) => void rows.delete(key),
		setItem(key, value) {
			if (isFull) throw new Error('full');
			rows.set(key, value);
		}
	};
}

it('what was typed is there when the page comes back', () => {
	const storage = storageOf();
	createFeedbackStore(storage).saveSurvey(survey);
	const later = createFeedbackStore(storage);
	expect(later.surveys()).toEqual([survey]);
	expect(later.isKept).toBe(true);
	later.removeSurvey('s1');
	expect(createFeedbackStore(storage).surveys()).toEqual([]);
});

it.each([undefined, storageOf(new Map(), true)])(
	'a phone that keeps nothing remembers within the page, and says so',
	(storage) => {
		const store = createFeedbackStore(storage);
		store.saveSurvey(survey);
		expect(store.surveys()).toEqual([survey]);
		expect(store.isKept).toBe(false);
	}
);

it('what somebody else wrote there is nothing', () => {
	const rows = new Map([
		['mot-cua.survey.x', '{"id": 1}'],
		['mot-cua.feedback', 'no json'],
		['mot-cua.feedback-receipts', '[1, {}]']
	]);
	const store = createFeedbackStore(storageOf(rows));
	expect([store.surveys(), store.message(), store.receipts()]).toEqual([[], undefined, []]);
});

it('receipts come the newest first, each once, twenty at most', () => {
	const store = createFeedbackStore(storageOf());
	for (let number = 1; number <= 22; number += 1) store.settleMessage(receipt(number));
	store.settleMessage(receipt(5));
	const codes = store.receipts().map(({ code }) => code);
	expect(codes.slice(0, 3)).toEqual(['PA-5', 'PA-22', 'PA-21']);
	expect(codes).toHaveLength(20);
});
