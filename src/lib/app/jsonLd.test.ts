import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { procedureJsonLd, scriptJson } from './jsonLd';

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
