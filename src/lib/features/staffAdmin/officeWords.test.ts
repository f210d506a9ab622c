import { describe, expect, it } from 'vitest';
import type { StaffChange } from '$lib/domain/access/StaffPerson';
import { acceptErrors } from './acceptErrors';
import { describeChange } from './describeChange';
import { groupCode, officeRefusal, stateOf } from './officeWords';
import { aPerson } from './testOffice';

describe('how a person stands', () => {
	it.each([
		[{}, 'Đang làm việc'],
		[{ joined: false }, 'Đã mời, mã hết hạn'],
		[
			{ joined: false, invitedUntil: '2026-11-30T02:05:00Z' },
			'Đã mời, mã dùng được đến 9 giờ 05, Thứ Hai, 30/11/2026'
		],
		[{ joined: false, active: false, invitedUntil: '2026-11-30T02:05:00Z' }, 'Tạm khóa'],
		[{ active: false }, 'Tạm khóa']
	])('%j: %s', (more, text) => expect(stateOf(aPerson(more)).text).toBe(text));
});

it('a code is shown in groups of five', () =>
	expect(groupCode('0123456789ABCDEFGHJK')).toBe('01234-56789-ABCDE-FGHJK'));

it('a refusal is said in the words of the form, else of the office, else of its kind', () => {
	const own = { 'staff-suspended': 'của biểu này' };
	expect(officeRefusal({ kind: 'forbidden', key: 'staff-suspended' }, own)).toBe('của biểu này');
	expect(officeRefusal({ kind: 'conflict', key: 'last-admin' }, own)).toMatch(/^Cơ quan chỉ còn/);
	expect(officeRefusal({ kind: 'throttled' })).toMatch(/Chờ một phút/);
	expect(officeRefusal({ kind: 'invalid', key: 'never-heard-of' })).toMatch(/trục trặc/);
});

describe('the form of an invited person', () => {
	const right = {
		code: '01234-56789-abcde-fghjk',
		email: 'a@xa.gov.vn',
		password: 'mat-khau-dai'
	};
	it.each([
		[{}, 'mat-khau-dai', []],
		[{ code: '' }, 'mat-khau-dai', ['invitation-code']],
		[{ code: '0123456789' }, 'mat-khau-dai', ['invitation-code']],
		[{ email: 'a' }, 'mat-khau-dai', ['email']],
		[{ password: 'ngan' }, 'ngan', ['new-password']],
		[{ password: 'mat-khau-dai' }, 'mat-khau-khac', ['repeat-password']],
		[{ code: '', email: '', password: '' }, '', ['invitation-code', 'email', 'new-password']]
	])('%j', (more, repeat, ids) =>
		expect(acceptErrors({ ...right, ...more }, repeat).map(({ id }) => id)).toEqual(ids)
	);
});

describe('the record of changes', () => {
	const change = (before: StaffChange['before'], after: StaffChange['after']): StaffChange => ({
		id: 'c1',
		action: 'update',
		at: '2026-11-25T02:00:00Z',
		actor: 'Vũ Văn Quản',
		before,
		after,
		reason: null
	});
	const names = (id: string | null) => (id === 'd1' ? 'Kinh tế' : 'Không thuộc phòng');

	it('names each value that is another one now', () => {
		const before = { fullName: 'An', title: '', phone: '1', departmentId: 'd1' };
		const lines = describeChange(
			change(
				{ ...before, roles: ['officer'], citizenIdReplaced: true },
				{ ...before, fullName: 'Ân', title: 'Phó', departmentId: null, roles: ['leader', 'admin'] }
			),
			names
		);
		expect(lines).toEqual([
			'Họ và tên: An → Ân',
			'Chức danh: (trống) → Phó',
			'Phòng: Kinh tế → Không thuộc phòng',
			'Việc được giao: Giải quyết hồ sơ → Lãnh đạo, Quản trị',
			'Đổi số căn cước'
		]);
	});
	it('has nothing to compare for an invitation', () =>
		expect(describeChange(change(null, { fullName: 'An' }), names)).toEqual([]));
});
