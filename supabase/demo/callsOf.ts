import { createHash } from 'node:crypto';
import { startOfDay } from '#domain/clock/localTime.ts';
import type { Life } from './Life.ts';
import type { DemoStaff } from './offices.ts';
import { uuidOf } from './random.ts';

/** Who calls: somebody of the staff, a phone without an account, or the worker of the house. */
export type Caller = { staff: DemoStaff } | 'phone' | 'worker';

/** One call of a real function of the house at its moment of the simulated year. */
export interface Call {
	/** Milliseconds since 1970, UTC. */
	at: number;
	caller: Caller;
	/** A function of the schema public (of app for the worker). */
	name: string;
	/** Its one jsonb; absent for a function that takes nothing. */
	request?: Record<string, unknown>;
	/** What the plan says the answer's `dueDate` must be. */
	dueDate?: string;
}

/** The clock of Vietnam is seven hours ahead. */
const millisecondsAhead = 7 * 3_600_000;

/** Printed beside a date that no source states (domain §2.7: a date needs its basis). */
const assumedBasis = 'Thời hạn giả định của dữ liệu mô phỏng';

/** Every call of these lives and of the nightly anchors, in the order of time. */
export function callsOfYear(lives: readonly Life[], from: number, to: number): Call[] {
	const calls = [...lives.flatMap(callsOfLife), ...anchors(from, to)];
	return calls.sort((a, b) => a.at - b.at);
}

/** Each day of the period is anchored an hour after it has ended, as the worker does. `from`, `to` = day numbers. */
function anchors(from: number, to: number): Call[] {
	return Array.from({ length: to - from + 1 }, (_, index) => ({
		at: (startOfDay(from + index + 1) + 70) * 60_000 - millisecondsAhead,
		caller: 'worker' as const,
		name: 'anchor_events'
	}));
}

/** The calls of one life, in order: each is what a desk, a department or a phone really sends. */
export function callsOfLife(life: Life, index: number): Call[] {
	const { office, person, asking } = life;
	const member = (role: string, department?: string) => {
		const fitting = office.staff.filter(
			(one) => one.roles.includes(role) && (!department || one.department === department)
		);
		const chosen = fitting[parseInt(life.visitId.slice(0, 4), 16) % fitting.length];
		if (!chosen) throw new RangeError(`${office.name} has no ${role}`);
		return chosen;
	};
	const receiver = member('receiver');
	const officer = member('officer', life.department.id);
	const signer = member('approver', life.department.id);
	const calls: Call[] = [];
	const call = (
		minute: number,
		staff: DemoStaff,
		name: string,
		rest: Record<string, unknown>,
		dueDate?: string
	) => {
		const version = calls.filter(({ name }) => name !== 'open_submission').length;
		calls.push({
			at: momentOf(minute, index),
			caller: { staff },
			name,
			request: {
				protocol: 1,
				actionId: uuidOf(life.id, String(calls.length)),
				dossierId: life.id,
				...(version > 0 ? { expectedVersion: version } : {}),
				...rest
			},
			...(dueDate ? { dueDate } : {})
		});
	};
	const entered = (dueDate: string) => (life.isEntered ? { dueDate, dueBasis: assumedBasis } : {});

	if (life.way === 'phone') calls.push(...submissionOf(life, index));
	else call(life.filedAt, receiver, 'file_at_desk', filingOf(life));
	const ask = () => {
		if (!asking) return;
		const asker = asking.stage === 'before' ? receiver : officer;
		call(asking.askedAt, asker, 'request_supplement', {
			until: asking.until,
			lines: [lineOf(life)]
		});
		if (asking.repliedAt)
			call(asking.repliedAt, receiver, 'reply_supplement', {
				text: 'Dạ, bác mang bản chính đến quầy vào giờ làm việc là được ạ.'
			});
	};
	if (asking?.stage === 'before') ask();
	const isOnTheSpot = life.startedAt === undefined;
	const isAtOnce = isOnTheSpot && life.finishedAt - life.receivedAt < 600 && life.way === 'counter';
	call(
		life.receivedAt,
		receiver,
		'receive_dossier',
		{
			departmentId: life.department.id,
			papers: takenPapers(life),
			...entered(life.promised),
			...(isAtOnce ? { slip: false } : {})
		},
		life.promised
	);
	if (isOnTheSpot)
		call(life.finishedAt, receiver, 'settle_same_day', {
			signedBy: signer.id,
			recipientName: person.fullName,
			fees: []
		});
	else {
		call(life.startedAt ?? 0, officer, 'start_dossier', {});
		if (asking?.stage === 'after') {
			ask();
			const brought = [{ name: lineOf(life).name, originals: 1, certified: 0, copies: 0 }];
			call(
				asking.broughtAt,
				receiver,
				'resume_dossier',
				{ papers: brought, ...entered(life.due) },
				life.due
			);
		}
		call(life.finishedAt, signer, 'finish_dossier', { resultNumber: `${index + 1}/MP-2021` });
		if (life.returnedAt) call(life.returnedAt, receiver, 'return_result', handoverOf(life, index));
	}
	return calls;
}

/** A local minute as milliseconds; dossiers of one minute are some seconds apart. */
function momentOf(minute: number, index: number): number {
	return minute * 60_000 - millisecondsAhead + ((index * 7) % 60) * 1000;
}

function applicantOf({ person, way }: Life): Record<string, unknown> {
	const { fullName, citizenId, phone, address } = person;
	return { fullName, citizenId, address, ...(phone || way === 'phone' ? { phone } : {}) };
}

function payloadOf(life: Life): Record<string, unknown> {
	return {
		procedureCode: life.procedure.code,
		contentHash: life.procedure.contentHash,
		applicant: applicantOf(life),
		subject: life.person.fullName,
		answers: {},
		form: {},
		papers: shownPapers(life).map(({ id }) => ({ requirementId: id, state: 'ready' })),
		...(life.handedTo === 'post' ? { postTo: life.person.address } : {})
	};
}

function filingOf(life: Life): Record<string, unknown> {
	const channel = { counter: 1, assisted: 2, post: 3, phone: 2 }[life.way];
	const identityCheck = life.way === 'post' ? 'none' : life.person.phone ? 'card' : 'known';
	return { ...payloadOf(life), visitId: life.visitId, channel, identityCheck, source: 'typed' };
}

/** What the phone sends: it opens, has nothing to upload, and closes. */
function submissionOf(life: Life, index: number): Call[] {
	const secret = createHash('sha256').update(`secret of ${life.id}`).digest('hex');
	const at = momentOf(life.filedAt, index);
	const open = {
		protocol: 1,
		id: life.id,
		secretHash: createHash('sha256').update(secret).digest('hex'),
		payload: { ...payloadOf(life), agencyCode: life.office.code },
		files: []
	};
	return [
		{ at, caller: 'phone', name: 'open_submission', request: open },
		{
			at: at + 1500,
			caller: 'phone',
			name: 'finalize_submission',
			request: { protocol: 1, id: life.id, secret }
		}
	];
}

const mostPapers = 4;

function shownPapers({ procedure }: Life) {
	return procedure.papers.slice(0, mostPapers);
}

function takenPapers(life: Life) {
	return shownPapers(life).map(({ name, originals, copies }) => ({
		name,
		originals,
		certified: 0,
		copies
	}));
}

/** The paper that was lacking. */
function lineOf(life: Life) {
	const papers = shownPapers(life);
	const paper = papers[parseInt(life.id.slice(0, 4), 16) % papers.length];
	return {
		id: 'l1',
		requirementId: paper?.id ?? null,
		name: paper?.name ?? 'Tờ khai',
		verdict: 'missing',
		reason: 'Chưa có trong hồ sơ lúc nộp',
		originals: 1,
		certified: 0,
		copies: 0
	};
}

function handoverOf({ handedTo, person }: Life, index: number): Record<string, unknown> {
	const recipientName = person.fullName;
	if (handedTo === 'post')
		return { recipientName, post: { number: `MP${String(index + 1).padStart(9, '0')}VN` } };
	if (handedTo === 'proxy')
		return { recipientName, proxy: true, proxyPaper: 'Giấy ủy quyền (mô phỏng)' };
	return { recipientName };
}
