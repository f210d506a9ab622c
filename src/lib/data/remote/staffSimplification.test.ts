import { expect, it } from 'vitest';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';
import { createStaffSimplification } from './staffSimplification';

const period = { from: '2026-03-01', to: '2026-03-31' };
const head = { ...period, agency: { id: 'a', name: 'Xã' }, agencies: 1 };

it.each([
	['costs', 'procedure_costs', period, { ...head, lines: [] }],
	[
		'review',
		'procedure_review',
		{ ...period, procedureCode: '1.001193' },
		{
			...head,
			procedureCode: '1.001193',
			title: 'Thủ tục',
			shortTitle: 'Khai sinh',
			field: null,
			version: 1,
			dossiers: 0,
			papers: [],
			steps: [{ kind: 'stage', name: 'Thẩm định', dossiers: 0, days: 0, idleDays: 0 }]
		}
	]
] as const)('%s asks %s', async (method, name, request, answer) => {
	const asked: unknown[] = [];
	const call: Call = async (...[called, about, schema]) => {
		asked.push([called, about]);
		return ok(schema.parse(answer));
	};
	const port = createStaffSimplification(call);
	expect(await port[method](request as never)).toEqual(ok(answer));
	expect(asked).toEqual([[name, request]]);
});
