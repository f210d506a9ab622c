import type { StaffMember } from '$lib/domain/dossier/StaffDossier';

const reading: StaffMember['roles'] = ['receiver', 'leader', 'officer', 'approver'];

/** True when this person reads any dossier at all (design §8): who only edits or administers sees none. */
export function readsDossiers(me: Pick<StaffMember, 'roles'> | null): boolean {
	return me?.roles.some((role) => reading.includes(role)) ?? false;
}
