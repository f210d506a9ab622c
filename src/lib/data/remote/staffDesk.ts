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
import type { StaffClient } from './staffClient';

/** The desk's side of the API: an account, and row level security behind every answer. */
export function createStaffDesk(
	connect: () => Promise<Result<Connection>>,
	{ call, findSession, forget, signIn }: StaffClient
): StaffDesk {
	/** Without this line the server gives no bytes. */
	const noteView = (fileId: string, reason: string | undefined) =>
		call('open_file', reason ? { fileId, reason } : { fileId }, z.object({ fileId: z.string() }));

	return {
		async signIn(email, password) {
			const signedIn = await signIn(email, password);
			if (!signedIn.ok) return signedIn;
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
		async openFile(file, hash, reason) {
			const connection = await connect();
			if (!connection.ok) return connection;
			const session = await findSession();
			if (!session.ok) return session;
			if (!session.value) return fail({ kind: 'unauthorized' });
			const noted = await noteView(file.fileId, reason);
			if (!noted.ok) return noted;
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
		async openResult(dossierId, file, hash, reason) {
			const noted = await noteView(file.fileId, reason);
			if (!noted.ok) return noted;
			const bytes = await downloadResult(call, 'staff_result_part', { dossierId }, file);
			if (!bytes.ok) return bytes;
			if ((await hash(bytes.value)) !== file.sha256)
				return fail({ kind: 'invalid', key: 'file-differs' });
			return ok(new Blob([bytes.value], { type: file.type }));
		},
		async openRouting() {
			const { createDeskRouting } = await import('./deskRouting');
			return createDeskRouting(call);
		},
		...createDeskCalls(call)
	};
}
