import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import { newAnswer } from '$lib/domain/dossier/Answer';
import { newDraft, type Draft } from '$lib/domain/dossier/Draft';
import { freshRow, type AnswerItem, type SubmissionItem } from '$lib/domain/dossier/OutboxItem';
import type { Payload } from '$lib/domain/dossier/Payload';
import type { Office, Receipt } from '$lib/domain/dossier/Receipt';
import type { OutboxFile } from '$lib/domain/dossier/Submission';

/** The real catalogue file of đăng ký khai sinh. */
export const birth: Procedure = Procedure.parse(
	JSON.parse(readFileSync('supabase/catalogue/ho-tich/1.001193.json', 'utf8'))
);

/** Monday 23/11/2026, 09:00 in Vietnam. */
export const MORNING = new Date('2026-11-23T02:00:00.000Z');

export const OFFICE: Office = {
	code: 'H99.01',
	name: 'Trung tâm Phục vụ hành chính công xã Ví Dụ',
	address: 'Xã Ví Dụ',
	phone: '1022'
};

/** A UUID with this number at its end. */
export function anId(number: number): string {
	return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** 64 hex digits with this number at their end. */
export function aSecret(number: number): string {
	return number.toString(16).padStart(64, '0');
}

/** A preparation of a birth registration, filled in as a mother would. */
export function aDraft(changes: Partial<Draft> = {}): Draft {
	return {
		...newDraft({
			id: anId(1),
			secret: aSecret(1),
			procedureCode: birth.code,
			contentHash: 'a'.repeat(64),
			now: MORNING
		}),
		answers: {
			registrant: 'parent',
			'child-found': 'no',
			'birth-paper': 'paper',
			surrogacy: 'no',
			'foreign-paper': 'no',
			'within-60-days': 'yes'
		},
		form: { 'child-name': 'Nguyễn Minh An', 'father-known': 'no' },
		applicant: {
			fullName: 'Trần Thị Bích Ngọc',
			phone: '0912345678',
			citizenId: '001195000001',
			address: 'Thôn Ví Dụ, xã Ví Dụ',
			email: ''
		},
		...changes
	};
}

/** What such a preparation sends. */
export function aPayload(changes: Partial<Payload> = {}): Payload {
	return {
		procedureCode: birth.code,
		contentHash: 'a'.repeat(64),
		answers: { registrant: 'parent' },
		form: { 'child-name': 'Nguyễn Minh An' },
		applicant: {
			fullName: 'Trần Thị Bích Ngọc',
			phone: '0912345678',
			citizenId: '001195000001',
			address: 'Thôn Ví Dụ, xã Ví Dụ'
		},
		subject: 'Nguyễn Minh An',
		papers: [],
		...changes
	};
}

/** A submission just written into the outbox; rows of a higher number are younger. */
export function anItem(number = 1, changes: Partial<SubmissionItem> = {}): SubmissionItem {
	const id = anId(number);
	const createdAt = new Date(MORNING.getTime() + number).toISOString();
	return {
		kind: 'submission',
		id,
		secret: aSecret(number),
		payload: aPayload({ subject: `Trẻ thứ ${number}` }),
		files: [],
		draft: aDraft({ id, secret: aSecret(number) }),
		state: 'waiting',
		openSent: false,
		attempts: 0,
		nextAttemptAt: MORNING.toISOString(),
		lastError: null,
		createdAt,
		...changes
	};
}

/** An answer just written into the outbox: a question about the line `line-1` of the slip `slip-<dossier>`. */
export function anAnswer(
	number: number,
	dossierNumber: number,
	changes: Partial<AnswerItem> = {}
): AnswerItem {
	const id = anId(number);
	const dossierId = anId(dossierNumber);
	const supplementId = `slip-${dossierId}`;
	return {
		kind: 'answer',
		id,
		secret: aSecret(dossierNumber),
		dossierId,
		supplementId,
		lines: [{ lineId: 'line-1', kind: 'question', text: `Câu hỏi thứ ${number}` }],
		files: [],
		draft: newAnswer({ id, dossierId, supplementId, now: MORNING }),
		...freshRow(MORNING.toISOString()),
		createdAt: new Date(MORNING.getTime() + number).toISOString(),
		...changes
	};
}

/** The bytes of page `number`: nine and some, no two pages the same. */
export function pageBytes(number: number): ArrayBuffer {
	return Uint8Array.from({ length: 9 + (number % 5) }, (_, index) => (number * 31 + index) % 251)
		.buffer;
}

/** A declared photo with the bytes of page `number`, not sent yet. */
export function aFile(number: number, changes: Partial<OutboxFile> = {}): OutboxFile {
	const bytes = pageBytes(number);
	return {
		fileId: anId(9_000_000 + number),
		requirementId: 'giay-chung-sinh',
		sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
		size: bytes.byteLength,
		type: 'image/jpeg',
		pageId: `page-${number}`,
		attempt: 1,
		isSent: false,
		...changes
	};
}

/** The server's word for this id. */
export function aReceipt(id: string, changes: Partial<Receipt> = {}): Receipt {
	return {
		id,
		reference: `N-${id.slice(-4)}`,
		lookupCode: 'ABCD-EFGH',
		submittedAt: MORNING.toISOString(),
		procedureCode: birth.code,
		answerBy: null,
		office: OFFICE,
		...changes
	};
}
