import { expect, test } from 'vitest';
import { dossierCommandOf } from './dossierKeys';

const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false, repeat: false };

test.each([
	['Escape', { kind: 'list' }],
	['n', { kind: 'next' }],
	['N', { kind: 'next' }],
	['j', { kind: 'papers' }],
	['b', { kind: 'open', key: 'b' }],
	['C', { kind: 'open', key: 'c' }],
	['x', { kind: 'open', key: 'x' }],
	['v', { kind: 'open', key: 'v' }],
	['P', { kind: 'open', key: 'p' }],
	['t', { kind: 'open', key: 't' }],
	['h', { kind: 'open', key: 'h' }],
	['d', { kind: 'open', key: 'd' }],
	['s', { kind: 'open', key: 's' }],
	['a', { kind: 'rest' }],
	['q', undefined],
	['Enter', undefined]
])('%s', (key, command) => {
	expect(dossierCommandOf({ ...plain, key }, false)).toEqual(command);
});

test('where one types, letters and Esc are no shortcuts, Ctrl + Enter is', () => {
	for (const key of ['n', 'j', 'x', 'Escape'])
		expect(dossierCommandOf({ ...plain, key }, true)).toBeUndefined();
	expect(dossierCommandOf({ ...plain, key: 'Enter', ctrlKey: true }, true)).toEqual({
		kind: 'submit'
	});
});

test('an input method that composes, a key held down and other keys held beside it: none is ours', () => {
	for (const held of [{ isComposing: true }, { repeat: true }, { altKey: true }, { metaKey: true }])
		expect(dossierCommandOf({ ...plain, ...held, key: 'n' }, false)).toBeUndefined();
	expect(dossierCommandOf({ ...plain, ctrlKey: true, key: 'n' }, false)).toBeUndefined();
});
