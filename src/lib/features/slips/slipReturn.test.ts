import { expect, it } from 'vitest';
import { findSlipReturn, signInHref } from './slipReturn';

const id = '00000000-0000-4000-8000-000000000001';

it.each([id, 'giay-trang', 'ke-hoach/2026', `ban-giao/${id}`])(
	'leads from %s to the sign-in and back',
	(name) => {
		const url = new URL(signInHref(name), 'http://xa.test');
		expect(url.pathname).toBe('/can-bo');
		expect(findSlipReturn(url.search)).toBe(`/in/${name}`);
	}
);

it.each([
	'',
	'?nhom=moi-nop',
	'?giay=',
	'?giay=abc',
	'?giay=giay-trang/..',
	'?giay=giay-trang2',
	'?giay=ke-hoach/2026/..',
	'?giay=ke-hoach/1999',
	'?giay=//xa.test',
	`?giay=${id}/..`,
	`?giay=../${id}`
])('%s leads nowhere', (search) => {
	expect(findSlipReturn(search)).toBeUndefined();
});
