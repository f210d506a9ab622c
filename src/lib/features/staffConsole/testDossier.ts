import { readFileSync } from 'node:fs';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import type { StaffDossier, StaffFile } from '$lib/domain/dossier/StaffDossier';

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
