import { readFileSync } from 'node:fs';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import type { StaffDossier, StaffFile } from '$lib/domain/dossier/StaffDossier';
import type { Supplement } from '$lib/domain/dossier/Supplement';

const birth = Procedure.parse(
	JSON.parse(readFileSync('supabase/catalogue/ho-tich/1.001193.json', 'utf8'))
);

/** For tests: a birth registration as filed online, with what differs. */
export function aDossier(changes: Partial<StaffDossier> = {}): StaffDossier {
	return {
		id: '00000000-0000-4000-8000-000000000001',
		code: null,
		reference: 'N-1',
		status: 1,
		version: 1,
		channel: 2,
		subject: 'Nguyễn Minh An',
		applicant: { fullName: 'Trần Thị Bích Ngọc' },
		payload: { answers: { 'child-found': 'no', 'birth-paper': 'paper' }, form: {}, papers: [] },
		procedureCode: birth.code,
		procedure: birth,
		departmentId: null,
		departments: [
			{ id: 'd1', name: 'Tư pháp – Hộ tịch', handles: true },
			{ id: 'd2', name: 'Kinh tế', handles: false }
		],
		submittedAt: '2026-11-23T01:00:00Z',
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		firstDueDate: null,
		dueBasis: null,
		finishedAt: null,
		returnedAt: null,
		events: [],
		files: [],
		slips: [],
		supplements: [],
		result: null,
		results: [],
		answeredAt: null,
		timeliness: null,
		extendedTo: null,
		extendedAt: null,
		waits: [],
		payments: [],
		routing: {
			assignedTo: null,
			colleagues: [],
			stages: [],
			consults: [],
			parts: [],
			external: null,
			notes: [],
			handovers: []
		},
		notices: [],
		...changes
	};
}

/** For tests: the stored page number `n`, not yet looked at by the server, with what differs. */
export function aFile(n: number, changes: Partial<StaffFile> = {}): StaffFile {
	return {
		fileId: `f${n}`,
		requirementId: 'birth-notice',
		type: 'image/jpeg',
		size: 3,
		sha256: '',
		objectName: `s/f${n}/1`,
		verifiedAt: null,
		wanted: false,
		...changes
	};
}

/** For tests: an open round that asks for the birth notice anew, with what differs. */
export function aRound(changes: Partial<Supplement> = {}): Supplement {
	return {
		id: 'r1',
		round: 1,
		slipNumber: '02-1',
		requestedAt: '2026-11-23T02:00:00Z',
		requestedBy: 'Trần Thị Tiếp',
		until: '2026-11-27',
		note: null,
		countsLate: false,
		againReason: null,
		lines: [
			{
				id: 'birth-certificate-paper',
				requirementId: 'birth-certificate-paper',
				name: 'Giấy chứng sinh',
				verdict: 'wrong',
				reason: 'Ảnh mờ, không đọc được chữ.',
				originals: 1,
				certified: 0,
				copies: 0
			}
		],
		answers: [],
		replies: [],
		closedAt: null,
		outcome: null,
		...changes
	};
}
