import { describe, expect, it } from 'vitest';
import { wordingFaults } from './plainLanguage';

const faults = (text: string) => wordingFaults([{ at: 'a', text }]);
const words = (count: number) => `Một ${'chữ '.repeat(count - 1).trim()}.`;

describe('plain language', () => {
	it('takes a sentence of 20 words, not of 21', () => {
		expect(faults(words(20))).toEqual([]);
		expect(faults(words(21))).toMatchObject([{ kind: 'long', words: 21 }]);
		expect(faults(`${words(20)} ${words(21)}`)).toHaveLength(1);
	});
	it('wants a capital at the beginning of each sentence', () => {
		expect(faults('Được. không.')).toMatchObject([{ kind: 'small-letter', sentence: 'không.' }]);
		expect(faults('Được. “Không” cũng được. 12 số.')).toEqual([]);
	});
});
