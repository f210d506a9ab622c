import type { FigureRow, Report } from '$lib/domain/report/Report';
import { cellsOf } from '$lib/domain/report/testCells';

const landCells = cellsOf({ receivedOther: 2, onTime: 1, openLate: 1, waiting: 1 });
const birthCells = cellsOf({
	receivedOnline: 1,
	carried: 1,
	early: 2,
	withdrawn: 2,
	withdrawnCarried: 1
});

/** March 2024 of two fields. */
export const marchReport: Report = {
	from: '2024-03-01',
	to: '2024-03-31',
	judgedAt: '2024-04-01T00:00',
	by: 'field',
	agency: { id: 'a', name: 'Một cửa xã Bến Đò' },
	agencies: 1,
	department: null,
	lines: [
		{ key: 'ho-tich', label: 'Hộ tịch', cells: birthCells },
		{ key: 'dat-dai', label: 'Đất đai', cells: landCells }
	],
	total: cellsOf({
		receivedOnline: 1,
		receivedOther: 2,
		carried: 1,
		early: 2,
		onTime: 1,
		openLate: 1,
		withdrawn: 2,
		withdrawnCarried: 1,
		waiting: 1
	}),
	openBefore: 2
};

/** A dossier behind a figure. */
export function rowOf(some: Partial<Extract<FigureRow, { own: false }>> = {}): FigureRow {
	return {
		id: 'd1',
		code: 'H99.01-240304-0001',
		procedure: 'Khai sinh',
		channel: 1,
		receivedAt: '2024-03-04T09:00',
		endedAt: '2024-03-12T07:00',
		fate: 'late',
		waiting: false,
		lateBecause: 'overdue',
		own: false,
		applicant: '=Nguyễn An',
		dueDate: '2024-03-11',
		firstDueDate: '2024-03-11',
		department: 'Tư pháp',
		officer: 'Trần Bình',
		...some
	};
}
