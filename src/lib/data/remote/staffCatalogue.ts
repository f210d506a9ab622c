import * as z from 'zod/mini';
import type { StaffCatalogue } from '$lib/data/ports/StaffCatalogue';
import {
	CatalogueList,
	DraftPlace,
	HistoryEntry,
	ProcedureDraft,
	Publication,
	VersionContent
} from '$lib/domain/catalogue/Draft';
import { LackingPapers } from '$lib/domain/trips/LackingPapers';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { StaffClient } from './staffClient';

/** The editors' side of the API; it shares the session of desk and office. */
export function createStaffCatalogue({ call }: Pick<StaffClient, 'call'>): StaffCatalogue {
	const place = (name: string, request: Record<string, unknown>) => call(name, request, DraftPlace);

	async function change(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, z.object({ code: z.string() }));
		return answer.ok ? ok(null) : answer;
	}

	return {
		list: () => call('catalogue_list', {}, CatalogueList),
		draft: (draftId) => call('procedure_draft', { draftId }, ProcedureDraft),
		begin: (request) =>
			place('begin_procedure_draft', {
				...request,
				kind: 'change',
				...(request.report ? { source: 'import' } : {})
			}),
		beginWithdrawal: (request) => place('begin_procedure_draft', { ...request, kind: 'withdraw' }),
		save: (request) => place('save_procedure_draft', request),
		saveWithdrawal: (request) => place('save_procedure_draft', request),
		rebase: (request) => place('rebase_procedure_draft', request),
		discard: (request) => place('discard_procedure_draft', request),
		propose: (request) => place('propose_procedure', request),
		returnProposal: (request) => place('return_proposal', request),
		publish: (request) => call('publish_procedure', request, Publication),
		cancelScheduled: (request) => place('cancel_scheduled', request),
		async history(code) {
			const schema = z.object({ entries: z.array(HistoryEntry) });
			const answer = await call('procedure_history', { code }, schema);
			return answer.ok ? ok(answer.value.entries) : answer;
		},
		version: (versionId) => call('procedure_version', { versionId }, VersionContent),
		lackingPapers: (code) =>
			call('lacking_papers', code ? { procedureCode: code } : {}, LackingPapers),
		saveField: (field) => change('save_field', field),
		savePosting: (request) => change('save_posting', request)
	};
}
