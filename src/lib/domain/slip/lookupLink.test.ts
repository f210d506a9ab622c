import { expect, it } from 'vitest';
import { lookupLink } from './lookupLink.ts';

const code = 'H99.01-261123-0001';

it.each([
	['', 'https://motcua.test/tra-cuu?ma=H99.01-261123-0001'],
	['https://xa.test/ho-so', 'https://xa.test/ho-so?ma=H99.01-261123-0001'],
	['https://xa.test/?trang=tra-cuu', 'https://xa.test/?trang=tra-cuu&ma=H99.01-261123-0001']
])('the lookup page %j gives %s', (lookupUrl, link) => {
	expect(lookupLink({ code, lookupUrl }, 'https://motcua.test')).toBe(link);
});
