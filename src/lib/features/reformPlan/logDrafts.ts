import type { LogEntry, OutreachChange, TrainingChange } from '$lib/data/ports/PlanDesk';
import {
	OutreachForm,
	TrainingKind,
	type Outreach,
	type OutreachLog,
	type Training
} from '$lib/domain/plan/Logs';
import { tidyLine, tidyText } from '$lib/domain/shared/tidyText';
import { viPlanLogs } from '$lib/i18n/viPlanLogs';
import type { FieldError } from './taskDraft';

const words = viPlanLogs.wrong;

/** The boxes of a line of the outreach log. */
export type OutreachDraft = ReturnType<typeof outreachDraft>;

export function outreachDraft(entry: Outreach | undefined) {
	return {
		heldOn: entry?.heldOn ?? '',
		form: (entry?.form ?? '') as string,
		place: entry?.place ?? '',
		topic: entry?.topic ?? '',
		field: entry?.fieldCode ?? '',
		procedure: entry?.procedureCode ?? '',
		reach: entry?.reach?.toString() ?? '',
		owner: entry?.owner ?? '',
		note: entry?.note ?? ''
	};
}

/** The procedures to choose from: those of the chosen field, or all. */
export function proceduresOf(log: Pick<OutreachLog, 'procedures'>, field: string) {
	return log.procedures.filter(({ fieldCode }) => !field || fieldCode === field);
}

/** A whole number typed with or without dots ("1.200"); null = an empty box, undefined = no such number. */
export function readCount(text: string): number | null | undefined {
	const plain = text.replace(/[\s.]/g, '');
	if (plain === '') return null;
	return /^\d{1,7}$/.test(plain) ? Number(plain) : undefined;
}

/** An empty box, or a whole number up to `most`. */
function isCountUpTo(text: string, most: number): boolean {
	const count = readCount(text);
	return count !== undefined && (count ?? 0) <= most;
}

/** Hours typed as "3", "3,5" or "3.5"; undefined = none, or not in halves up to 200. */
export function readHours(text: string): number | undefined {
	const plain = text.trim().replace(',', '.');
	const hours = /^\d{1,3}(\.[05])?$/.test(plain) ? Number(plain) : 0;
	return hours > 0 && hours <= 200 ? hours : undefined;
}

/** "3,5" for 3.5. */
export function hoursWords(hours: number): string {
	return String(hours).replace('.', ',');
}

/** What is wrong with the boxes of a talk; `today` is a local date. */
export function outreachErrors(draft: OutreachDraft, today: string): FieldError[] {
	return faultsOf([
		[!draft.heldOn || draft.heldOn > today, 'outreach-day', words.heldOn],
		[!OutreachForm.safeParse(draft.form).success, 'outreach-form', words.form],
		[tidyLine(draft.place).length < 2, 'outreach-place', words.place],
		[tidyLine(draft.topic).length < 2, 'outreach-topic', words.topic],
		[!isCountUpTo(draft.reach, 1_000_000), 'outreach-reach', words.reach],
		[tidyLine(draft.owner).length < 2, 'outreach-owner', words.owner]
	]);
}

/** The line that the boxes say, once they are right. */
export function outreachChange(
	draft: OutreachDraft,
	entry: Omit<LogEntry, 'heldOn'>
): OutreachChange {
	const reach = readCount(draft.reach);
	return {
		...entry,
		heldOn: draft.heldOn,
		form: OutreachForm.parse(draft.form),
		place: tidyLine(draft.place),
		topic: tidyLine(draft.topic),
		...(draft.field && { fieldCode: draft.field }),
		...(draft.procedure && { procedureCode: draft.procedure }),
		...(typeof reach === 'number' && { reach }),
		owner: tidyLine(draft.owner),
		note: tidyText(draft.note)
	};
}

/** The boxes of a line of the training log. */
export type TrainingDraft = ReturnType<typeof trainingDraft>;

export function trainingDraft(entry: Training | undefined) {
	return {
		heldOn: entry?.heldOn ?? '',
		kind: (entry?.kind ?? '') as string,
		topic: entry?.topic ?? '',
		teacher: entry?.teacher ?? '',
		hours: entry ? hoursWords(entry.hours) : '',
		participants: entry?.participants.map(({ id }) => id) ?? [],
		guests: entry?.guests ? String(entry.guests) : '',
		material: entry?.material ?? ''
	};
}

/** What is wrong with the boxes of a training; `today` is a local date. */
export function trainingErrors(draft: TrainingDraft, today: string): FieldError[] {
	const guests = readCount(draft.guests);
	const isNobody = draft.participants.length === 0 && !guests;
	return faultsOf([
		[!draft.heldOn || draft.heldOn > today, 'training-day', words.heldOn],
		[!TrainingKind.safeParse(draft.kind).success, 'training-kind', words.kind],
		[tidyLine(draft.topic).length < 2, 'training-topic', words.trainingTopic],
		[tidyLine(draft.teacher).length < 2, 'training-teacher', words.teacher],
		[readHours(draft.hours) === undefined, 'training-hours', words.hours],
		[!isCountUpTo(draft.guests, 10_000), 'training-guests', words.guests],
		[guests !== undefined && isNobody, 'training-people', words.people]
	]);
}

/** The line that the boxes say, once they are right. */
export function trainingChange(
	draft: TrainingDraft,
	entry: Omit<LogEntry, 'heldOn'>
): TrainingChange {
	return {
		...entry,
		heldOn: draft.heldOn,
		kind: TrainingKind.parse(draft.kind),
		topic: tidyLine(draft.topic),
		teacher: tidyLine(draft.teacher),
		hours: readHours(draft.hours) ?? 0,
		participants: [...draft.participants],
		guests: readCount(draft.guests) ?? 0,
		material: tidyText(draft.material)
	};
}

function faultsOf(faults: [boolean, string, string][]): FieldError[] {
	return faults.filter(([isWrong]) => isWrong).map(([, id, message]) => ({ id, message }));
}
