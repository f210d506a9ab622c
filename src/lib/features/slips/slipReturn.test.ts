import { expect, it } from 'vitest';
import { findSlipReturn, signInHref } from './slipReturn';

const id = '00000000-0000-4000-8000-000000000001';

it('leads from a slip to the sign-in and back', () => {
	const url = new URL(signInHref(id), 'http://xa.test');
	expect(url.pathname).toBe('/can-bo');
	expect(findSlipReturn(url.search)).toBe(`/in/${id}`);
});

it.each([
	'',
	'?nhom=moi-nop',
	'?giay=',
	'?giay=abc',
	'?giay=//xa.test',
	`?giay=${id}/..`,
	`?giay=../${id}`
])('%s leads nowhere', (search) => {
	expect(findSlipReturn(search)).toBeUndefined();
});
