import { describe, expect, it } from 'vitest';
import { aDraft, anId, birth } from '$lib/testing/builders';
import { buildPayload, formAnswers } from './buildPayload.ts';
import type { Draft } from './Draft.ts';
import { Payload } from './Payload.ts';

const HASH = 'b'.repeat(64);

function built(changes: Partial<Draft> = {}, filesOf: Record<string, string[]> = {}) {
	return buildPayload(birth, HASH, aDraft(changes), filesOf);
}

describe('what is sent', () => {
	it('is what the server accepts', () => {
		expect(Payload.safeParse(built()).error).toBeUndefined();
		expect(built()).toMatchObject({ procedureCode: '1.001193', contentHash: HASH });
	});

	it('has only answers of this case, "not sure" included', () => {
		const { answers } = aDraft();
		expect(
			built({ answers: { ...answers, witness: 'yes', 'authorised-kin': 'no' } }).answers
		).toEqual(answers);
		expect(built({ answers: { ...answers, 'within-60-days': 'unsure' } }).answers).toMatchObject({
			'within-60-days': 'unsure'
		});
	});

	it('has only fields of this case, without empty ones, tidied', () => {
		const form = {
			'child-name': '  Nguyễn Minh An ',
			'mother-id': '001 195 000 001',
			'mother-name': 'Trần Thị Bích Ngọc',
			'father-known': 'no',
			'father-name': 'Nguyễn Văn Ba',
			'mother-residence': '   ',
			'old-field': 'x'
		};
		expect(built({ form }).form).toEqual({
			'child-name': 'Nguyễn Minh An',
			'mother-id': '001195000001',
			'mother-name': 'Trần Thị Bích Ngọc',
			'father-known': 'no'
		});
		expect(built({ form, answers: { ...aDraft().answers, 'child-found': 'yes' } }).form).toEqual({
			'child-name': 'Nguyễn Minh An'
		});
	});

	it('shows fields by the answers of this case, not by what was answered before', () => {
		const stale = { ...aDraft().answers, witness: 'yes' };
		expect(formAnswers(birth, aDraft({ answers: stale }))).toMatchObject({
			'birth-paper': 'paper',
			witness: '',
			'father-known': 'no'
		});
	});

	it('names the applicant with tidied numbers, and no empty mail address', () => {
		const applicant = {
			fullName: ' Trần Thị Bích Ngọc ',
			phone: '+84 912 345 678',
			citizenId: '001.195.000.001',
			address: ' Thôn Ví Dụ ',
			email: ' '
		};
		const tidy = {
			fullName: 'Trần Thị Bích Ngọc',
			phone: '0912345678',
			citizenId: '001195000001',
			address: 'Thôn Ví Dụ'
		};
		expect(built({ applicant }).applicant).toEqual(tidy);
		expect(built({ applicant: { ...applicant, email: ' a@b.vn ' } }).applicant).toEqual({
			...tidy,
			email: 'a@b.vn'
		});
	});

	it('is about the child, or about the applicant when the form names nobody', () => {
		expect(built().subject).toBe('Nguyễn Minh An');
		expect(built({ form: {} }).subject).toBe('Trần Thị Bích Ngọc');
		expect(buildPayload({ ...birth, eForm: null }, HASH, aDraft(), {})).toMatchObject({
			subject: 'Trần Thị Bích Ngọc',
			form: {}
		});
	});

	it('names the address for the post only when the post was chosen', () => {
		const { applicant } = aDraft();
		expect(built()).not.toHaveProperty('postTo');
		expect(built({ applicant: { ...applicant, resultBy: 'office', postAddress: 'x' } })).toEqual(
			built()
		);
		const postAddress = ' Thôn Hạ ';
		const posted = built({ applicant: { ...applicant, resultBy: 'post', postAddress } });
		expect(posted).toEqual({ ...built(), postTo: 'Thôn Hạ' });
		expect(Payload.safeParse(posted).error).toBeUndefined();
	});

	it('names the office only when one was chosen', () => {
		expect(built()).not.toHaveProperty('agencyCode');
		expect(built({ agencyCode: 'H99.01' }).agencyCode).toBe('H99.01');
	});

	it('says of each paper what the citizen said', () => {
		const papers = {
			identity: 'ready',
			'witness-statement': 'ready',
			declaration: 'ready'
		} as const;
		expect(built({ papers }).papers).toEqual([
			{ requirementId: 'declaration', state: 'nothing-to-bring' },
			{ requirementId: 'birth-certificate-paper', state: 'missing' },
			{ requirementId: 'identity', state: 'ready' },
			{ requirementId: 'residence', state: 'nothing-to-bring' },
			{ requirementId: 'marriage', state: 'nothing-to-bring' }
		]);
	});

	it.each(['does-not-apply', 'cannot-find', 'cannot-obtain'] as const)(
		'says why a paper cannot be brought: %s',
		(reason) =>
			expect(built({ papers: { identity: reason } }).papers).toContainEqual({
				requirementId: 'identity',
				state: 'cannot-get',
				reason
			})
	);

	it('names the files that show a paper, which is then there, whatever was marked', () => {
		const sent = built(
			{ papers: { identity: 'cannot-find' } },
			{ identity: [anId(7), anId(8)], 'witness-statement': [anId(9)] }
		);
		expect(sent.papers).toContainEqual({
			requirementId: 'identity',
			state: 'ready',
			files: [anId(7), anId(8)]
		});
		// Not asked for in this case: not sent.
		expect(JSON.stringify(sent)).not.toContain(anId(9));
		expect(Payload.safeParse(sent).error).toBeUndefined();
	});

	it('leaves the draft as it was', () => {
		const draft = aDraft();
		const before = structuredClone(draft);
		buildPayload(birth, HASH, draft, {});
		expect(draft).toEqual(before);
	});
});
