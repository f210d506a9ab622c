import { describe, expect, it } from 'vitest';
import { contactsEach, shareOf } from './Trips';

describe('a share', () => {
	it.each([
		[0, 0, undefined],
		[4, 4, undefined],
		[0, 5, 0],
		[5, 5, 100],
		[1, 3, undefined],
		[1, 1000, 1],
		[999, 1000, 99],
		[2, 7, 29],
		[1, 8, 13]
	])('%i of %i: %s', (part, whole, share) => {
		expect(shareOf(part, whole)).toBe(share);
	});
});

it.each([
	[0, 0, undefined],
	[3, 0, undefined],
	[0, 4, 0],
	[5, 4, 1.3],
	[10, 3, 3.3]
])('%i contacts of %i dossiers: %s each', (contacts, dossiers, each) => {
	expect(contactsEach({ contacts, dossiers })).toBe(each);
});
