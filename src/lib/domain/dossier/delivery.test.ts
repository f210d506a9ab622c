import { describe, expect, it } from 'vitest';
import type { ApplicantInput } from './Draft.ts';
import { deliveryFields, postToOf } from './delivery.ts';

const person: ApplicantInput = {
	fullName: 'Trần Thị Bưởi',
	phone: '0912345678',
	citizenId: '001198000123',
	address: 'Thôn Trung, xã Bến Đò',
	email: ''
};

describe('where the result goes', () => {
	it.each([
		['nothing said, also by an older draft', {}, undefined, ['office']],
		['the office', { resultBy: 'office' }, undefined, ['office']],
		[
			'the office after all, with an address left over',
			{ resultBy: 'office', postAddress: 'Thôn Hạ' },
			undefined,
			['office']
		],
		[
			'the post, home',
			{ resultBy: 'post' },
			'Thôn Trung, xã Bến Đò',
			['post', 'Thôn Trung, xã Bến Đò']
		],
		[
			'the post, elsewhere',
			{ resultBy: 'post', postAddress: '  Thôn  Hạ ' },
			'Thôn Hạ',
			['post', '  Thôn  Hạ ']
		],
		['the post, the address wiped', { resultBy: 'post', postAddress: '' }, '', ['post', '']]
	])('%s', (_case, said, postTo, values) => {
		expect(postToOf({ ...person, ...said })).toBe(postTo);
		expect(deliveryFields({ ...person, ...said }).map(({ value }) => value)).toEqual(values);
	});
});
