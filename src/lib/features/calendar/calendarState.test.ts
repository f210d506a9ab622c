import { expect, it } from 'vitest';
import type { CalendarDesk } from '$lib/data/ports/CalendarDesk';
import type { Result } from '$lib/domain/shared/Result';
import { CalendarState } from './calendarState.svelte';

/** A calendar page whose changes are answered as told, one after another; gives the ids they were sent under. */
function aPage(...answers: Result<null>[]) {
	const sent: string[] = [];
	const desk = {
		read: async () => ({ ok: false, error: { kind: 'offline' } }),
		removeDay: async ({ actionId }: { actionId: string }) => {
			sent.push(actionId);
			return answers[sent.length - 1] ?? { ok: true, value: null };
		}
	} as unknown as CalendarDesk;
	let ids = 0;
	const calendar = new CalendarState(
		2026,
		{ watch: (answer) => answer },
		{ loadCalendarDesk: async () => desk, newId: () => `id ${(ids += 1)}` }
	);
	const remove = (reason: string) =>
		calendar.change({ day: '2026-12-01', reason }, (port, request) => port.removeDay(request));
	return { sent, remove };
}

const lost: Result<null> = { ok: false, error: { kind: 'offline' } };
const done: Result<null> = { ok: true, value: null };

it('sends a change again under its own id until it was answered', async () => {
	const { sent, remove } = aPage(lost, done);
	await remove('Nhập nhầm');
	await remove('Nhập nhầm');
	expect(sent).toEqual(['id 1', 'id 1']);
});

it('an altered change is another one, and so is the same one later', async () => {
	const { sent, remove } = aPage(lost, done, done);
	await remove('Nhập nhầm');
	await remove('Nhập nhầm ngày');
	await remove('Nhập nhầm ngày');
	expect(sent).toEqual(['id 1', 'id 2', 'id 3']);
});
