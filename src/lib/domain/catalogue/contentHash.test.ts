import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { canonicalJson, contentHash } from './contentHash.ts';
import { snapshotHash } from './snapshotHash.ts';

describe('canonical JSON', () => {
	it.each<[unknown, string]>([
		[{ b: 1, a: 2 }, '{"a":2,"b":1}'],
		[{ a: { d: [1, { z: 1, y: 2 }], c: null } }, '{"a":{"c":null,"d":[1,{"y":2,"z":1}]}}'],
		[{ a: undefined, b: 1 }, '{"b":1}'],
		[[undefined, 1], '[null,1]'],
		[[2, 1], '[2,1]'],
		['Hộ tịch "đ"\n', '"Hộ tịch \\"đ\\"\\n"'],
		[{ é: 1, e: 2, E: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"E":3,"e":2,"é":1}'],
		[1.5, '1.5'],
		[true, 'true'],
		[undefined, 'null']
	])('%j → %s', (value, text) => expect(canonicalJson(value)).toBe(text));

	it('says the same as JSON, in another order', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const plain: unknown = JSON.parse(JSON.stringify(value));
				expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
			}),
			{ seed: 20261123 }
		);
	});
});

describe('the hash of a content', () => {
	it('is the SHA-256 of its UTF-8 bytes', async () => {
		expect(await contentHash({ b: 'đ', a: 1 })).toBe(
			'7c4ac55bdecbc1677060c0a78a2c583b81aa96a49f763334e3a235e6210c44fb'
		);
	});
	it('does not depend on the order of keys', async () => {
		const turned = Object.fromEntries(Object.entries(birth).reverse());
		expect(await contentHash(turned)).toBe(await contentHash(birth));
	});
	it('sees one letter, one mark, and the form of a mark', async () => {
		const hashes = await Promise.all(
			['khai sinh', 'khai sịnh', 'khai sinh '.trimEnd() + '.', 'ề', 'ề'.normalize('NFD')].map(
				(title) => contentHash({ ...birth, title })
			)
		);
		expect(new Set(hashes).size).toBe(5);
	});
	it('sees the order of steps', async () => {
		expect(await contentHash(['a', 'b'])).not.toBe(await contentHash(['b', 'a']));
	});
});

describe('the hash of a snapshot', () => {
	const a = { code: '1.000001', contentHash: 'aa' };
	const b = { code: '1.000002', contentHash: 'bb' };
	it('does not depend on the order of procedures', async () =>
		expect(await snapshotHash([a, b])).toBe(await snapshotHash([b, a])));
	it('sees another content and another code', async () => {
		const all = await Promise.all(
			[[a, b], [a], [], [a, { ...b, contentHash: 'bc' }], [a, { ...b, code: '1.000003' }]].map(
				(entries) => snapshotHash(entries)
			)
		);
		expect(new Set(all).size).toBe(5);
	});
});
