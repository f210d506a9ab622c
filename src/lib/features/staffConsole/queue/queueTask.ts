import { isEnded, STATUS } from '$lib/domain/dossier/Status';
import type { QueueRow } from '$lib/domain/dossier/StaffDossier';
import { formatDate, formatStamp, formatTime } from '$lib/i18n/format';
import { viQueue } from '$lib/i18n/viQueue';
import { urgencyOf } from '../dossier/due';

type Tag = { tone: 'info' | 'warning' | 'danger'; words: string };

/** What a line of the queue says: what must be done next, by when, and what presses. */
export type QueueTask = { next: string; when: string; tags: Tag[]; urgency: '' | 'today' | 'late' };

/** `now` and `soonBy` (two working hours from now, null = unknown) are local times YYYY-MM-DDTHH:mm. */
export type QueueClock = { now: string; soonBy: string | null };

const { tags, when, next } = viQueue;

/** The task of a row. Late is computed, never stored; the day of the date itself is still in time (domain §2.7). */
export function taskOf(row: QueueRow, clock: QueueClock): QueueTask {
	const task = taskByStatus(row, clock);
	if (isEnded(row.status)) return task;
	const more: Tag[] = [
		...(row.supplementRounds < 2 ? [] : [{ tone: 'danger' as const, words: tags.countsLate }]),
		...(row.extended ? [{ tone: 'warning' as const, words: tags.extended }] : [])
	];
	return more.length === 0 ? task : { ...task, tags: [...task.tags, ...more] };
}

function taskByStatus(row: QueueRow, clock: QueueClock): QueueTask {
	switch (row.status) {
		case STATUS.submitted:
			return answering(row, clock);
		case STATUS.received:
		case STATUS.processing:
			return working(row, clock.now.slice(0, 10));
		case STATUS.supplement:
			return row.answeredAt
				? plain(next.readAnswer, when.answered(formatStamp(row.answeredAt)), {
						tone: 'info',
						words: tags.answered
					})
				: waiting(row, clock.now.slice(0, 10));
		case STATUS.payment:
			return plain(next.waitForMoney, '');
		case STATUS.withdrawing:
			return plain(next.confirmWithdrawal, when.withdrawal(formatStamp(row.sortAt)), {
				tone: 'warning',
				words: tags.withdrawal
			});
		case STATUS.finished:
			return plain(next.handOut, row.finishedAt ? when.finished(formatStamp(row.finishedAt)) : '');
		case STATUS.refused:
			return plain(next.refused, when.ended(formatStamp(row.sortAt)));
		case STATUS.returned:
			return plain(next.returned, when.returned(formatStamp(row.returnedAt ?? row.sortAt)));
		default:
			return plain(next.stopped, when.ended(formatStamp(row.sortAt)));
	}
}

/** A dossier that was filed online is answered within eight working hours (domain §2.4). */
function answering(row: QueueRow, { now, soonBy }: QueueClock): QueueTask {
	if (!row.answerBy) return plain(next.check, when.submitted(formatStamp(row.submittedAt)));
	const by = when.answerBy(formatTime(row.answerBy));
	if (row.answerBy < now) {
		const tag: Tag = { tone: 'danger', words: tags.answerLate };
		return { ...plain(next.check, by, tag), urgency: 'late' };
	}
	if (soonBy && row.answerBy < soonBy) {
		const tag: Tag = { tone: 'warning', words: tags.answerSoon };
		return { ...plain(next.check, by, tag), urgency: 'today' };
	}
	return plain(next.check, by);
}

function working(row: QueueRow, today: string): QueueTask {
	const step = row.status === STATUS.received ? next.take : next.sign;
	const by = row.dueDate ? when.due(formatDate(row.dueDate)) : when.noDue;
	switch (urgencyOf(row, today)) {
		case 'late':
			return { ...plain(step, by, { tone: 'danger', words: tags.late }), urgency: 'late' };
		case 'today':
			return { ...plain(step, by, { tone: 'warning', words: tags.today }), urgency: 'today' };
		case 'tomorrow':
			return plain(step, by, { tone: 'info', words: tags.tomorrow });
		default:
			return plain(step, by);
	}
}

function waiting(row: QueueRow, today: string): QueueTask {
	if (!row.supplementUntil) return plain(next.wait, '');
	const until = when.supplementUntil(formatDate(row.supplementUntil));
	if (row.supplementUntil >= today) return plain(next.wait, until);
	const tag: Tag = { tone: 'warning', words: tags.supplementPassed };
	return { ...plain(next.call, until, tag), urgency: 'today' };
}

function plain(step: string, moment: string, ...withTags: Tag[]): QueueTask {
	return { next: step, when: moment, tags: withTags, urgency: '' };
}
