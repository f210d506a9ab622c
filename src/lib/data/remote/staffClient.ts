import {
	createClient,
	isAuthRetryableFetchError,
	type AuthError,
	type Session,
	type SupabaseClient
} from '@supabase/supabase-js';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import type { Call } from './deskCalls';
import { callFunction } from './rpc';

const SESSION_KEY = 'mot-cua.staff';

/** The one client of this tab that knows who is signed in; desk and office share it. */
export interface StaffClient {
	getClient(): Promise<Result<SupabaseClient>>;
	/** Null: nobody is signed in. `offline`: the session has run out and the line does not let it be renewed. */
	findSession(): Promise<Result<Session | null>>;
	/** Signs in; `unauthorized` for a wrong name or password. */
	signIn(email: string, password: string): Promise<Result<null>>;
	/** Calls a function as whoever is signed in. */
	call: Call;
	/** Ends the session here, whatever the line does. */
	forget(): Promise<void>;
}

/** `storage` is the tab's own: closing it signs out, and no other person at this PC inherits the session. */
export function createStaffClient(
	connect: () => Promise<Result<Connection>>,
	storage: Storage
): StaffClient {
	let client: SupabaseClient | undefined;

	async function getClient(): Promise<Result<SupabaseClient>> {
		if (client) return ok(client);
		const connection = await connect();
		if (!connection.ok) return connection;
		client = createClient(connection.value.url, connection.value.publishableKey, {
			auth: { storage, storageKey: SESSION_KEY, persistSession: true, detectSessionInUrl: false }
		});
		return ok(client);
	}

	return {
		getClient,
		async findSession() {
			const found = await getClient();
			if (!found.ok) return found;
			const { data, error } = await found.value.auth.getSession();
			if (isAuthRetryableFetchError(error)) return fail({ kind: 'offline', cause: error });
			return ok(data.session);
		},
		async signIn(email, password) {
			const found = await getClient();
			if (!found.ok) return found;
			const { error } = await found.value.auth.signInWithPassword({
				email: email.trim(),
				password
			});
			return error ? fail(toAuthError(error)) : ok(null);
		},
		async call(name, request, schema) {
			const found = await getClient();
			if (!found.ok) return found;
			return callFunction(found.value, name, request, schema);
		},
		async forget() {
			await client?.auth.signOut({ scope: 'local' }).catch(() => undefined);
			storage.removeItem(SESSION_KEY);
			client = undefined;
		}
	};
}

/** What an answer of Auth means to us; anything else than a refusal is a line or a server in trouble. */
export function toAuthError(error: AuthError): AppError {
	const isRefused = error.status === 400 || error.status === 401 || error.status === 422;
	return {
		kind: isRefused ? 'unauthorized' : error.status === 429 ? 'throttled' : 'offline',
		cause: error.code
	};
}
