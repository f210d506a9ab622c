import {
	createClient,
	isAuthRetryableFetchError,
	type Session,
	type SupabaseClient
} from '@supabase/supabase-js';
import * as z from 'zod/mini';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import {
	QueuePage,
	ReceiptPreview,
	StaffDossier,
	StaffMember
} from '$lib/domain/dossier/StaffDossier';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { Connection } from './connection';
import { downloadFile } from './downloadFile';
import { createDeskCalls } from './deskCalls';
import { downloadResult, uploadResult } from './resultFile';
import { callFunction } from './rpc';

const SESSION_KEY = 'mot-cua.staff';

/** The desk's side of the API: an account, and row level security behind every answer. */
export function createStaffDesk(
	connect: () => Promise<Result<Connection>>,
	storage: Storage
): StaffDesk {
	let client: SupabaseClient | undefined;

	async function getClient(): Promise<Result<SupabaseClient>> {
		if (client) return ok(client);
		const connection = await connect();
		if (!connection.ok) return connection;
		client = createClient(connection.value.url, connection.value.publishableKey, {
			// The tab's own storage: closing it signs out, and no other person at this PC inherits the session.
			auth: { storage, storageKey: SESSION_KEY, persistSession: true, detectSessionInUrl: false }
		});
		return ok(client);
	}

	/** Null: nobody is signed in. `offline`: the session has run out and the line does not let it be renewed. */
	async function findSession(): Promise<Result<Session | null>> {
		const found = await getClient();
		if (!found.ok) return found;
		const { data, error } = await found.value.auth.getSession();
		if (isAuthRetryableFetchError(error)) return fail({ kind: 'offline', cause: error });
		return ok(data.session);
	}

	async function call<T>(
		name: string,
		request: Record<string, unknown>,
		schema: z.ZodMiniType<T>
	): Promise<Result<T>> {
		const found = await getClient();
		if (!found.ok) return found;
		return callFunction(found.value, name, request, schema);
	}

	async function forget(): Promise<void> {
		await client?.auth.signOut({ scope: 'local' }).catch(() => undefined);
		storage.removeItem(SESSION_KEY);
		client = undefined;
	}

	return {
		async signIn(email, password) {
			const found = await getClient();
			if (!found.ok) return found;
			const { error } = await found.value.auth.signInWithPassword({
				email: email.trim(),
				password
			});
			if (error) {
				const isRefused = error.status === 400 || error.status === 401 || error.status === 422;
				return fail({
					kind: isRefused ? 'unauthorized' : error.status === 429 ? 'throttled' : 'offline',
					cause: error.code
				});
			}
			const me = await call('my_staff', {}, z.nullable(StaffMember));
			if (!me.ok) return me;
			if (me.value) return ok(me.value);
			await forget();
			return fail({ kind: 'forbidden', key: 'not-staff' });
		},
		signOut: forget,
		async findMe() {
			const session = await findSession();
			if (!session.ok) return session;
			if (!session.value) return ok(null);
			return call('my_staff', {}, z.nullable(StaffMember));
		},
		queue: (request) => call('staff_queue', request, QueuePage),
		dossier: (dossierId) => call('staff_dossier', { dossierId }, StaffDossier),
		async openFile(file, hash) {
			const connection = await connect();
			if (!connection.ok) return connection;
			const session = await findSession();
			if (!session.ok) return session;
			if (!session.value) return fail({ kind: 'unauthorized' });
			const token = session.value.access_token;
			return downloadFile(connection.value, token, (...args) => fetch(...args), file, hash);
		},
		async recheckFile(fileId) {
			const answer = await call('recheck_file', { fileId }, z.object({ fileId: z.string() }));
			return answer.ok ? ok(null) : answer;
		},
		previewReceipt: (dossierId) => call('preview_receipt', { dossierId }, ReceiptPreview),
		storeResult: (dossierId, file, bytes, onPart) =>
			uploadResult(call, { dossierId }, file, bytes, onPart),
		async openResult(dossierId, file, hash) {
			const bytes = await downloadResult(call, 'staff_result_part', { dossierId }, file);
			if (!bytes.ok) return bytes;
			if ((await hash(bytes.value)) !== file.sha256)
				return fail({ kind: 'invalid', key: 'file-differs' });
			return ok(new Blob([bytes.value], { type: file.type }));
		},
		...createDeskCalls(call)
	};
}
