import { describe, expect, it } from 'vitest';
import { fail, ok } from '$lib/domain/shared/Result';
import { anId } from '$lib/testing/builders';
import type { Call } from './deskCalls';
import { createStaffCatalogue } from './staffCatalogue';

/** The editor's desk over a server that gives one answer to everything. */
function aCatalogue(answer: unknown) {
	const asked: [string, unknown][] = [];
	const call: Call = async (name, request, schema) => {
		asked.push([name, request]);
		const parsed = schema.safeParse(answer);
		return parsed.success ? ok(parsed.data) : fail({ kind: 'unknown', cause: parsed.error });
	};
	return { catalogue: createStaffCatalogue({ call }), asked };
}

const place = { draftId: anId(1), status: 'open', revision: 1 };
const start = {
	actionId: anId(2),
	draftId: anId(1),
	procedureCode: '1.001193',
	baseVersionId: anId(3)
};

describe("the editor's calls", () => {
	it('begin a change and a withdrawal by the same function', async () => {
		const { catalogue, asked } = aCatalogue(place);
		expect(await catalogue.begin({ ...start, content: { title: 'Nháp' } })).toEqual(ok(place));
		const report = { file: 'bang.csv', notes: [] };
		await catalogue.begin({ ...start, content: { title: 'Nháp' }, report });
		await catalogue.beginWithdrawal({ ...start, reason: 'Bãi bỏ' });
		expect(asked).toEqual([
			['begin_procedure_draft', { ...start, content: { title: 'Nháp' }, kind: 'change' }],
			[
				'begin_procedure_draft',
				{ ...start, content: { title: 'Nháp' }, report, kind: 'change', source: 'import' }
			],
			['begin_procedure_draft', { ...start, reason: 'Bãi bỏ', kind: 'withdraw' }]
		]);
	});

	it('keep content that is no procedure yet', async () => {
		const version = {
			versionId: anId(3),
			number: 2,
			content: { title: 'Nháp', anything: [1, null] },
			publishedAt: '2026-11-26T01:00:00Z',
			effectiveOn: null
		};
		expect(await aCatalogue(version).catalogue.version(anId(3))).toEqual(ok(version));
	});

	it('tell a publication of today from one for a later date and from a withdrawal', async () => {
		const request = { actionId: anId(2), draftId: anId(1), expectedRevision: 3 };
		for (const answer of [
			{ code: '1.001193', versionId: anId(3), number: 2, revision: 40 },
			{ code: '1.001193', versionId: anId(3), number: 2, revision: null },
			{ code: '1.001193', versionId: null, number: null, revision: 40 }
		])
			expect(await aCatalogue(answer).catalogue.publish(request)).toEqual(ok(answer));
	});

	it('give versions and withdrawals in one list', async () => {
		const decision = {
			status: 'published',
			publishedAt: '2026-11-26T01:00:00Z',
			effectiveOn: '2026-12-01',
			proposedBy: 'A',
			publishedBy: 'B',
			summary: 'Theo quyết định mới'
		};
		const entries = [
			{ kind: 'withdrawal', draftId: anId(1), reason: 'Bãi bỏ', ...decision },
			{
				kind: 'version',
				versionId: anId(3),
				number: 1,
				source: 'import',
				isCurrent: true,
				...decision
			}
		];
		expect(await aCatalogue({ entries }).catalogue.history('1.001193')).toEqual(ok(entries));
	});

	it('take an answer of another shape for no success', async () => {
		expect(await aCatalogue({ revision: 'x' }).catalogue.discard(placeOf())).toMatchObject({
			ok: false
		});
		expect(
			await aCatalogue({ code: 'ho-tich' }).catalogue.saveField({
				code: 'ho-tich',
				name: 'Hộ tịch',
				help: '',
				position: 1
			})
		).toEqual(ok(null));
	});
});

function placeOf() {
	return { draftId: anId(1), expectedRevision: 1 };
}
