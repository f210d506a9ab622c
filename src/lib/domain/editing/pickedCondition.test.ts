import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Procedure } from '../catalogue/Procedure.ts';
import type { Condition } from '../catalogue/Condition.ts';
import { conditionals } from './dependants.ts';
import {
	emptyClause,
	pick,
	pickGroup,
	unpick,
	unpickGroup,
	type Group
} from './pickedCondition.ts';

const a: Condition = { is: ['a', '1'] };
const b: Condition = { is: ['b', '1', '2'] };

/** Any condition up to four deep. */
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
	condition: fc.oneof(
		{ maxDepth: 4 },
		fc
			.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2'))
			.map(([id, value]): Condition => ({ is: [id, value] })),
		tie('condition').map((not): Condition => ({ not })),
		fc.array(tie('condition'), { maxLength: 3 }).map((all): Condition => ({ all })),
		fc.array(tie('condition'), { maxLength: 3 }).map((any): Condition => ({ any }))
	)
}));

describe('a condition', () => {
	it('comes back as it was, however deep', () => {
		fc.assert(
			fc.property(condition, (each) => {
				expect(unpick(pick(each))).toEqual(each);
			})
		);
	});

	it('of every procedure in the repository can be picked whole', () => {
		for (const file of globSync('supabase/catalogue/*/*.json')) {
			const procedure = Procedure.parse(JSON.parse(readFileSync(file, 'utf8')));
			for (const { when } of conditionals(procedure)) {
				expect(unpick(pick(when)), file).toEqual(when);
				expect(JSON.stringify(pickGroup(when)), file).not.toContain('"kept"');
			}
		}
	});

	it.each<[string, Condition, Condition | undefined]>([
		['one line stands alone', a, a],
		['a group of one becomes a line', { all: [a] }, a],
		['two lines', { any: [a, { not: b }] }, { any: [a, { not: b }] }],
		['no group', { not: { all: [a, b] } }, { not: { all: [a, b] } }]
	])('as a form: %s', (_, given, out) => expect(unpickGroup(pickGroup(given))).toEqual(out));

	it('without lines is none', () => {
		expect(unpickGroup({ kind: 'group', mode: 'all', not: false, parts: [] })).toBeUndefined();
	});

	it('deeper than the form goes is kept untouched', () => {
		const deep: Condition = { all: [{ any: [{ all: [a, b] }, a] }, b] };
		const group = pickGroup(deep);
		expect((group.parts[0] as Group).parts[0]).toEqual({
			kind: 'kept',
			condition: { all: [a, b] }
		});
		expect(unpickGroup(group)).toEqual(deep);
	});

	it('half picked survives being stored', () => {
		const group: Group = { kind: 'group', mode: 'all', not: false, parts: [emptyClause()] };
		const stored = unpickGroup(group);
		expect(stored).toEqual({ is: ['', ''] });
		expect(stored && pickGroup(stored)).toEqual(group);
	});
});
