import { expect, it } from 'vitest';
import { readWhole, sayWhole } from './wholeNumber';

it.each([
	['75000', 75_000],
	['75.000', 75_000],
	['75 000 đ', 75_000],
	['75.000 đồng', 75_000],
	['75.000VNĐ', 75_000],
	['', undefined],
	['7o.000', null],
	['75,5', null],
	['-1', null],
	['75k', null],
	['7.5', null],
	['75.50', null],
	['250.000', 250_000]
])('“%s” is %s', (text, number) => {
	expect(readWhole(text, 1, 1_000_000)).toBe(number);
});

it('a number out of its bounds is none', () => {
	expect(readWhole('2', 3, 5)).toBeNull();
	expect(readWhole('6', 3, 5)).toBeNull();
	expect(readWhole('-2', -3, 5)).toBe(-2);
});

it('long numbers are said in groups, years are not', () => {
	expect([1900, 9999, 10_000, 1_250_000].map(sayWhole)).toEqual([
		'1900',
		'9999',
		'10.000',
		'1.250.000'
	]);
});
