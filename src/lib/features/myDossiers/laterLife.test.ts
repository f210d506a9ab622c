import { describe, expect, it } from 'vitest';
import { Progress } from '$lib/domain/dossier/Receipt';
import type { MyDossier } from '$lib/domain/dossier/MyDossier';
import { anId, aReceipt, OFFICE } from '$lib/testing/builders';
import { hasLaterLife, isCorrected, isSaidElsewhere } from './laterLife';
import { nextStep, shortStatus } from './shortStatus';

const file = {
	fileId: 'f1',
	name: 'a.pdf',
	type: 'application/pdf',
	size: 1,
	sha256: '',
	releasedAt: '2026-11-23T02:00:00Z',
	correction: null
};
const bill = {
	amount: 120_000,
	payTo: 'Kho bạc',
	transferText: 'HS 1',
	reason: 'Lệ phí trước bạ',
	documentNumber: '12/TB',
	until: '2026-11-27'
};
const extension = { oldDate: '2026-11-26', newDate: '2026-12-01', reason: 'Chờ xác minh' };
const halt = { kind: 'stop', reason: 'Có tranh chấp', basis: 'Điều 5', originals: [] };
const post = { address: 'Thôn Hạ' };
const onPaper = { at: '2026-11-24T02:00:00Z', reason: 'Sai', number: '12/KS', fileId: null };

/** As the server of before says it, with what differs. */
function heard(status: number, own: Record<string, unknown> = {}): Progress {
	return Progress.parse({
		reference: 'N-1',
		code: null,
		status,
		submittedAt: '',
		receivedAt: null,
		dueDate: null,
		dueAt: null,
		firstDueDate: null,
		finishedAt: null,
		returnedAt: null,
		steps: [],
		own: { supplements: [], refusal: null, result: null, ...own },
		office: OFFICE
	});
}
const ownOf = (own: Record<string, unknown>) => heard(4, own).own ?? expect.fail('no own part');

describe('what is heard of the later life', () => {
	it('is nothing from a server of before, from nulls, and from what has another form', () => {
		const damaged = {
			bill: { amount: 'x' },
			extension: 5,
			halt: {},
			results: [{}],
			post: { number: 5 },
			corrections: [{}]
		};
		const nothing = { bill: null, extension: null, halt: null, results: [file] };
		for (const own of [{}, nothing, damaged]) expect(hasLaterLife(ownOf(own))).toBe(false);
	});

	it.each([
		{ bill },
		{ extension },
		{ halt },
		{ post },
		{ corrections: [onPaper] },
		{ results: [file, { ...file, fileId: 'f2' }] }
	])('is told: %j', (own) => expect(hasLaterLife(ownOf(own))).toBe(true));

	it('has versions of a result only when it was corrected', () => {
		expect(isCorrected(ownOf({ results: [file] }))).toBe(false);
		expect(isCorrected(ownOf({ results: [file, file] }))).toBe(true);
		expect(isCorrected(ownOf({ results: [file], corrections: [onPaper] }))).toBe(true);
		expect(isCorrected(ownOf({ results: [{ ...file, correction: 'Sai' }] }))).toBe(true);
	});

	it.each([
		[3, {}, true],
		[6, { bill }, true],
		[6, {}, false],
		[8, { halt }, true],
		[8, {}, false],
		[4, { extension }, false],
		[4, { post }, false],
		[9, { post }, true],
		[10, { post: { ...post, number: 'EE1VN' } }, true],
		[9, {}, false],
		[10, { post: null }, false]
	])('in status %i with %j is said elsewhere: %s', (status, own, isSaid) => {
		expect(isSaidElsewhere(heard(status, own))).toBe(isSaid);
	});
});

describe('in a few words', () => {
	const shortly = (own: Record<string, unknown>) => {
		const dossier: MyDossier = {
			id: anId(1),
			secret: '',
			procedureCode: '',
			title: '',
			subject: '',
			receipt: aReceipt(anId(1)),
			draft: null,
			files: [],
			letGo: 0,
			answers: [],
			progress: heard(6, own),
			checkedAt: null
		};
		return shortStatus(dossier);
	};

	it('money that is owed', () => {
		expect(shortly({ bill })).toBe('Cần nộp 120.000 đồng, chậm nhất Thứ Sáu, 27/11/2026');
		expect(shortly({ bill: { ...bill, until: null } })).toBe('Cần nộp tiền: 120.000 đồng');
		expect(shortly({})).toBe('Cần nộp tiền');
	});

	it('what to do about it, for whoever looks it up', () => {
		expect(nextStep(heard(6))).toMatch(/^Bạn nộp tiền xong thì quầy làm tiếp\./);
	});
});
