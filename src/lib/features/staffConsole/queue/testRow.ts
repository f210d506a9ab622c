import type { QueueRow } from '$lib/domain/dossier/StaffDossier';

/** For tests: a line of the queue as filed online, with what differs. */
export function aRow(changes: Partial<QueueRow> = {}): QueueRow {
	return {
		id: 'r1',
		code: null,
		reference: 'N-1',
		status: 1,
		version: 1,
		procedure: null,
		procedureCode: '1.001193',
		subject: 'Nguyễn Minh An',
		applicant: null,
		phone: null,
		channel: 2,
		department: null,
		departmentId: null,
		submittedAt: '2026-11-23T01:00:00Z',
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		finishedAt: null,
		returnedAt: null,
		answerBy: null,
		answeredAt: null,
		supplementUntil: null,
		supplementRounds: 0,
		assignedTo: null,
		externalCode: null,
		extended: false,
		sortAt: '2026-11-23T01:00:00Z',
		...changes
	};
}
