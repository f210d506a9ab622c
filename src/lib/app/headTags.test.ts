import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { procedureJsonLd, scriptJson, siteOrigin, withHeadTags } from './headTags';

describe('what search engines read', () => {
	it('names the procedure, its popular words, who decides and what one gets', () => {
		const service = procedureJsonLd(birth, 'https://mot-cua.example');
		expect(service).toMatchObject({
			'@type': 'GovernmentService',
			url: 'https://mot-cua.example/thu-tuc/1.001193',
			name: birth.shortTitle,
			identifier: '1.001193',
			serviceOutput: { name: birth.result.name }
		});
		expect(service.alternateName).toContain(birth.title);
	});
	it('says nothing of what is not known', () => {
		const listed = { ...birth, decidedBy: '', result: { name: '' }, summary: '' };
		const service = procedureJsonLd(listed, '');
		expect(service).not.toHaveProperty('serviceOperator');
		expect(service).not.toHaveProperty('serviceOutput');
		expect(service.description).toBe(birth.title);
	});
	it('cannot end the element it stands in', () => {
		const json = scriptJson({ name: '</script><script>alert(1)</script>' });
		expect(json).not.toContain('<');
		expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script>' });
	});
});

describe('what others show of a link', () => {
	const html =
		'<head><title>Khai sinh &amp; $& – Một Cửa</title><meta name="description" content="Ghi &quot;tên&quot;."/></head>';
	const page = { path: '/thu-tuc/1.001193', card: 'ho-tich' };

	it('is the title and description of the page itself, as they are written', () => {
		const said = withHeadTags(html, { ...page, origin: 'https://mot-cua.example' });
		expect(said).toContain('<meta property="og:title" content="Khai sinh &amp; $& – Một Cửa">');
		expect(said).toContain('content="Ghi &quot;tên&quot;.">');
		expect(said).toContain('content="https://mot-cua.example/thu-tuc/1.001193"');
		expect(said).toContain('content="https://mot-cua.example/chia-se/ho-tich.png"');
		expect(said).not.toContain('ld+json');
	});
	it('names no address while nobody knows where the site stands', () => {
		const said = withHeadTags(html, { ...page, origin: undefined, procedure: birth });
		expect(said).not.toMatch(/og:(url|image)/);
		expect(said).toContain('"url":"/thu-tuc/1.001193"');
		expect(siteOrigin(new URL('http://sveltekit-prerender/x'))).toBeUndefined();
		expect(siteOrigin(new URL('https://mot-cua.example/x'))).toBe('https://mot-cua.example');
	});
	it('is nothing for a page that describes itself nowhere', () => {
		expect(withHeadTags('<head></head>', { ...page, origin: '' })).toBe('<head></head>');
	});
});
