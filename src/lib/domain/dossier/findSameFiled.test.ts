import { describe, expect, it } from 'vitest';
import { aDraft, anId, anItem, aReceipt, aSecret, birth } from '$lib/testing/builders';
import { findSameFiled } from './findSameFiled.ts';
import type { Draft } from './Draft.ts';
import type { MyDossier } from './MyDossier.ts';
import type { OutboxFile } from './Submission.ts';

const draft = aDraft({ id: anId(9), secret: aSecret(9) });
const picture = (sha256: string) =>
	({ requirementId: 'identity', sha256, fileId: anId(50), size: 1 }) as OutboxFile;

function aFiled(status: number | null, changes: Partial<MyDossier> = {}): MyDossier {
	return {
		id: anId(1),
		secret: aSecret(1),
		procedureCode: birth.code,
		title: '',
		subject: '',
		receipt: aReceipt(anId(1)),
		draft: { ...draft, id: anId(1), secret: aSecret(1) },
		files: [],
		progress: status === null ? null : ({ status } as MyDossier['progress']),
		letGo: 0,
		answers: [],
		checkedAt: null,
		...changes
	};
}

const find = (dossiers: MyDossier[], changes: Partial<Draft> = {}, files: OutboxFile[] = []) =>
	findSameFiled(birth, { ...draft, ...changes }, files, { dossiers, items: [] });

describe('a preparation that says what was filed before', () => {
	it.each([null, 1, 2, 4, 5, 6, 9])('is known while that one is in status %s', (status) =>
		expect(find([aFiled(status)])).toBe(anId(1))
	);

	it.each([3, 7, 8, 10])('may be filed again once that one is in status %s', (status) =>
		expect(find([aFiled(status)])).toBeUndefined()
	);

	it('is another one with another word, answer, applicant or procedure', () => {
		const form = { ...draft.form, 'child-name': 'Nguyễn Minh Ân' };
		const answers = { ...draft.answers, 'within-60-days': 'no' };
		const applicant = { ...draft.applicant, phone: '0900000000' };
		for (const changes of [{ form }, { answers }, { applicant }, { procedureCode: '2.000815' }])
			expect(find([aFiled(1)], changes), JSON.stringify(changes)).toBeUndefined();
	});

	it('is the same with other spaces, and with words the case does not ask for', () => {
		const form = { ...draft.form, 'old-field': 'x' };
		const applicant = { ...draft.applicant, fullName: ` ${draft.applicant.fullName}  ` };
		expect(find([aFiled(1)], { form, applicant })).toBe(anId(1));
	});

	it('is the same with the same pictures only, as long as the phone has them', () => {
		const withPicture = aFiled(1, { files: [picture('a')] });
		expect(find([withPicture], {}, [picture('a')])).toBe(anId(1));
		expect(find([withPicture], {}, [picture('b')])).toBeUndefined();
		expect(find([withPicture])).toBeUndefined();
		expect(find([aFiled(2, { letGo: 1 })])).toBeUndefined();
	});

	it('is compared with what waits to be sent, but never with itself or with what was refused', () => {
		const row = (number: number, changes = {}) =>
			anItem(number, { draft: { ...draft, id: anId(number) }, ...changes });
		const among = (...items: ReturnType<typeof row>[]) =>
			findSameFiled(birth, draft, [], { dossiers: [], items });
		expect(among(row(2))).toBe(anId(2));
		expect(among(row(2, { state: 'held' }))).toBe(anId(2));
		expect(among(row(2, { state: 'quarantined' }))).toBeUndefined();
		expect(among(row(9))).toBeUndefined();
	});

	it('is told of the one it would take the place of first', () => {
		const older = aFiled(1, { id: anId(3) });
		const replaces = [{ id: anId(1), secret: aSecret(1) }];
		expect(find([older, aFiled(1)], { replaces })).toBe(anId(1));
		expect(find([older, aFiled(1)])).toBe(anId(3));
	});

	it('is not compared with a dossier of which the phone only knows the receipt', () =>
		expect(find([aFiled(1, { draft: null })])).toBeUndefined());
});
