import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { checkReferences } from '../catalogue/checkReferences.ts';
import { answerIds, dependantsOf, renameId } from './dependants.ts';
import { valueAt } from './Path.ts';

const named = (id: string, value?: string) =>
	dependantsOf(birth, id, value).map((path) => {
		const owner = valueAt(birth, path.slice(0, -1)) as { id?: string; label?: string };
		return owner.id ?? owner.label ?? path.join('.');
	});

describe('what depends on a question', () => {
	it.each<[string, string | undefined, string[]]>([
		['witness', undefined, ['witness-statement', 'birth-pledge']],
		['witness', 'yes', ['witness-statement']],
		['child-found', 'no', ['birth-paper', 'surrogacy', 'marriage']],
		['within-60-days', 'no', ['late-fee', 'Đăng ký khai sinh khi đã quá 60 ngày']],
		['nobody', undefined, []]
	])('%s=%s', (id, value, dependants) => {
		expect(named(id, value)).toEqual(expect.arrayContaining(dependants));
		expect(named(id, value).length).toBeGreaterThanOrEqual(dependants.length);
	});
	it('also names the fee that counts by a field, and the field of the subject', () => {
		expect(dependantsOf(birth, 'copies-wanted')).toContainEqual(['fees', 2, 'count']);
		expect(dependantsOf(birth, birth.eForm?.subjectField ?? '')).toContainEqual([
			'eForm',
			'subjectField'
		]);
	});
});

describe('another id', () => {
	it.each(answerIds(birth))('%s breaks nothing', (id) => {
		const copy = structuredClone(birth);
		renameId(copy, id, 'ten-moi');
		expect(checkReferences(copy)).toEqual([]);
		expect(JSON.stringify(copy)).not.toContain(`"is":["${id}"`);
		expect(answerIds(copy)).toContain('ten-moi');
		renameId(copy, 'ten-moi', id);
		expect({ ...copy, eForm: null }).toEqual({ ...birth, eForm: null });
	});
});
