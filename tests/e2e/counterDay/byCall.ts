import { StaffDossier } from '#domain/dossier/StaffDossier.ts';
import { DEPARTMENT } from '../support/desk.ts';
import { askOffice, type Role } from '../support/office.ts';
import { plain, type Matter, type Step, type Way } from './matters.ts';

/** How the server counts the ways (KenhThucHien). */
export const CHANNEL: Record<Way, number> = { counter: 1, phone: 2, helped: 2, post: 3 };
const PAPERS = [{ name: 'Giấy tờ của hồ sơ', originals: 1, certified: 0, copies: 1 }];

/** What the desk is told of a dossier, in the shape the console itself checks. */
export async function readDossier(id: string): Promise<StaffDossier> {
	return StaffDossier.parse(await askOffice('receiver', 'staff_dossier', { dossierId: id }));
}

/** The dossier of a subject in any group of the queue. */
export async function findDossier(subject: string): Promise<string> {
	for (const group of ['new', 'working', 'waiting', 'ready', 'ended', 'answered']) {
		const { rows } = (await askOffice('receiver', 'staff_queue', { group, search: subject })) as {
			rows: { id: string; subject: string }[];
		};
		const row = rows.find((one) => one.subject === subject);
		if (row) return row.id;
	}
	throw new Error(`no dossier of ${subject}`);
}

/** The day itself: who works here, and what every call of it needs. */
export type Setting = {
	departmentId: string;
	signerId: string;
	officerName: string;
	/** A Monday some two weeks from now: a working day of the demo calendar unless a holiday falls on it. */
	day: string;
};

export async function readSetting(): Promise<Setting> {
	const setup = (await askOffice('receiver', 'desk_setup')) as {
		departments: { id: string; name: string }[];
		signers: { id: string }[];
	};
	const officer = (await askOffice('officer', 'my_staff')) as { fullName: string };
	const department = setup.departments.find(({ name }) => name === DEPARTMENT);
	return {
		departmentId: department?.id ?? '',
		signerId: setup.signers[0]?.id ?? '',
		officerName: officer.fullName,
		day: mondayIn(14)
	};
}

/** A Monday at least so many days from now. */
export function mondayIn(days: number): string {
	const date = new Date(Date.now() + days * 86_400_000);
	date.setUTCDate(date.getUTCDate() + ((8 - date.getUTCDay()) % 7));
	return date.toISOString().slice(0, 10);
}

/** Files what comes another way than by phone; gives the dossier's id. */
export async function fileByCall(matter: Matter, visitId: string): Promise<string> {
	const dossierId = crypto.randomUUID();
	await askOffice('receiver', 'file_at_desk', {
		actionId: crypto.randomUUID(),
		dossierId,
		visitId,
		channel: CHANNEL[matter.way],
		procedureCode: matter.code,
		contentHash: '0'.repeat(64),
		applicant: { fullName: matter.subject, address: 'Thôn Đoài, xã Bến Đò' },
		subject: matter.subject,
		answers: {},
		form: {},
		papers: [],
		identityCheck: 'known',
		source: 'typed'
	});
	return dossierId;
}

/** Does one step by the call that the screen makes for it. */
export async function doByCall(setting: Setting, dossierId: string, step: Step): Promise<void> {
	const seen = await readDossier(dossierId);
	const act = (role: Role, name: string, content: object = {}) =>
		askOffice(role, name, {
			actionId: crypto.randomUUID(),
			dossierId,
			expectedVersion: seen.version,
			...content
		});
	const slip = { until: setting.day, lines: [missingLine], checks: [] };
	switch (plain(step)) {
		case 'receive': {
			const { limit } = (await askOffice('receiver', 'preview_receipt', { dossierId })) as {
				limit: unknown;
			};
			const ownDate = { dueDate: setting.day, dueBasis: 'Quyết định công bố thủ tục' };
			return void (await act('receiver', 'receive_dossier', {
				departmentId: setting.departmentId,
				papers: PAPERS,
				...(limit ? {} : ownDate)
			}));
		}
		case 'settle':
			await act('receiver', 'receive_dossier', {
				departmentId: setting.departmentId,
				papers: PAPERS,
				slip: false
			});
			return void (await act('receiver', 'settle_same_day', {
				expectedVersion: seen.version + 1,
				signedBy: setting.signerId,
				recipientName: 'Quàng Văn Nhận',
				proxy: false,
				fees: []
			}));
		case 'supplement':
			return void (await act(
				seen.status === 1 ? 'receiver' : 'officer',
				'request_supplement',
				slip
			));
		case 'supplement-again':
			return void (await act('leader', 'request_supplement', {
				...slip,
				again: { reason: 'Giấy mang đến là của người khác' }
			}));
		case 'resume':
			return void (await act('receiver', 'resume_dossier', { papers: PAPERS }));
		case 'refuse':
			return void (await act('receiver', 'refuse_dossier', {
				reason: 'Việc này thuộc xã khác',
				rightPlace: 'UBND xã Bến Cát'
			}));
		case 'start':
			return void (await act('officer', 'start_dossier'));
		case 'consult':
			return void (await act('officer', 'consult_agency', {
				agency: 'Công an xã Bến Đò',
				question: 'Đất có tranh chấp không?',
				until: setting.day
			}));
		case 'part-step':
			return void (await act('officer', 'step_part', {
				partId: seen.routing.parts.find(({ state }) => state === 'running')?.id,
				step: 'done'
			}));
		case 'bill':
			return void (await act('officer', 'bill_dossier', {
				amount: 100_000,
				reason: 'Lệ phí đăng ký hộ kinh doanh',
				documentNumber: '32/TB-CCT'
			}));
		case 'paid':
			return void (await act('receiver', 'confirm_payment', {
				method: 'cash',
				receiptSeries: 'AB/26E',
				receiptNumber: '0000031'
			}));
		case 'halt':
			return void (await act('approver', 'halt_dossier', {
				kind: 'stop',
				reason: 'Người nộp đã có giấy này ở nơi khác',
				basis: 'Điều 19 Nghị định 61/2018/NĐ-CP'
			}));
		case 'finish':
			return void (await act('approver', 'finish_dossier', { resultNumber: '31/KQ-2026' }));
		case 'return':
			return void (await act('receiver', 'return_result', {
				recipientName: 'Quàng Văn Nhận',
				proxy: false
			}));
		case 'hand back':
			return void (await askOffice('officer', 'make_handover', {
				actionId: crypto.randomUUID(),
				direction: 'to-desk',
				departmentId: setting.departmentId,
				dossierIds: [dossierId]
			}));
		case 'take back':
			return takeBack(dossierId);
		default:
			throw new Error(`${step} is done on the screen only`);
	}
}

async function takeBack(dossierId: string): Promise<void> {
	const { handovers } = (await askOffice('receiver', 'open_handovers')) as {
		handovers: { id: string; takenAt: string | null; items: { dossierId: string }[] }[];
	};
	const handover = handovers.find(
		(one) => one.takenAt === null && one.items.some((item) => item.dossierId === dossierId)
	);
	await askOffice('receiver', 'take_handover', {
		actionId: crypto.randomUUID(),
		handoverId: handover?.id,
		missing: []
	});
}

const missingLine = {
	id: 'l1',
	requirementId: null,
	name: 'Đơn có chữ ký',
	verdict: 'missing',
	reason: 'Đơn chưa ký tên',
	originals: 1,
	certified: 0,
	copies: 0
};
