import type { Invitation, StaffChange, StaffList, StaffRole } from '$lib/domain/access/StaffPerson';
import type { Result } from '$lib/domain/shared/Result';

/** What an administrator writes about somebody. `citizenId`: absent = as it was, empty = forgotten. */
export type StaffProfile = {
	fullName: string;
	title: string;
	phone: string;
	departmentId: string | null;
	roles: StaffRole[];
	citizenId?: string;
};

/**
 * The people of an agency and their accounts. Refusals carry the keys of supabase/migrations/20261125000700 and 0710:
 * `forbidden` role-missing, not-staff, own-account, own-citizen-id; `conflict` version-stale, last-admin and so on.
 */
export interface StaffOffice {
	/** For administrators and leaders. */
	list(): Promise<Result<StaffList>>;
	/** What was changed, the latest first, 100 at most; for administrators. */
	changes(staffId: string): Promise<Result<StaffChange[]>>;
	/** The same `actionId` names the same person and gives a fresh code. */
	invite(request: StaffProfile & { actionId: string }): Promise<Result<Invitation>>;
	/** A new code for somebody who has not joined; the old ones are void. */
	renewInvitation(staffId: string): Promise<Result<Invitation>>;
	update(
		request: StaffProfile & { staffId: string; expectedVersion: number }
	): Promise<Result<null>>;
	suspend(staffId: string, reason: string): Promise<Result<null>>;
	restore(staffId: string): Promise<Result<null>>;
	/** Takes the account away, for a forgotten password; the code ties a new one. */
	untie(staffId: string): Promise<Result<Invitation>>;
	saveDepartment(request: {
		departmentId?: string;
		name: string;
		fieldCodes: string[];
	}): Promise<Result<null>>;
	/**
	 * Opens an account (or signs in to one that is there), ties it by the code and stays signed in. On a refusal nobody
	 * is signed in. Fails with `account-taken` when the address has an account with another password, `confirm-mail` when
	 * this server wants the address confirmed first.
	 */
	acceptInvitation(request: {
		code: string;
		email: string;
		password: string;
	}): Promise<Result<null>>;
	/** The address of the signed-in account. */
	findEmail(): Promise<Result<string | null>>;
	/**
	 * Changes the password of the signed-in account and ends its sessions elsewhere. Fails with `password-wrong` (the
	 * current one), `password-same`, `password-weak`.
	 */
	changePassword(current: string, next: string): Promise<Result<null>>;
}
