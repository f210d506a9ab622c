import { describe, expect, it } from 'vitest';
import type { FeedbackServices } from '$lib/app/feedbackServices';
import { createFeedbackStore } from '$lib/data/local/feedbackStore';
import type { FeedbackShown } from '$lib/domain/feedback/Feedback';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { MessageOutcome } from '$lib/sync/sendFeedback';
import { MessageState } from './messageState.svelte';
import { StatusState } from './statusState.svelte';

const receipt = {
	id: 'id-1',
	code: 'PA-7K3M-XQ2P',
	lookupCode: '4T9WZ06C',
	sentAt: '2026-11-26T09:00',
	office: 'Trung tâm',
	lastDay: null
};
const shown = { state: 'asked', question: 'Ngày nào?' } as FeedbackShown;

function aMessage(outcomes: MessageOutcome[]) {
	const store = createFeedbackStore(undefined);
	let ids = 0;
	const message = new MessageState({
		newId: () => `id-${(ids += 1)}`,
		newSecret: () => 'secret',
		services: () =>
			({
				store,
				gateway: { setup: async () => fail({ kind: 'offline' }), published: async () => ok([]) },
				sendMessage: async () => {
					const outcome = outcomes.shift();
					if (outcome?.state === 'taken') store.settleMessage(outcome.receipt);
					return outcome;
				}
			}) as unknown as FeedbackServices
	});
	return { message, store };
}

describe('a complaint', () => {
	it('is on the phone with every letter', async () => {
		const { message, store } = aMessage([]);
		await message.begin();
		message.change('content', 'Chờ lâu');
		expect(store.message()).toMatchObject({ id: 'id-1', content: 'Chờ lâu', waiting: false });
	});

	it('gives way to its receipt, and the page to the next one', async () => {
		const { message, store } = aMessage([{ state: 'taken', receipt }]);
		await message.begin();
		await message.send();
		expect([message.receipt, store.message(), message.draft.content]).toEqual([
			receipt,
			undefined,
			''
		]);
		message.another();
		expect([message.receipt, message.receipts]).toEqual([undefined, [receipt]]);
	});

	it('waits as it was given, and is sent when the page comes back', async () => {
		const { message } = aMessage([
			{ state: 'waiting', error: { kind: 'offline' } },
			{ state: 'taken', receipt }
		]);
		await message.begin();
		message.change('content', 'Chờ lâu quá');
		await message.send();
		message.change('content', 'sửa sau khi gửi');
		expect(message.draft).toMatchObject({ content: 'Chờ lâu quá', waiting: true });
		await message.begin();
		expect(message.receipt).toEqual(receipt);
	});

	it.each([
		['feedback-malformed', 'id-1'],
		['feedback-differs', 'id-2']
	])('refused as %s it may be changed, under %s', async (key, id) => {
		const { message } = aMessage([{ state: 'refused', error: { kind: 'conflict', key } }]);
		await message.begin();
		message.change('content', 'Chờ lâu quá');
		await message.send();
		expect(message.draft).toMatchObject({ id, content: 'Chờ lâu quá', waiting: false });
	});
});

describe('following it', () => {
	function aStatus(answer: Result<FeedbackShown | null>, replies: Result<FeedbackShown | null>[]) {
		const store = createFeedbackStore(undefined);
		store.settleMessage(receipt);
		const asked: unknown[] = [];
		let ids = 0;
		const status = new StatusState({
			newId: () => `id-${(ids += 1)}`,
			services: () =>
				({
					store,
					gateway: {
						status: async (codes: unknown) => {
							asked.push(codes);
							return answer;
						},
						reply: async (request: unknown) => {
							asked.push(request);
							return replies.shift();
						}
					}
				}) as unknown as FeedbackServices
		});
		return { status, asked };
	}

	it('what was sent from this phone opens by its code alone', async () => {
		const { status, asked } = aStatus(ok(shown), []);
		await status.begin('PA-7K3M-XQ2P');
		expect([status.found, asked]).toEqual([
			shown,
			[{ code: 'PA-7K3M-XQ2P', lookupCode: '4T9WZ06C' }]
		]);
	});

	it('what was not waits for its second code', async () => {
		const { status, asked } = aStatus(ok(shown), []);
		await status.begin('PA-0000-0000');
		expect([status.code, status.found, asked]).toEqual(['PA-0000-0000', undefined, []]);
	});

	it('a reply that got lost is sent again as the same one', async () => {
		const { status, asked } = aStatus(ok(shown), [
			fail({ kind: 'offline' }),
			ok({ ...shown, state: 'accepted' })
		]);
		await status.begin('PA-7K3M-XQ2P');
		expect(await status.reply('Hôm qua')).toBe(false);
		expect(status.found).toEqual(shown);
		expect(await status.reply('Hôm qua')).toBe(true);
		expect(asked.slice(1)).toMatchObject([{ actionId: 'id-1' }, { actionId: 'id-1' }]);
		expect([status.found?.state, status.isReplied]).toEqual(['accepted', true]);
	});
});
