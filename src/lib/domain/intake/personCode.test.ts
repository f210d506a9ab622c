import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyLine } from '../shared/tidyText';
import type { CounterPerson } from './Intake';
import { encodePersonCode, readPersonCode } from './personCode';

const SEED = Number(process.env.SEED ?? 20261125);
const huong: CounterPerson = {
	fullName: 'Nguyễn Thị Thu Hương',
	phone: '0912345678',
	citizenId: '033185001234',
	address: 'Thôn Phù Ủng, xã Phù Ủng, tỉnh Hưng Yên',
	email: 'huong.nguyen@vidu.vn'
};
const empty: CounterPerson = { fullName: '', phone: '', citizenId: '', address: '', email: '' };

const letter = fc.constantFrom(
	...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđĐẠỄƯqQ09 .,/-@|*'
);
const vietnamese = fc.string({ unit: letter, maxLength: 40 });
const anyText = fc.oneof(vietnamese, fc.string({ unit: 'binary', maxLength: 12 }));
const anyPerson = fc.record({
	fullName: anyText,
	phone: fc.stringMatching(/^0\d{9}$/),
	citizenId: fc.stringMatching(/^\d{12}$/),
	address: anyText,
	email: fc.constantFrom('', 'a@b.vn')
});
/** What the house keeps of a line anybody typed. */
const asTyped = (person: CounterPerson): CounterPerson => ({
	...person,
	fullName: tidyLine(person.fullName),
	address: tidyLine(person.address)
});

describe('the person as digits', () => {
	it(`says the same person again (seed ${SEED})`, () => {
		fc.assert(
			fc.property(anyPerson, (person) => {
				const code = encodePersonCode(person);
				expect(code).toMatch(/^0610(\d{5})+$/);
				expect(readPersonCode(code ?? '')).toEqual(asTyped(person));
			}),
			{ seed: SEED, numRuns: 1000 }
		);
	});

	it(`notices any digit gone wrong (seed ${SEED})`, () => {
		const code = encodePersonCode(huong) ?? '';
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: code.length - 1 }),
				fc.integer({ min: 1, max: 9 }),
				(at, add) => {
					const wrong = (Number(code[at]) + add) % 10;
					const flipped = `${code.slice(0, at)}${wrong}${code.slice(at + 1)}`;
					expect(readPersonCode(flipped)).toBeUndefined();
				}
			),
			{ seed: SEED, numRuns: 1000 }
		);
	});

	it('notices digits that are missing, doubled or swapped', () => {
		const code = encodePersonCode(huong) ?? '';
		for (let at = 4; at < code.length; at += 1) {
			const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${code[at]}${code.slice(at + 2)}`;
			if (swapped !== code) expect(readPersonCode(swapped)).toBeUndefined();
			expect(readPersonCode(code.slice(0, at) + code.slice(at + 1))).toBeUndefined();
			expect(readPersonCode(code.slice(0, at) + code.slice(at - 1))).toBeUndefined();
			expect(readPersonCode(code.slice(0, at))).toBeUndefined();
		}
	});

	it('is the same format for ever', () =>
		expect(encodePersonCode({ ...empty, fullName: 'Đỗ Ơi', phone: '0912345678' })).toBe(
			'061058505002061891704121043700488405398059122645422197'
		));

	it('is read without the digit an input method swallowed', () =>
		expect(readPersonCode((encodePersonCode(huong) ?? '').slice(1))).toEqual(huong));

	it('of an ordinary person fits version 9 of a QR code', () =>
		expect(encodePersonCode(huong)?.length).toBeLessThanOrEqual(432));

	it('has only what is filled in, and no code when nothing is', () => {
		const name = { ...empty, fullName: 'Lò Thị Hoa' };
		expect(readPersonCode(encodePersonCode(name) ?? '')).toEqual(name);
		expect(encodePersonCode(empty)).toBeUndefined();
	});

	it('is not made when no phone could show it sharply', () => {
		const long = { ...huong, address: 'ấ'.repeat(300) };
		expect(encodePersonCode(long)).toBeUndefined();
	});

	it.each([
		'',
		'0610',
		'610',
		'033185001234',
		'8934563138165',
		'061000000000000000',
		'0610999999999'
	])('%s is no person', (line) => expect(readPersonCode(line)).toBeUndefined());
});
