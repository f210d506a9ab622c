import { describe, expect, it } from 'vitest';
import { findPasswordFault } from './passwordRules.ts';

describe('a new password', () => {
	it.each([
		['', 'short'],
		['123456789', 'short'],
		['1234567890', undefined],
		['mật khẩu d', undefined],
		['🔑🔑🔑🔑🔑', 'short'],
		['a'.repeat(72), undefined],
		['a'.repeat(73), 'long'],
		// 25 letters of three bytes each.
		['ộ'.repeat(25), 'long'],
		['tran.van.tiep@xa.gov.vn', 'email'],
		[' Tran.Van.Tiep@XA.gov.vn ', 'email'],
		['tran.van.tiep', 'email'],
		['tran.van.tiep@xa.gov.vn1', undefined]
	])('%j: %s', (password, fault) =>
		expect(findPasswordFault(password, 'Tran.Van.Tiep@xa.gov.vn')).toBe(fault)
	);

	it('is not compared with an address that is not there yet', () =>
		expect(findPasswordFault('mat-khau-dai', '')).toBeUndefined());
});
