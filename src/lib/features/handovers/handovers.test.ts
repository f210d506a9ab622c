import { describe, expect, it } from 'vitest';
import { isForMe } from './handoversState.svelte';

describe('papers that change hands', () => {
	it.each([
		['to-department', ['officer'], 'd1', null, true],
		['to-department', ['officer'], 'd2', null, false],
		['to-department', ['receiver'], 'd1', null, false],
		['to-desk', ['receiver'], null, null, true],
		['to-desk', ['officer'], 'd1', null, false],
		['to-desk', ['receiver'], null, '2026-11-26T02:00:00Z', false]
	] as const)(
		'%s waits for %j of %s (taken %s): %s',
		(direction, roles, departmentId, takenAt, mine) => {
			const me = { roles: [...roles], departmentId };
			expect(isForMe({ direction, departmentId: 'd1', takenAt }, me)).toBe(mine);
		}
	);
});
