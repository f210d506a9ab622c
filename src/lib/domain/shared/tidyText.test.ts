import { describe, expect, it } from 'vitest';
import { tidyLine, tidyText } from './tidyText.ts';

describe('pasted text', () => {
	it.each([
		['marks apart', 'Nguye\u0302\u0303n', 'Nguyễn'],
		['a space that does not break', 'Minh\u00A0An', 'Minh An'],
		['a soft line break of a word processor', 'Thôn\u000BTrung', 'ThônTrung'],
		['a turned direction of writing', '\u202Eabc\u202C', 'abc'],
		['a letter without width', '0912\u200B345678', '0912345678'],
		['half a character', 'An\uD83D', 'An'],
		['lines stay', ' một\nhai ', 'một\nhai']
	])('%s', (_, typed, stored) => expect(tidyText(typed)).toBe(stored));

	it('is one line where the field has one', () => {
		expect(tidyLine('Thôn Trung,\n\txã Bến Đò')).toBe('Thôn Trung, xã Bến Đò');
	});
});
