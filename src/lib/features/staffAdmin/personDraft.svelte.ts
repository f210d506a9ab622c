import type { StaffProfile } from '$lib/data/ports/StaffOffice';
import {
	needsDepartment,
	STAFF_ROLES,
	type StaffPerson,
	type StaffRole
} from '$lib/domain/access/StaffPerson';
import { tidyLine } from '$lib/domain/shared/tidyText';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';

export type FormError = { id: string; message: string };

const words = viStaffAdmin.form;
const citizenId = /^(\d{12}|\d{9}|[A-Z]\d{7,8})$/;

/** What the administrator fills in about somebody; `person` = somebody who is there already. */
export class PersonDraft {
	fullName = $state('');
	title = $state('');
	phone = $state('');
	departmentId = $state('');
	roles = $state<Record<StaffRole, boolean>>(asked([]));
	citizenId = $state('');
	forgetCitizenId = $state(false);
	/** The version that was shown when typing began: saving over a newer one is refused. */
	readonly version: number;

	constructor(person?: StaffPerson) {
		this.version = person?.version ?? 0;
		if (!person) return;
		this.fullName = person.fullName;
		this.title = person.title;
		this.phone = person.phone;
		this.departmentId = person.departmentId ?? '';
		this.roles = asked(person.roles);
	}

	errors(): FormError[] {
		const { fullName, phone, roles, departmentId } = this.profile();
		const found: FormError[] = [];
		if (fullName.length < 2) found.push({ id: 'full-name', message: words.nameMissing });
		if (phone && !/^\+?\d[\d .-]{6,18}$/.test(phone))
			found.push({ id: 'phone', message: words.phoneMalformed });
		if (needsDepartment(roles) && !departmentId)
			found.push({ id: 'department', message: words.departmentNeeded });
		if (roles.length === 0) found.push({ id: 'role-receiver', message: words.rolesMissing });
		if (!this.forgetCitizenId && this.#citizenId && !citizenId.test(this.#citizenId))
			found.push({ id: 'citizen-id', message: words.citizenIdMalformed });
		return found;
	}

	profile(): StaffProfile {
		const profile: StaffProfile = {
			fullName: tidyLine(this.fullName),
			title: tidyLine(this.title),
			phone: tidyLine(this.phone),
			departmentId: this.departmentId || null,
			roles: STAFF_ROLES.filter((role) => this.roles[role])
		};
		// An empty box says nothing: what the server knows is forgotten only when that is ticked.
		if (this.forgetCitizenId) profile.citizenId = '';
		else if (this.#citizenId) profile.citizenId = this.#citizenId;
		return profile;
	}

	get #citizenId(): string {
		return tidyLine(this.citizenId).replace(/[ .]/g, '').toUpperCase();
	}
}

function asked(roles: readonly StaffRole[]): Record<StaffRole, boolean> {
	const has = (role: StaffRole) => roles.includes(role);
	return {
		receiver: has('receiver'),
		officer: has('officer'),
		approver: has('approver'),
		leader: has('leader'),
		editor: has('editor'),
		admin: has('admin')
	};
}
