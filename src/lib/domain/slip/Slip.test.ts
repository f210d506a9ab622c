import { describe, expect, it } from 'vitest';
import { parseSlip } from './Slip.ts';
import {
	aControlSlip,
	aHaltSlip,
	aLaterRefusalSlip,
	anExtensionSlip,
	aReceiptSlip,
	aRefusalSlip,
	aSupplementSlip
} from './testSlips.ts';

describe.each([
	aReceiptSlip,
	aSupplementSlip,
	aRefusalSlip,
	anExtensionSlip,
	aHaltSlip,
	aLaterRefusalSlip,
	aControlSlip
])('form $form, number $number', (slip) => {
	it('comes back from its snapshot as it was frozen', () => {
		expect(parseSlip(slip.form, JSON.parse(JSON.stringify(slip)))).toEqual(slip);
	});

	it('is no slip of another form', () => {
		expect(parseSlip(slip.form === '01' ? '02' : '01', slip)).toBeUndefined();
	});

	it.each(['formSet', 'number', 'lookupCode', 'issuedAt', 'agency', 'applicant', 'procedure'])(
		'is no slip without its %s',
		(key) => {
			expect(parseSlip(slip.form, { ...slip, [key]: undefined })).toBeUndefined();
		}
	);

	it('stands for a person who gave no phone, mail or number', () => {
		const applicant = { ...slip.applicant, phone: '', email: '', citizenId: '' };
		expect(parseSlip(slip.form, { ...slip, applicant })).toEqual({ ...slip, applicant });
	});
});

it('only Mẫu 02 and 03 stand without a dossier code', () => {
	expect(parseSlip('01', { ...aReceiptSlip, code: null })).toBeUndefined();
	expect(parseSlip('02', { ...aSupplementSlip, code: null })?.form).toBe('02');
	expect(parseSlip('03', { ...aRefusalSlip, code: null })?.form).toBe('03');
});

it('a line says what is wrong in one of the two ways', () => {
	const [line] = aSupplementSlip.lines;
	expect(
		parseSlip('02', { ...aSupplementSlip, lines: [{ ...line, verdict: 'right' }] })
	).toBeUndefined();
});

it('keeps that a receipt was typed in from a blank', () => {
	expect(parseSlip('01', { ...aReceiptSlip, blank: true })).toEqual({
		...aReceiptSlip,
		blank: true
	});
});

it('keeps which slip a receipt replaces, why, and the first date of all', () => {
	const again = {
		...aReceiptSlip,
		replaces: { number: '00001/2026', dueDate: '2026-11-27', due: null },
		firstDueDate: '2026-11-27',
		moveReason: 'Mất điện cả ngày'
	};
	expect(parseSlip('01', again)).toEqual(again);
});

it.each(['dueDate', 'newDate', 'reason', 'signer', 'receivedAt'])(
	'an apology is none without its %s',
	(key) => {
		expect(parseSlip('04', { ...anExtensionSlip, [key]: undefined })).toBeUndefined();
	}
);

it.each(['reason', 'basis', 'originals', 'signer', 'receivedAt'])(
	'a notice of stopping is none without its %s',
	(key) => {
		expect(parseSlip('05', { ...aHaltSlip, [key]: undefined })).toBeUndefined();
	}
);

it('a dossier of before the first promise was kept still has its slips', () => {
	expect(parseSlip('04', { ...anExtensionSlip, firstDueDate: null })?.form).toBe('04');
});

it.each([null, undefined, 'giấy', {}, { form: '04' }])('%j is no slip', (snapshot) => {
	expect(parseSlip('01', snapshot)).toBeUndefined();
});
