import type { Procedure } from '../catalogue/Procedure.ts';
import type { FormField } from '../catalogue/EForm.ts';
import { caseAnswers } from '../checklist/resolveChecklist.ts';
import { isLocalDate, isLocalTime } from '../clock/localTime.ts';
import { APPLICANT_FIELDS } from '../dossier/applicantSection.ts';
import {
	findFieldFault,
	visibleFields,
	visibleSections,
	type FieldFault
} from '../dossier/validateFields.ts';
import { tidyLine } from '../shared/tidyText.ts';
import { feeLines } from './intakeFees.ts';
import type { IntakeForm } from './IntakeForm.ts';
import {
	intakePapers,
	missingPapers,
	miscounted,
	outcomeOf,
	postAddressOf
} from './intakePapers.ts';

/** What is wrong and at which control; the interface turns it into words. `about` names the paper or fee. */
export type IntakeFault = { id: string; key: IntakeFaultKey; about?: string; field?: FieldFault };

/** The kinds of faults, by what they are about. */
export type IntakeFaultKey =
	| 'procedure'
	| 'field'
	| 'subject'
	| 'post-address'
	| 'count'
	| 'department'
	| 'due-date'
	| 'due-basis'
	| 'lines'
	| 'reason'
	| 'until'
	| 'refuse-reason'
	| 'signer'
	| 'recipient'
	| 'proxy-paper'
	| 'fee'
	| 'blank-number'
	| 'blank-time'
	| 'blank-due';

const OPTIONAL_HERE = ['phone', 'citizenId', 'email'];
const SHORTEST_NAME = 2;
const SHORTEST_REASON = 3;
const SHORTEST_ADDRESS = 3;
const LONGEST_ADDRESS = 300;

/** The e-form's fields of this case, in order. */
export function assistedFields(
	procedure: Procedure,
	form: Pick<IntakeForm, 'answers' | 'fields'>
): FormField[] {
	const answers = { ...form.fields, ...caseAnswers(procedure, form.answers) };
	return visibleSections(procedure.eForm?.sections ?? [], answers).flatMap((section) =>
		visibleFields(section, answers)
	);
}

/** True when the procedure may be filed online with help at the counter. */
export function mayAssist(procedure: Procedure): boolean {
	return procedure.onlineLevel !== 'none' && procedure.eForm !== null;
}

/** True where no verified limit exists for this way, so the officer names the date and its law. */
export function needsDueDate(procedure: Procedure, channel: 1 | 2 | 3): boolean {
	const kind = ({ 1: 'in-person', 2: 'online', 3: 'post' } as const)[channel];
	const limit = procedure.channels.find((way) => way.kind === kind)?.limit;
	return limit === null || limit === undefined;
}

/** Everything wrong with the form; empty = it may be sent. `now` is the local time `YYYY-MM-DDTHH:mm`. */
export function checkIntake(
	procedure: Procedure | undefined,
	form: IntakeForm,
	now: string
): IntakeFault[] {
	if (!procedure) return [{ id: 'procedure', key: 'procedure' }];
	const today = now.slice(0, 10);
	const faults: IntakeFault[] = form.filed
		? []
		: [...findPersonFaults(form, today), ...findPostFaults(procedure, form)];
	if (form.channel === 2 && !form.filed) {
		for (const field of assistedFields(procedure, form)) {
			const fault = findFieldFault(field, form.fields[field.id] ?? '', today);
			if (fault) faults.push({ id: field.id, key: 'field', about: field.label, field: fault });
		}
	}
	return [...faults, ...findOutcomeFaults(procedure, form, now)];
}

function findPersonFaults(form: IntakeForm, today: string): IntakeFault[] {
	const faults: IntakeFault[] = APPLICANT_FIELDS.flatMap((field) => {
		const checked = { ...field, required: !OPTIONAL_HERE.includes(field.id) };
		const fault = findFieldFault(checked, form.person[field.id], today);
		return fault
			? [{ id: `person-${field.id}`, key: 'field' as const, about: field.id, field: fault }]
			: [];
	});
	const email = form.person.email.trim();
	if (email && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
		faults.push({ id: 'person-email', key: 'field', about: 'email', field: { kind: 'email' } });
	if (form.channel !== 2 && form.subjectIsOther && tidyLine(form.subject).length < SHORTEST_NAME)
		faults.push({ id: 'subject', key: 'subject' });
	return faults;
}

function findPostFaults(procedure: Procedure, form: IntakeForm): IntakeFault[] {
	const typed = postAddressOf(procedure, form);
	if (typed === undefined) return [];
	const { length } = tidyLine(typed);
	return length < SHORTEST_ADDRESS || length > LONGEST_ADDRESS
		? [{ id: 'post-address', key: 'post-address' }]
		: [];
}

function findOutcomeFaults(procedure: Procedure, form: IntakeForm, now: string): IntakeFault[] {
	const papers = intakePapers(procedure, form);
	const faults: IntakeFault[] = miscounted(papers).map(({ item }) => ({
		id: `${item.id}-originals`,
		key: 'count',
		about: item.name
	}));
	const today = now.slice(0, 10);
	switch (outcomeOf(procedure, form)) {
		case 'receive':
			if (!form.departmentId) faults.push({ id: 'department', key: 'department' });
			if (form.usesBlank) return [...faults, ...findBlankFaults(form, now)];
			if (needsDueDate(procedure, form.channel)) {
				if (!isLocalDate(form.dueDate) || form.dueDate < today)
					faults.push({ id: 'due-date', key: 'due-date' });
				if (tidyLine(form.dueBasis).length < SHORTEST_REASON)
					faults.push({ id: 'due-basis', key: 'due-basis' });
			}
			return faults;
		case 'supplement': {
			const missing = missingPapers(papers);
			if (missing.length === 0) faults.push({ id: 'outcome', key: 'lines' });
			// Nothing written says that the paper was not there; a word of two letters says nothing.
			for (const { item, reason } of missing)
				if (tidyLine(reason) !== '' && tidyLine(reason).length < SHORTEST_REASON)
					faults.push({ id: `${item.id}-reason`, key: 'reason', about: item.name });
			if (!isLocalDate(form.until) || form.until <= today)
				faults.push({ id: 'until', key: 'until' });
			return faults;
		}
		case 'refuse':
			if (tidyLine(form.refuseReason).length < SHORTEST_REASON)
				faults.push({ id: 'refuse-reason', key: 'refuse-reason' });
			return faults;
		case 'settle':
			return [...faults, ...findSettleFaults(procedure, form)];
	}
}

function findSettleFaults(procedure: Procedure, form: IntakeForm): IntakeFault[] {
	const faults: IntakeFault[] = [];
	if (!form.departmentId) faults.push({ id: 'department', key: 'department' });
	if (!form.signedBy) faults.push({ id: 'signer', key: 'signer' });
	const recipient = tidyLine(form.recipientName) || tidyLine(form.person.fullName);
	if (recipient.length < SHORTEST_NAME) faults.push({ id: 'recipient', key: 'recipient' });
	if (form.isProxy && tidyLine(form.proxyPaper).length < SHORTEST_REASON)
		faults.push({ id: 'proxy-paper', key: 'proxy-paper' });
	for (const [at, line] of feeLines(procedure, form).entries())
		if (line.isFaulty) faults.push({ id: `fee-${at}`, key: 'fee', about: line.fee.label });
	return faults;
}

function findBlankFaults({ blank }: IntakeForm, now: string): IntakeFault[] {
	const faults: IntakeFault[] = [];
	const at = `${blank.date}T${blank.time.trim()}`;
	if (tidyLine(blank.number) === '') faults.push({ id: 'blank-number', key: 'blank-number' });
	if (!isLocalTime(at) || at > now) faults.push({ id: 'blank-date', key: 'blank-time' });
	if (!isLocalDate(blank.dueDate) || blank.dueDate < blank.date)
		faults.push({ id: 'blank-due', key: 'blank-due' });
	return faults;
}
