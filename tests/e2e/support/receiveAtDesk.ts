import { mondayIn } from '../counterDay/byCall.ts';
import { askOffice } from './office.ts';

/** A receipt as the server gives it back. */
type Received = { code: string; slipId: string };

/** A birth registration that somebody files at the counter and that is received into its department at once, by the screen's own calls. */
export async function receiveAtDesk(
	visitId: string,
	subject: string,
	applicant = 'Vũ Thị Ngọt'
): Promise<Received & { dossierId: string }> {
	const dossierId = crypto.randomUUID();
	await askOffice('receiver', 'file_at_desk', {
		actionId: crypto.randomUUID(),
		dossierId,
		visitId,
		channel: 1,
		procedureCode: '1.001193',
		contentHash: '0'.repeat(64),
		applicant: { fullName: applicant, address: 'Thôn Đoài, xã Bến Đò' },
		subject,
		answers: {},
		form: {},
		papers: [],
		identityCheck: 'known',
		source: 'typed'
	});
	const { departments } = (await askOffice('receiver', 'desk_setup', {})) as {
		departments: { id: string; name: string }[];
	};
	const preview = (await askOffice('receiver', 'preview_receipt', { dossierId })) as {
		limit: unknown;
	};
	const answer = (await askOffice('receiver', 'receive_dossier', {
		actionId: crypto.randomUUID(),
		dossierId,
		expectedVersion: 1,
		departmentId: departments.find(({ name }) => name === 'Tư pháp – Hộ tịch')?.id,
		papers: [{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }],
		...(preview.limit ? {} : { dueDate: mondayIn(14), dueBasis: 'Luật Hộ tịch' })
	})) as Received;
	return { ...answer, dossierId };
}
