import type { Call } from './callsOf.ts';
import type { DemoProcedure } from './demoCatalogue.ts';
import type { DemoStaff } from './offices.ts';
import { uuidOf } from './random.ts';

/** Whose catalogue it is: an editor writes, a leader publishes (two people, design §8). */
export interface CatalogueKeepers {
	editor: DemoStaff;
	leader: DemoStaff;
}

const reason = 'Không thuộc danh mục của năm mô phỏng';
const decision = 'Quyết định mô phỏng số 01 (không có thật)';

/** 28/12/2020, 08:00 in Vietnam: the catalogue of the coming year is posted before it begins. */
const start = Date.UTC(2020, 11, 28, 1);

/**
 * The calls after which exactly the chosen procedures are published, each with its day of posting: all others are
 * withdrawn by a draft, a proposal and a second person. `versions` = the version in force, by code.
 */
export function callsOfCatalogue(
	kept: readonly DemoProcedure[],
	left: readonly string[],
	versions: ReadonlyMap<string, string>,
	{ editor, leader }: CatalogueKeepers
): Call[] {
	const calls: Call[] = [];
	const call = (staff: DemoStaff, name: string, request: Record<string, unknown>) =>
		calls.push({
			at: start + calls.length * 20_000,
			caller: { staff },
			name,
			request: { protocol: 1, ...request }
		});
	for (const code of left) {
		const draftId = uuidOf('withdrawal', code);
		const step = (name: string) => ({ actionId: uuidOf(name, code), draftId });
		call(editor, 'begin_procedure_draft', {
			...step('begin'),
			procedureCode: code,
			kind: 'withdraw',
			reason,
			baseVersionId: versions.get(code) ?? null
		});
		call(editor, 'propose_procedure', {
			...step('propose'),
			expectedRevision: 1,
			summary: reason,
			effectiveOn: null
		});
		call(leader, 'publish_procedure', { ...step('publish'), expectedRevision: 1 });
	}
	for (const { code } of kept)
		call(editor, 'save_posting', { code, postedOn: '2020-12-28', postedDecision: decision });
	return calls;
}
