import { expect, it } from 'vitest';
import { readsDossiers } from './readsDossiers';

it.each([
	['receiver', true],
	['leader', true],
	['officer', true],
	['approver', true],
	['editor', false],
	['admin', false]
] as const)('a %s reads dossiers: %s', (role, reads) => {
	expect(readsDossiers({ roles: [role] })).toBe(reads);
});

it('one reading role among others is enough, and no role reads nothing', () => {
	expect(readsDossiers({ roles: ['admin', 'officer'] })).toBe(true);
	expect(readsDossiers({ roles: [] })).toBe(false);
	expect(readsDossiers(null)).toBe(false);
});
