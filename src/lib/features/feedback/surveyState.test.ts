import { describe, expect, it } from 'vitest';
import type { FeedbackServices } from '$lib/app/feedbackServices';
import type { SurveyDraft } from '$lib/domain/feedback/Survey';
import { fail, ok } from '$lib/domain/shared/Result';
import { SurveyState } from './surveyState.svelte';

/** A survey on a phone whose server answers like this. */
function aSurvey(answers: {
	open?: Awaited<ReturnType<FeedbackServices['gateway']['openSurvey']>>;
	own?: Awaited<ReturnType<FeedbackServices['gateway']['dossierSurvey']>>;
	send?: Awaited<ReturnType<FeedbackServices['sendSurvey']>>;
}) {
	const rows = new Map<string, SurveyDraft>();
	let ids = 0;
	const store = {
		isKept: true,
		surveys: () => [...rows.values()],
		saveSurvey: (draft: SurveyDraft) => void rows.set(draft.id, draft),
		removeSurvey: (id: string) => void rows.delete(id)
	};
	const gateway = {
		openSurvey: async () => answers.open ?? ok({ online: false, office: 'Trung tâm' }),
		dossierSurvey: async () => answers.own ?? ok(null)
	};
	const survey = new SurveyState({
		services: () =>
			({
				store,
				gateway,
				sendSurvey: async () => answers.send ?? { state: 'taken' }
			}) as unknown as FeedbackServices,
		newId: () => `id-${(ids += 1)}`
	});
	return { survey, rows };
}

describe('opening a code', () => {
	it('asks only what fits the matter', async () => {
		const { survey } = aSurvey({});
		await survey.open('7k3m xq2p');
		expect([survey.phase, survey.draft?.code, survey.questions.length]).toEqual([
			'answering',
			'7K3MXQ2P',
			10
		]);
	});

	it.each([
		[ok(null), 'miss'],
		[fail({ kind: 'throttled' as const }), 'throttled']
	])('%j stays at the code: %s', async (open, failure) => {
		const { survey, rows } = aSurvey({ open });
		await survey.open('7K3MXQ2P');
		expect([survey.phase, survey.failure, rows.size]).toEqual(['code', failure, 0]);
	});

	it('goes on without a network, with every question', async () => {
		const { survey } = aSurvey({ open: fail({ kind: 'offline' }) });
		await survey.open('7K3MXQ2P');
		expect([survey.phase, survey.questions.length]).toEqual(['answering', 11]);
	});

	it('takes up what was begun under the same code', async () => {
		const { survey, rows } = aSurvey({});
		await survey.open('7K3MXQ2P');
		survey.answer('attitude', 'good');
		survey.turnTo(5);
		await survey.open('7k3mxq2p');
		expect([...rows.values()]).toMatchObject([
			{ id: 'id-1', answers: { attitude: 'good' }, step: 5 }
		]);
	});

	it.each([
		[ok('7K3MXQ2P'), 'answering', undefined],
		[ok(null), 'code', 'none'],
		[fail({ kind: 'offline' as const }), 'code', 'offline']
	])('of a dossier: %j', async (own, phase, failure) => {
		const { survey } = aSurvey({ own });
		await survey.openFor({ id: 'd', secret: 's' });
		expect([survey.phase, survey.failure]).toEqual([phase, failure]);
	});
});

describe('giving the answers', () => {
	it('thanks when they were taken', async () => {
		const { survey } = aSurvey({});
		await survey.open('7K3MXQ2P');
		survey.answer('overall', 'satisfied');
		await survey.send();
		expect(survey.phase).toBe('done');
	});

	it('says that they wait, and they are kept as given', async () => {
		const { survey, rows } = aSurvey({ send: { state: 'waiting', error: { kind: 'offline' } } });
		await survey.open('7K3MXQ2P');
		await survey.send();
		expect(survey.phase).toBe('waiting');
		expect([...rows.values()]).toMatchObject([{ waiting: true }]);
	});

	it('leads back to the code when it is dead', async () => {
		const { survey } = aSurvey({ send: { state: 'refused' } });
		await survey.open('7K3MXQ2P');
		await survey.send();
		expect([survey.phase, survey.failure, survey.draft]).toEqual(['code', 'miss', undefined]);
	});

	it('sends no remark that is too long', async () => {
		const { survey } = aSurvey({});
		await survey.open('7K3MXQ2P');
		survey.remark('ế'.repeat(1001));
		await survey.send();
		expect(survey.phase).toBe('answering');
		survey.remark('ế'.repeat(1000));
		await survey.send();
		expect(survey.phase).toBe('done');
	});
});
