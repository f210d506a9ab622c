import { expect, it } from 'vitest';
import { searchOf } from './queueSearch';

it.each([
	['  Nguyễn   Minh An ', 'Nguyễn Minh An'],
	['https://motcua.test/tra-cuu?ma=H99.01-261123-0001', 'H99.01-261123-0001'],
	['HTTPS://motcua.test/tra-cuu?ma=H99.01-261123-0001', 'H99.01-261123-0001'],
	['https://so.test/tim?a=1&ma=H99%2E01-1', 'H99.01-1'],
	[`https://motcua.test/${'x'.repeat(80)}?ma=H99.01-1`, 'H99.01-1'],
	['https://motcua.test/tra-cuu', 'https://motcua.test/tra-cuu'],
	['https://motcua.test/tra-cuu?ma=', 'https://motcua.test/tra-cuu?ma='],
	['https://', 'https://'],
	['00012/2026', '00012/2026'],
	['x'.repeat(61), 'x'.repeat(60)],
	['', '']
])('of %j it searches %j', (typed, search) => {
	expect(searchOf(typed)).toBe(search);
});
