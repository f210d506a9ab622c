import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNSURE } from '$lib/domain/catalogue/Condition';
import { birth } from '$lib/testing/builders';
import { decodeChecklist, encodeChecklist, scanChecklist } from './checklistCode';
import { resolveChecklist } from './resolveChecklist';

const HASH = 'ab12cd34'.padEnd(64, '0');
const SEED = 20261123;

const someAnswers = fc.record(
	Object.fromEntries(
		birth.questions.map((question) => [
			question.id,
			fc.constantFrom(...question.options.map((option) => option.value), UNSURE)
		])
	),
	{ requiredKeys: [] }
);
const someMarks = fc.record(
	Object.fromEntries(
		birth.requirements.map(({ id }) => [
			id,
			fc.constantFrom(
				'ready' as const,
				'missing' as const,
				'photographed' as const,
				'does-not-apply' as const,
				'cannot-find' as const,
				'cannot-obtain' as const
			)
		])
	)
);

describe('the checklist as one line', () => {
	it(`says the same list again after scanning (seed ${SEED})`, () => {
		fc.assert(
			fc.property(someAnswers, someMarks, (answers, marks) => {
				const line = encodeChecklist(birth, HASH, answers, marks);
				// No letter that a Vietnamese input method changes or lets change.
				expect(line).toMatch(/^[0-9BCF-HJ-NP-TVXZ*+.-]+$/);
				const scanned = scanChecklist(line);
				if (!scanned) throw new Error(`not read: ${line}`);
				const read = decodeChecklist(birth, HASH, scanned);
				if (!read.ok) throw new Error('refused');
				const before = resolveChecklist(birth, answers);
				const after = resolveChecklist(birth, read.value.answers);
				expect(after.items.map(({ id, maybe }) => ({ id, maybe }))).toEqual(
					before.items.map(({ id, maybe }) => ({ id, maybe }))
				);
				expect(read.value.marks).toEqual(
					Object.fromEntries(before.items.map(({ id }) => [id, marks[id] ?? 'missing']))
				);
			}),
			{ seed: SEED, numRuns: 500 }
		);
	});

	it('fits a QR code that a cheap camera reads', () =>
		expect(encodeChecklist(birth, HASH, {}, {}).length).toBeLessThan(120));

	it('is the same format for ever', () =>
		expect(encodeChecklist(birth, HASH, {}, { identity: 'cannot-obtain' })).toBe(
			'MC2*1.001193*2870136116*--------*MM---MMM-KMM*11'
		));

	it('notices any sign gone wrong', () => {
		const line = encodeChecklist(birth, HASH, { registrant: UNSURE }, {});
		for (let at = 0; at < line.length; at += 1)
			for (const sign of '059RMPBX-+*.')
				if (sign !== line[at])
					expect(scanChecklist(`${line.slice(0, at)}${sign}${line.slice(at + 1)}`)).toBeUndefined();
	});

	it('of the older form is read in small letters and with the end of a line, as scanners type it', () =>
		expect(scanChecklist('mc1*1.001193*ab12cd34*0-+*rm-\r\n')).toEqual({
			procedureCode: '1.001193',
			hashStart: 'ab12cd34',
			answerSigns: '0-+',
			markSigns: 'RM-'
		}));

	it.each([
		'',
		'MC2*1.001193*AB12CD34*0*R',
		'MC2*1.001193*9999999999*0*R*00',
		'MC3*1.001193*AB12CD34*0*R',
		'https://a.vn/?ma=1',
		'MC1*1.001193*AB12*0*R'
	])('%s is no checklist', (line) => expect(scanChecklist(line)).toBeUndefined());

	const whole = scanChecklist(encodeChecklist(birth, HASH, {}, {}));
	if (!whole) throw new Error('the own line is not read');
	it('of another version is told apart', () =>
		expect(decodeChecklist(birth, 'ff'.repeat(32), whole)).toMatchObject({
			error: { kind: 'outdated' }
		}));
	it.each([
		['too few questions', { ...whole, answerSigns: '0' }],
		['too many papers', { ...whole, markSigns: `${whole.markSigns}R` }],
		['an option that is not there', { ...whole, answerSigns: whole.answerSigns.replace('-', 'Z') }]
	])('with %s is refused', (_, scanned) =>
		expect(decodeChecklist(birth, HASH, scanned)).toMatchObject({ error: { kind: 'invalid' } })
	);
});
