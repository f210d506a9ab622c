import { describe, expect, it } from 'vitest';
import { commandOf } from './queueKeys';

const key = (name: string, changes = {}) =>
	commandOf({ key: name, ctrlKey: false, altKey: false, metaKey: false, ...changes });

describe('commandOf', () => {
	it.each([
		['1', { kind: 'group', index: 0 }],
		['8', { kind: 'group', index: 7 }],
		['/', { kind: 'search' }],
		['m', { kind: 'mine' }],
		['Escape', { kind: 'escape' }],
		['j', { kind: 'step', rows: 1, starts: true }],
		['J', { kind: 'step', rows: 1, starts: true }],
		['ArrowUp', { kind: 'step', rows: -1, starts: true }],
		['PageDown', { kind: 'step', rows: 10, starts: false }],
		['Home', { kind: 'first' }],
		['End', { kind: 'last' }],
		['9', undefined],
		['0', undefined],
		['Enter', undefined],
		['x', undefined]
	])('%s', (name, command) => {
		expect(key(name)).toEqual(command);
	});

	it('leaves the shortcuts of the browser alone', () => {
		for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
			expect(key('1', { [modifier]: true })).toBeUndefined();
	});
});
