import type { StaffOffice } from '$lib/data/ports/StaffOffice';
import type { StaffList, StaffPerson } from '$lib/domain/access/StaffPerson';
import { OfficeState } from './officeState.svelte';

/** For tests: somebody who works in department d1. */
export function aPerson(more: Partial<StaffPerson> = {}): StaffPerson {
	return {
		id: 's1',
		version: 3,
		fullName: 'Nguyễn Văn Xử',
		title: 'Công chức',
		phone: '0912 345 678',
		departmentId: 'd1',
		roles: ['officer'],
		active: true,
		joined: true,
		hasCitizenId: false,
		invitedUntil: null,
		...more
	};
}

/** For tests: the state over an office of which only the given calls exist; `over` hears of every refusal. */
export function anOffice(
	calls: Partial<StaffOffice>,
	staff: StaffPerson[] = [aPerson()],
	over: (key: string | undefined) => void = () => undefined
): OfficeState {
	const refuse = () => {
		throw new Error('this call is not part of the test');
	};
	const value: StaffList = {
		staff,
		departments: [{ id: 'd1', name: 'Tư pháp – Hộ tịch', fieldCodes: ['ho-tich'], staffCount: 1 }],
		fields: [{ code: 'ho-tich', name: 'Hộ tịch' }]
	};
	const office: StaffOffice = {
		list: async () => ({ ok: true, value }),
		changes: refuse,
		invite: refuse,
		renewInvitation: refuse,
		update: refuse,
		suspend: refuse,
		restore: refuse,
		untie: refuse,
		saveDepartment: refuse,
		acceptInvitation: refuse,
		findEmail: refuse,
		changePassword: refuse,
		...calls
	};
	const session = {
		watch<T>(answer: T): T {
			const { error } = answer as { error?: { key?: string } };
			if (error) over(error.key);
			return answer;
		}
	};
	return new OfficeState(session, async () => office);
}
