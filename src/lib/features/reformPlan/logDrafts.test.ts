import { describe, expect, it } from 'vitest';
import type { Outreach, Training } from '$lib/domain/plan/Logs';
import {
	hoursWords,
	outreachChange,
	outreachDraft,
	outreachErrors,
	proceduresOf,
	readCount,
	readHours,
	trainingChange,
	trainingDraft,
	trainingErrors
} from './logDrafts';

const TODAY = '2026-05-03';
const head = { entryId: 'e', expectedVersion: 2 };
const talk: Outreach = {
	id: 'e',
	version: 2,
	heldOn: '2026-03-02',
	place: 'Thôn Trung',
	form: 'zalo',
	topic: 'Nộp trên điện thoại',
	fieldCode: 'ho-tich',
	fieldName: 'Hộ tịch',
	procedureCode: null,
	procedureTitle: null,
	reach: 120,
	owner: 'Tổ số',
	note: '',
	effect: { before: 1, after: null, until: '2026-03-30', others: 0 }
};
const lesson: Training = {
	id: 'e',
	version: 2,
	heldOn: '2026-03-02',
	kind: 'attitude',
	topic: 'Đón dân',
	teacher: 'Trường',
	hours: 3.5,
	guests: 0,
	material: '',
	participants: [{ id: 'l', name: 'Lan' }]
};

it.each([
	['', null],
	['120', 120],
	['1.200', 1200],
	['1 200', 1200],
	['-1', undefined],
	['1,5', undefined],
	['nhiều', undefined]
])('%j people: %s', (text, count) => expect(readCount(text)).toBe(count));

it.each([
	['3', 3],
	['3,5', 3.5],
	[' 3.5 ', 3.5],
	['0', undefined],
	['3,2', undefined],
	['201', undefined],
	['', undefined]
])('%j hours: %s', (text, hours) => expect(readHours(text)).toBe(hours));

describe('a talk', () => {
	it('comes back as it was opened', () => {
		expect(outreachChange(outreachDraft(talk), head)).toEqual({
			...head,
			...{ heldOn: '2026-03-02', place: 'Thôn Trung', form: 'zalo', topic: 'Nộp trên điện thoại' },
			...{ fieldCode: 'ho-tich', reach: 120, owner: 'Tổ số', note: '' }
		});
		const unknown = outreachChange({ ...outreachDraft(talk), reach: '' }, head);
		expect('reach' in unknown).toBe(false);
	});

	it('says what is missing', () => {
		expect(outreachErrors(outreachDraft(talk), TODAY)).toEqual([]);
		expect(outreachErrors(outreachDraft(undefined), TODAY).map(({ id }) => id)).toEqual([
			'outreach-day',
			'outreach-form',
			'outreach-place',
			'outreach-topic',
			'outreach-owner'
		]);
		const wrong = { ...outreachDraft(talk), heldOn: '2026-05-04', reach: '2000000' };
		expect(outreachErrors(wrong, TODAY).map(({ id }) => id)).toEqual([
			'outreach-day',
			'outreach-reach'
		]);
	});

	it('is about procedures of the chosen field', () => {
		const procedures = [
			{ code: '1', name: 'Khai sinh', fieldCode: 'ho-tich' },
			{ code: '2', name: 'Sổ đỏ', fieldCode: 'dat-dai' }
		];
		expect(proceduresOf({ procedures }, 'dat-dai').map(({ code }) => code)).toEqual(['2']);
		expect(proceduresOf({ procedures }, '')).toHaveLength(2);
	});
});

describe('a training', () => {
	it('comes back as it was opened', () => {
		expect(trainingChange(trainingDraft(lesson), head)).toEqual({
			...head,
			...{ heldOn: '2026-03-02', kind: 'attitude', topic: 'Đón dân', teacher: 'Trường' },
			...{ hours: 3.5, participants: ['l'], guests: 0, material: '' }
		});
		expect(hoursWords(3.5)).toBe('3,5');
	});

	it('says what is missing; somebody took part', () => {
		expect(trainingErrors(trainingDraft(lesson), TODAY)).toEqual([]);
		expect(trainingErrors(trainingDraft(undefined), TODAY).map(({ id }) => id)).toEqual([
			'training-day',
			'training-kind',
			'training-topic',
			'training-teacher',
			'training-hours',
			'training-people'
		]);
		const guests = { ...trainingDraft(lesson), participants: [], guests: '4' };
		expect(trainingErrors(guests, TODAY)).toEqual([]);
		expect(trainingErrors({ ...guests, guests: 'bốn' }, TODAY).map(({ id }) => id)).toEqual([
			'training-guests'
		]);
	});
});
