import { tidyCitizenId, tidyPhone } from './tidyValue.ts';
import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import type { FormField } from '../catalogue/EForm.ts';
import { findFieldFault, maxLengthOf, visibleFields, visibleSections } from './validateFields.ts';

const TODAY = '2026-11-23';

function aField(type: FormField['type'], changes: Partial<FormField> = {}): FormField {
	return { id: 'x', type, label: 'X', required: true, ...changes };
}

/** The kind of fault of a value, or "fine". */
function verdict(field: FormField, value: string, today = TODAY): string {
	return findFieldFault(field, value, today)?.kind ?? 'fine';
}

const born = aField('date', { min: -100, max: 0 });
const copies = aField('number', { min: 0, max: 20 });
const sex = aField('choice', { options: [{ value: 'male', label: 'Nam' }] });
const name = aField('person-name');
const phone = aField('phone');
const citizenId = aField('citizen-id');

describe('a value', () => {
	it.each<[string, FormField, string, string]>([
		['date', born, '2026-11-23', 'fine'],
		['date', born, ' 2026-11-23 ', 'fine'],
		['date', born, '2026-11-24', 'date-too-late'],
		['date', born, '1926-11-23', 'fine'],
		['date', born, '1926-11-22', 'date-too-early'],
		['date', born, '2024-02-29', 'fine'],
		['date', born, '2026-02-29', 'not-a-date'],
		['date', born, '1900-02-29', 'date-too-early|not-a-date'],
		['date', born, '2026-04-31', 'not-a-date'],
		['date', born, '2026-13-01', 'not-a-date'],
		['date', born, '2026-00-10', 'not-a-date'],
		['date', born, '2026-2-', 'date-unfinished'],
		['date', born, '2026--', 'date-unfinished'],
		['year', aField('year', { min: -110, max: -10 }), '1995', 'fine'],
		['year', aField('year', { min: -110, max: -10 }), '2099', 'date-too-late'],
		['year', aField('year', { min: -110, max: -10 }), '1850', 'date-too-early'],
		['year', aField('year', { min: -110, max: -10 }), '95', 'not-a-year'],
		['address', aField('address', {}), 'Hà', 'too-short'],
		['phone', aField('phone', {}), '\u202A0912345678\u202C', 'fine'],
		['phone', aField('phone', {}), '0084912345678', 'fine'],
		['person-name', aField('person-name', {}), 'Nguyễn\u00A0An\t', 'fine'],
		['date', born, '-11-23', 'date-unfinished'],
		['date', born, '23/11/2026', 'not-a-date'],
		['date', born, '26-11-23', 'not-a-date'],
		['date', born, '--', 'required'],
		['date', born, '', 'required'],
		['date, optional', aField('date', { required: false }), '--', 'fine'],
		['date, optional', aField('date', { required: false }), '2026-2-', 'date-unfinished'],
		['date, without bounds', aField('date'), '2126-01-01', 'fine'],
		['number', copies, '0', 'fine'],
		['number', copies, '20', 'fine'],
		['number', copies, '007', 'fine'],
		['number', copies, '21', 'number-out-of-range'],
		['number', copies, '-1', 'not-a-number'],
		['number', copies, '1,5', 'not-a-number'],
		['number', copies, '1e1', 'not-a-number'],
		['number', copies, 'hai', 'not-a-number'],
		['number', copies, '０', 'not-a-number'],
		['number', copies, '   ', 'required'],
		['number, year', aField('number', { min: 1900, max: 2100 }), '1899', 'number-out-of-range'],
		['number, too many digits', aField('number'), '1234567890', 'number-out-of-range'],
		['money', aField('money'), '1500000', 'fine'],
		['money', aField('money'), '1.500.000', 'not-a-number'],
		['money', aField('money'), '9'.repeat(16), 'number-out-of-range'],
		['choice', sex, 'male', 'fine'],
		['choice', sex, 'Nam', 'not-an-option'],
		['choice', sex, '', 'required'],
		['choice without options', aField('choice'), 'male', 'not-an-option'],
		['name', name, 'Nguyễn Thị Ánh Tuyết', 'fine'],
		['name, marks apart', name, 'Nguyễn Thị Ánh Tuyết'.normalize('NFD'), 'fine'],
		['name', name, "H'Hen Niê", 'fine'],
		['name', name, 'K’Brếp', 'fine'],
		['name', name, 'Lê-Văn Đ.', 'fine'],
		['name', name, 'A', 'person-name'],
		['name', name, 'An 2', 'person-name'],
		['name', name, 'An@', 'person-name'],
		['name', name, '<b>An</b>', 'person-name'],
		['name', name, 'a'.repeat(120), 'fine'],
		['name', name, 'a'.repeat(121), 'too-long'],
		['phone', phone, '0912345678', 'fine'],
		['phone', phone, '0912 345 678', 'fine'],
		['phone', phone, '0912.345.678', 'fine'],
		['phone', phone, '+84 912 345 678', 'fine'],
		['phone', phone, '84912345678', 'fine'],
		['phone', phone, '+84 (0)912 345 678', 'fine'],
		['phone, landline', phone, '(028) 3822 1234', 'fine'],
		['phone', phone, '912345678', 'phone'],
		['phone', phone, '091234567', 'phone'],
		['phone', phone, '091234567890', 'phone'],
		['phone', phone, '+1 912 345 6789', 'phone'],
		['phone', phone, '09123o5678', 'phone'],
		['citizen number', citizenId, '001195000001', 'fine'],
		['citizen number', citizenId, '001 195 000 001', 'fine'],
		['citizen number', citizenId, '001.195.000.001', 'fine'],
		['citizen number, old', citizenId, '012345678', 'fine'],
		['passport', citizenId, 'b1234567', 'fine'],
		['citizen number', citizenId, '00119500000', 'citizen-id'],
		['citizen number', citizenId, '0011950000012', 'citizen-id'],
		['citizen number', citizenId, '00119500000O', 'citizen-id'],
		['text', aField('text', { maxLength: 5 }), 'abcde', 'fine'],
		['text', aField('text', { maxLength: 5 }), 'abcdef', 'too-long'],
		['text', aField('text'), 'x'.repeat(201), 'too-long'],
		['text, optional', aField('text', { required: false }), '', 'fine'],
		['long text', aField('long-text'), 'x'.repeat(2000), 'fine'],
		['address', aField('address'), 'x'.repeat(301), 'too-long'],
		['address', aField('address'), ' \n', 'required']
	])('%s: %j %j', (_, field, value, kinds) => {
		expect(kinds.split('|')).toContain(verdict(field, value));
	});

	it('may be a hundred years old to the day, also in a leap year', () => {
		expect(verdict(born, '1924-02-29', '2024-02-29')).toBe('fine');
		expect(verdict(born, '1924-02-28', '2024-02-29')).toBe('date-too-early');
	});
	it('out of range is told with its bounds', () => {
		expect(findFieldFault(copies, '99', TODAY)).toEqual({
			kind: 'number-out-of-range',
			min: 0,
			max: 20
		});
	});
	it('too long is told with the length', () => {
		const field = aField('text', { maxLength: 60 });
		expect(maxLengthOf(field)).toBe(60);
		expect(findFieldFault(field, 'x'.repeat(61), TODAY)).toEqual({
			kind: 'too-long',
			maxLength: 60
		});
	});
});

describe('numbers as they are stored', () => {
	it.each([
		['0912345678', '0912345678'],
		['0912 345 678', '0912345678'],
		['+84912345678', '0912345678'],
		['84 912-345-678', '0912345678'],
		['+84 (0)912 345 678', '0912345678'],
		['+84 0912345678', '0912345678'],
		['+84 28 3822 1234', '02838221234'],
		['(028) 3822.1234', '02838221234'],
		['0841234567', '0841234567']
	])('phone %s → %s', (typed, stored) => expect(tidyPhone(typed)).toBe(stored));
	it.each([
		[' 001.195 000-001 ', '001195000001'],
		['c1234567', 'C1234567']
	])('citizen %s → %s', (typed, stored) => expect(tidyCitizenId(typed)).toBe(stored));
});

describe('the pages of the form', () => {
	const sections = birth.eForm?.sections ?? [];
	const ids = (answers: Record<string, string>) =>
		visibleSections(sections, answers).map(({ id }) => id);

	it('ask about the parents only when they are known', () => {
		expect(ids({ 'child-found': 'no' })).toEqual(['tre', 'me', 'cha', 'dang-ky']);
		expect(ids({ 'child-found': 'yes' })).toEqual(['tre', 'dang-ky']);
		expect(ids({})).toEqual(['tre', 'dang-ky']);
	});
	it('ask about the father only when he is to be named', () => {
		const father = sections.find(({ id }) => id === 'cha');
		if (!father) throw new Error('the form has no page about the father');
		expect(visibleFields(father, { 'father-known': 'no' }).map(({ id }) => id)).toEqual([
			'father-known'
		]);
		expect(visibleFields(father, { 'father-known': 'yes' })).toHaveLength(father.fields.length);
	});
});
