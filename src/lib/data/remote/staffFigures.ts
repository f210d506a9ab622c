import * as z from 'zod/mini';
import type { StaffFigures } from '$lib/data/ports/StaffFigures';
import { Dashboard } from '$lib/domain/report/Dashboard';
import { IndexSheet } from '$lib/domain/report/IndexSheet';
import { LateReasons } from '$lib/domain/report/LateReasons';
import { FigurePage, FigureRow, Report } from '$lib/domain/report/Report';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

/** The figures of the office: one call of one SQL function each. */
export function createStaffFigures(call: Call): StaffFigures {
	return {
		dashboard: (request) => call('staff_dashboard', request, Dashboard),
		report: (request) => call('staff_report', request, Report),
		index: (request) => call('staff_index', request, IndexSheet),
		async saveWeight(request) {
			const answer = await call('save_index_weight', request, z.object({ version: z.int() }));
			return answer.ok ? ok(null) : answer;
		},
		lateReasons: (request) => call('staff_late_reasons', request, LateReasons),
		dossiers: (request) => call('staff_report_dossiers', request, FigurePage),
		async exportDossiers(request) {
			const answer = await call('export_dossiers', request, z.object({ rows: z.array(FigureRow) }));
			return answer.ok ? ok(answer.value.rows) : answer;
		}
	};
}
