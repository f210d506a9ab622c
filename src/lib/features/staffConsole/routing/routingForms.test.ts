import { describe, expect, it } from 'vitest';
import {
	answerForm,
	consultForm,
	copiedForm,
	doneForm,
	failedForm,
	handOverForm,
	moveForm,
	noteForm,
	partCount,
	partsForm
} from './routingForms';

const TODAY = '2026-11-26';
const typed = (texts: Record<string, string>) => (id: string) => texts[id] ?? '';
const ids = (errors: { id: string }[]) => errors.map(({ id }) => id);

describe('handing on', () => {
	it('needs somebody and a reason', () => {
		expect(ids(handOverForm('pass', typed({})).errors)).toEqual(['pass-to', 'pass-reason']);
		const form = handOverForm('assign', typed({ 'assign-to': 's2', 'assign-reason': ' Nghỉ ốm ' }));
		expect(form).toEqual({ errors: [], content: { staffId: 's2', reason: 'Nghỉ ốm' } });
	});

	it('to another department needs it and a reason', () => {
		expect(ids(moveForm(typed({ 'move-reason': 'x' })).errors)).toEqual(['move-to', 'move-reason']);
		const form = moveForm(typed({ 'move-to': 'd2', 'move-reason': 'Nhầm phòng' }));
		expect(form).toEqual({ errors: [], content: { departmentId: 'd2', reason: 'Nhầm phòng' } });
	});
});

describe('asking another agency', () => {
	const whole = {
		'consult-agency': 'Công an xã',
		'consult-question': 'Có cư trú không?',
		'consult-until': '2026-12-03'
	};

	it('sends what is filled in only', () => {
		expect(consultForm(typed(whole), TODAY)).toEqual({
			errors: [],
			content: { agency: 'Công an xã', question: 'Có cư trú không?', until: '2026-12-03' }
		});
		const more = { ...whole, 'consult-number': '12/CV', 'consult-silence': 'Điều 5' };
		expect(consultForm(typed(more), TODAY).content).toMatchObject({
			documentNumber: '12/CV',
			silence: 'Điều 5'
		});
	});

	it.each(['', TODAY, '2026-11-25', '2026-12-3x', '2026-02-30'])(
		'does not wait until %j',
		(until) => {
			const { errors } = consultForm(typed({ ...whole, 'consult-until': until }), TODAY);
			expect(ids(errors)).toEqual(['consult-until']);
		}
	);

	it('says what is missing and what is too long', () => {
		const long = { 'consult-until': '2026-12-03', 'consult-number': '1'.repeat(61) };
		expect(ids(consultForm(typed(long), TODAY).errors)).toEqual([
			'consult-agency',
			'consult-question',
			'consult-number'
		]);
	});

	it('takes an answer for each question apart', () => {
		const texts = typed({ 'answer-w1-text': 'Có cư trú', 'answer-w1-number': '7/CA' });
		expect(answerForm('w1', texts)).toEqual({
			errors: [],
			content: { waitId: 'w1', outcome: 'answered', answer: 'Có cư trú', documentNumber: '7/CA' }
		});
		expect(ids(answerForm('w2', texts).errors)).toEqual(['answer-w2-text']);
	});
});

describe('parts for other agencies', () => {
	const one = { 'parts-0-title': 'Cấp thẻ', 'parts-0-agency': 'Bảo hiểm xã hội' };

	it('are one at first, never more than ten', () => {
		expect(
			['', '3', '0', '99', 'x'].map((count) => partCount(typed({ 'parts-count': count })))
		).toEqual([1, 3, 1, 10, 1]);
	});

	it('begin at once or after one before them', () => {
		const texts = typed({
			...one,
			'parts-count': '2',
			'parts-0-after': '2',
			'parts-1-title': 'Đăng ký thường trú',
			'parts-1-agency': 'Công an xã',
			'parts-1-after': '4',
			'parts-1-due': '2026-12-03'
		});
		const parts = [
			{ title: 'Cấp thẻ', agency: 'Bảo hiểm xã hội', after: 2 },
			{ title: 'Đăng ký thường trú', agency: 'Công an xã', after: 4, dueDate: '2026-12-03' }
		];
		expect(partsForm(texts, 4, TODAY)).toEqual({ errors: [], content: { parts } });
		// Numbered anew, nothing comes after itself.
		expect(partsForm(texts, 1, TODAY).content.parts.map(({ after }) => after)).toEqual([
			undefined,
			undefined
		]);
	});

	it('need a name, an agency and a date to come, if any', () => {
		const form = partsForm(typed({ 'parts-0-due': TODAY }), 1, TODAY);
		expect(ids(form.errors)).toEqual(['parts-0-title', 'parts-0-agency', 'parts-0-due']);
	});

	it('end well or with a reason', () => {
		expect(doneForm('p', typed({}))).toEqual({
			errors: [],
			content: { partId: 'p', step: 'done' }
		});
		expect(ids(failedForm('p', typed({})).errors)).toEqual(['failed-p-reason']);
	});
});

describe('what stands in another system', () => {
	it('has a system and a code, a status if it was read', () => {
		expect(ids(copiedForm('external', typed({})).errors)).toEqual([
			'external-system',
			'external-code'
		]);
		const texts = { 'external-system': 'Hộ tịch', 'external-code': 'A-1' };
		expect(copiedForm('external', typed(texts)).content.external).toEqual({
			system: 'Hộ tịch',
			code: 'A-1'
		});
	});
});

describe('a note', () => {
	it.each([
		['', ['note-text']],
		['x'.repeat(2001), ['note-text']],
		['Đã gọi điện.\nHẹn mai.', []]
	])('%j', (text, expected) => {
		expect(ids(noteForm(typed({ 'note-text': text })).errors)).toEqual(expected);
	});
});
