import { describe, expect, it } from 'vitest';
import { readCode } from './readCode.ts';

describe('the code of a procedure', () => {
	it.each([
		['1.001193', '1.001193', ''],
		[' 2.000815 ', '2.000815', ''],
		['1.001193.H42', '1.001193', '.H42'],
		['1.001193.000.00.00.H61', '1.001193', '.000.00.00.H61'],
		['2.000908.00 0.00.00.H61', '2.000908', '.000.00.00.H61'],
		['6.003624', '6.003624', '']
	])('%j is %s', (text, code, suffix) =>
		expect(readCode(text)).toEqual({ ok: true, value: { code, suffix } })
	);
	it.each(['', '1.01499', '1.0011934', '1001193', 'BTP-123', '1,001193', 'https://a/?ma=1.001193'])(
		'%j is none',
		(text) => expect(readCode(text).ok).toBe(false)
	);
	it('says what is missing of a truncated one', () => {
		expect(readCode('1.01499')).toEqual({ ok: false, error: expect.stringContaining('chỉ có 5') });
	});
	it('that a sheet took for a number gets its zeros back, in doubt', () => {
		expect(readCode(2.00103)).toMatchObject({
			ok: true,
			value: { code: '2.001030', doubt: expect.any(String) }
		});
	});
	it.each([1, 2, 9, 1.1, 2.01, 12.5, NaN, 1.12345678])('%s is no code as a number', (value) =>
		expect(readCode(value)).toEqual({ ok: false, error: expect.stringContaining('Mã “') })
	);
});
