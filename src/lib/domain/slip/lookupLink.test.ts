import { expect, it } from 'vitest';
import { lookupLink } from './lookupLink.ts';

it.each([
	['H99.01-261123-0001', '', 'https://motcua.test/tra-cuu?ma=H99.01-261123-0001'],
	['DK-7K3M-XQ2P', 'https://xa.test/ho-so', 'https://xa.test/ho-so?ma=DK-7K3M-XQ2P'],
	['00012/2026', 'https://xa.test/?trang=a', 'https://xa.test/?trang=a&ma=00012%2F2026']
])('%s at the lookup page %j gives %s', (key, lookupUrl, link) => {
	expect(lookupLink(key, lookupUrl, 'https://motcua.test')).toBe(link);
});
