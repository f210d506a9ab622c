import * as z from 'zod/mini';
import type { StaffOffice } from '$lib/data/ports/StaffOffice';
import { Invitation, StaffChange, StaffList } from '$lib/domain/access/StaffPerson';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import { toAuthError, type StaffClient } from './staffClient';

const Version = z.object({ version: z.int() });

/** The office's side of the API: people, departments, invitations and the own password. */
export function createStaffOffice(staff: StaffClient): StaffOffice {
	async function change<T>(
		name: string,
		request: Record<string, unknown>,
		schema: z.ZodMiniType<T>
	): Promise<Result<null>> {
		const answer = await staff.call(name, request, schema);
		return answer.ok ? ok(null) : answer;
	}

	/** Signed in to the account of this address afterwards, a new one or the one that is there. */
	async function signUpOrIn(email: string, password: string): Promise<Result<null>> {
		const found = await staff.getClient();
		if (!found.ok) return found;
		const { data, error } = await found.value.auth.signUp({ email, password });
		if (!error) return data.session ? ok(null) : fail({ kind: 'conflict', key: 'confirm-mail' });
		if (error.code === 'weak_password') return fail({ kind: 'invalid', key: 'password-weak' });
		if (error.code === 'validation_failed') return fail({ kind: 'invalid', key: 'email-refused' });
		if (error.code !== 'user_already_exists' && error.code !== 'email_exists')
			return fail(toAuthError(error));
		const signedIn = await staff.signIn(email, password);
		if (signedIn.ok || signedIn.error.kind !== 'unauthorized') return signedIn;
		return fail({ kind: 'conflict', key: 'account-taken' });
	}

	return {
		list: () => staff.call('staff_list', {}, StaffList),
		async changes(staffId) {
			const schema = z.object({ changes: z.array(StaffChange) });
			const answer = await staff.call('staff_changes', { staffId }, schema);
			return answer.ok ? ok(answer.value.changes) : answer;
		},
		invite: (request) => staff.call('invite_staff', request, Invitation),
		renewInvitation: (staffId) => staff.call('renew_invitation', { staffId }, Invitation),
		update: (request) => change('update_staff', request, Version),
		suspend: (staffId, reason) => change('suspend_staff', { staffId, reason }, Version),
		restore: (staffId) => change('restore_staff', { staffId }, Version),
		untie: (staffId) => staff.call('untie_account', { staffId }, Invitation),
		saveDepartment: (request) =>
			change('save_department', request, z.object({ departmentId: z.string() })),
		async acceptInvitation({ code, email, password }) {
			const entered = await signUpOrIn(email.trim(), password);
			if (!entered.ok) return entered;
			const tied = await change('accept_invitation', { code }, z.object({ staffId: z.string() }));
			if (!tied.ok) await staff.forget();
			return tied;
		},
		async findEmail() {
			const session = await staff.findSession();
			return session.ok ? ok(session.value?.user.email ?? null) : session;
		},
		async changePassword(current, next) {
			const session = await staff.findSession();
			if (!session.ok) return session;
			const email = session.value?.user.email;
			if (!email) return fail({ kind: 'unauthorized' });
			const known = await staff.signIn(email, current);
			if (!known.ok)
				return known.error.kind === 'unauthorized'
					? fail({ kind: 'invalid', key: 'password-wrong' })
					: known;
			const found = await staff.getClient();
			if (!found.ok) return found;
			const { error } = await found.value.auth.updateUser({ password: next });
			if (error?.code === 'same_password') return fail({ kind: 'invalid', key: 'password-same' });
			if (error?.code === 'weak_password') return fail({ kind: 'invalid', key: 'password-weak' });
			if (error) return fail(toAuthError(error));
			// Whoever knew the old password may still sit somewhere with a session of it.
			await found.value.auth.signOut({ scope: 'others' }).catch(() => undefined);
			return ok(null);
		}
	};
}
