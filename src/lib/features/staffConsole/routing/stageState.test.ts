import { describe, expect, it } from 'vitest';
import type { DossierStage } from '$lib/domain/dossier/routing';
import { findOpenStage, stageState } from './stageState';

const at = '2026-11-23T02:00:00Z';

/** The second of three stages, begun and not done, with what differs. */
function aStage(changes: Partial<DossierStage> = {}): DossierStage {
	return {
		number: 2,
		name: 'Thẩm định',
		limit: { unit: 'working-day', value: 3 },
		startedAt: at,
		dueDate: '2026-11-26',
		dueAt: null,
		doneAt: null,
		doneBy: null,
		timeliness: 'running',
		...changes
	};
}

describe('how a stage stands', () => {
	it.each<[Partial<DossierStage>, number, string, string]>([
		[{}, 4, 'Đang làm', 'info'],
		[{}, 2, 'Đang làm', 'info'],
		[{ timeliness: 'late' }, 4, 'Quá hạn', 'danger'],
		[{ timeliness: 'waiting', dueDate: null }, 5, 'Tạm dừng', 'warning'],
		[{ timeliness: null, dueDate: null }, 4, 'Đang làm', 'info'],
		[{ doneAt: at, timeliness: 'early' }, 4, 'Xong trước hạn', 'success'],
		[{ doneAt: at, timeliness: 'on-time' }, 9, 'Xong đúng hạn', 'success'],
		[{ doneAt: at, timeliness: 'late' }, 8, 'Xong quá hạn', 'danger'],
		[{ doneAt: at, timeliness: null, dueDate: null }, 4, 'Đã xong', 'success'],
		[{ startedAt: null, timeliness: null, dueDate: null }, 4, 'Chưa đến bước này', 'neutral'],
		[{ timeliness: null }, 9, 'Hồ sơ kết thúc khi chưa xong bước này', 'neutral'],
		[{ timeliness: null }, 7, 'Hồ sơ kết thúc khi chưa xong bước này', 'neutral']
	])('%j in status %i: %s', (changes, status, label, tone) =>
		expect(stageState(aStage(changes), status)).toEqual({ label, tone })
	);

	it('the open one is begun and not done, in a dossier that has not ended', () => {
		const stages = [
			aStage({ number: 1, doneAt: at }),
			aStage(),
			aStage({ number: 3, startedAt: null })
		];
		expect(findOpenStage(stages, 4)?.number).toBe(2);
		expect(findOpenStage(stages, 9)).toBeUndefined();
		expect(findOpenStage([], 4)).toBeUndefined();
	});
});
