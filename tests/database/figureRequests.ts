import { uuid } from './office.ts';

/** One request that is right for every function of the figures, by function name: of this year, of this department. */
export function figureRequests(year: number, departmentId: string): Record<string, unknown> {
	const period = { protocol: 1, from: `${year}-01-01`, to: `${year}-12-31` };
	return {
		staff_report: {
			...period,
			by: 'procedure',
			only: { channel: '1', field: 'ho-tich', departmentId }
		},
		staff_report_dossiers: {
			...period,
			column: 'everyReceived',
			after: { receivedAt: `${year}-01-01T08:00`, id: uuid(1) }
		},
		staff_index: period,
		save_index_weight: {
			protocol: 1,
			actionId: uuid(824),
			kind: 'line',
			code: '3.3',
			maxPoints: 4.5,
			fullAt: 50,
			verified: true,
			source: 'Phụ lục QĐ 766/QĐ-TTg',
			reason: 'Đã đọc văn bản',
			expectedVersion: 1
		},
		staff_late_reasons: {
			...period,
			by: 'department'
		},
		public_figures: { protocol: 1, year },
		staff_dashboard: { protocol: 1, on: `${year}-01-02` },
		export_dossiers: {
			...period,
			actionId: uuid(823),
			column: 'everyLate'
		}
	};
}
