import type { SnapshotEntry } from '../catalogue/Snapshot.ts';
import { caseAnswers } from '../checklist/resolveChecklist.ts';
import { tidyValue } from '../dossier/tidyValue.ts';
import { tidyLine, tidyText } from '../shared/tidyText.ts';
import type { Chain } from './Chain.ts';
import type { Step } from './Step.ts';
import { assistedFields, needsDueDate } from './checkIntake.ts';
import type { IntakeRequest } from './Intake.ts';
import { feeLines } from './intakeFees.ts';
import type { IntakeForm } from './IntakeForm.ts';
import {
	intakePapers,
	missingPapers,
	outcomeOf,
	postAddressOf,
	paperStates,
	receivedPapers,
	type IntakePaper
} from './intakePapers.ts';

type Tools = {
	now: Date;
	newId: () => string;
	builtName: (name: string) => string;
	/** What a slip says of a missing paper when the officer wrote nothing else. */
	missingReason: string;
};

/** Freezes a form that passed `checkIntake` into the steps that go to the server, every id fixed from now on. */
export function buildChain(entry: SnapshotEntry, form: IntakeForm, tools: Tools): Chain {
	const { procedure } = entry;
	const papers = intakePapers(procedure, form);
	const outcome = outcomeOf(procedure, form);
	const id = form.filed?.dossierId ?? tools.newId();
	const done = form.filed?.steps ?? [];
	const steps: Step[] = [
		{ kind: 'file', request: intakeRequest(entry, form, papers, id, tools.newId()) },
		...laterSteps(entry, form, papers, tools)
	];
	return {
		id,
		visitId: form.visitId,
		madeAt: tools.now.toISOString(),
		procedure: procedure.shortTitle,
		person: tidyLine(form.person.fullName),
		outcome,
		// What the server has answered stays as it was sent.
		steps: [...done, ...steps.filter(({ kind }) => !done.some((step) => step.kind === kind))],
		answers: form.filed?.answers ?? [],
		attempts: 0,
		nextAttemptAt: tools.now.toISOString(),
		refusal: null,
		form: { ...form, mends: '' }
	};
}

function intakeRequest(
	{ procedure, contentHash }: SnapshotEntry,
	form: IntakeForm,
	papers: readonly IntakePaper[],
	dossierId: string,
	actionId: string
): IntakeRequest {
	const { person } = form;
	const phone = tidyValue('phone', person.phone);
	const fullName = tidyLine(person.fullName);
	const fields: Record<string, string> = {};
	if (form.channel === 2)
		for (const field of assistedFields(procedure, form)) {
			const value = tidyValue(field.type, form.fields[field.id] ?? '');
			if (value !== '') fields[field.id] = value;
		}
	const other = form.subjectIsOther && form.channel !== 2;
	const subject =
		(form.channel === 2 ? fields[procedure.eForm?.subjectField ?? ''] : undefined) ??
		(other ? tidyLine(form.subject) : fullName);
	const subjectAddress =
		form.channel === 2
			? fields[procedure.eForm?.subjectAddressField ?? '']
			: other
				? tidyLine(form.subjectAddress)
				: '';
	return {
		actionId,
		dossierId,
		visitId: form.visitId,
		channel: form.channel,
		procedureCode: procedure.code,
		contentHash,
		applicant: {
			fullName,
			address: tidyLine(person.address),
			...given('phone', phone),
			...given('citizenId', tidyValue('citizen-id', person.citizenId)),
			...given('email', tidyLine(person.email))
		},
		subject,
		...given('subjectAddress', subjectAddress ?? ''),
		...given('postTo', tidyLine(postAddressOf(procedure, form) ?? '')),
		// Without a number there is nobody to send to.
		...(form.zalo && phone ? { consents: { zalo: true as const } } : {}),
		answers: Object.fromEntries(
			Object.entries(caseAnswers(procedure, form.answers)).filter(
				(answer): answer is [string, string] => Boolean(answer[1])
			)
		),
		form: fields,
		papers: paperStates(papers),
		identityCheck: form.identityCheck,
		source: form.source
	};
}

function laterSteps(
	{ procedure }: SnapshotEntry,
	form: IntakeForm,
	papers: readonly IntakePaper[],
	{ newId, builtName, missingReason }: Tools
): Step[] {
	const outcome = outcomeOf(procedure, form);
	if (outcome === 'refuse') {
		const rightPlace = tidyLine(form.rightPlace);
		const content = { reason: tidyText(form.refuseReason), ...given('rightPlace', rightPlace) };
		return [{ kind: 'refuse', actionId: newId(), content }];
	}
	if (outcome === 'supplement') return [supplementStep(form, papers, newId, missingReason)];
	const received: Step = {
		kind: 'receive',
		actionId: newId(),
		content: {
			papers: receivedPapers(papers, builtName),
			departmentId: form.departmentId,
			...(outcome === 'settle'
				? { slip: false }
				: promiseOf(form, needsDueDate(procedure, form.channel)))
		}
	};
	if (outcome === 'receive') return [received];
	return [
		received,
		{
			kind: 'settle',
			actionId: newId(),
			content: {
				...given('resultNumber', tidyLine(form.resultNumber)),
				signedBy: form.signedBy,
				recipientName: tidyLine(form.recipientName) || tidyLine(form.person.fullName),
				proxy: form.isProxy,
				...(form.isProxy ? { proxyPaper: tidyLine(form.proxyPaper) } : {}),
				fees: feeLines(procedure, form)
					.filter((line) => line.amount !== undefined)
					.map((line) => ({
						label: line.fee.label,
						units: Number(line.units),
						times: Number(line.times)
					})),
				...given('exemption', tidyLine(form.exemption))
			}
		}
	];
}

function promiseOf(form: IntakeForm, needsDate: boolean) {
	const { blank } = form;
	if (form.usesBlank)
		return {
			blank: {
				number: tidyLine(blank.number),
				receivedAt: `${blank.date}T${blank.time.trim()}`,
				dueDate: blank.dueDate
			}
		};
	return needsDate ? { dueDate: form.dueDate, dueBasis: tidyLine(form.dueBasis) } : {};
}

function supplementStep(
	form: IntakeForm,
	papers: readonly IntakePaper[],
	newId: () => string,
	missingReason: string
): Step {
	const missing = missingPapers(papers);
	return {
		kind: 'supplement',
		actionId: newId(),
		content: {
			lines: missing.map(({ item, reason, originals, certified, copies }) => ({
				id: newId(),
				requirementId: item.id,
				name: item.name,
				verdict: 'missing',
				reason: tidyLine(reason) || missingReason,
				originals: Number(originals) || 0,
				certified: Number(certified) || 0,
				copies: Number(copies) || 0
			})),
			checks: papers.map((paper) => ({
				requirementId: paper.item.id,
				verdict: missing.includes(paper)
					? 'missing'
					: paper.taken
						? 'right'
						: ('not-needed' as const)
			})),
			until: form.until,
			...given('note', tidyText(form.note))
		}
	};
}

/** The member only when there is something in it. */
function given<K extends string>(key: K, value: string): { [key in K]?: string } {
	return (value === '' ? {} : { [key]: value }) as { [key in K]?: string };
}
