import type { Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import {
	caseAnswers,
	resolveChecklist,
	type ChecklistItem
} from '../checklist/resolveChecklist.ts';
import { tidyLine } from '../shared/tidyText.ts';
import type { Draft } from './Draft.ts';
import type { PaperState, Payload } from './Payload.ts';
import { tidyValue } from './tidyValue.ts';
import { visibleFields, visibleSections } from './validateFields.ts';

/** The answers of the case and the choices of the e-form, together: what conditions of sections and fields read. */
export function formAnswers(procedure: Procedure, draft: Draft): Answers {
	return { ...draft.form, ...caseAnswers(procedure, draft.answers) };
}

/** What the citizen says of a paper; a looked-up or form-built paper needs nothing. */
export function paperState(item: ChecklistItem, draft: Draft): PaperState {
	if (item.kind === 'data-lookup' || item.builtByForm) return 'nothing-to-bring';
	return draft.papers[item.id] ?? 'missing';
}

/**
 * Freezes a draft into what is submitted: only answers and fields that apply to this case, numbers tidied, empty
 * values left out. The draft must have passed validation.
 */
export function buildPayload(procedure: Procedure, contentHash: string, draft: Draft): Payload {
	const answers = formAnswers(procedure, draft);
	const form: Record<string, string> = {};
	for (const section of visibleSections(procedure.eForm?.sections ?? [], answers)) {
		for (const field of visibleFields(section, answers)) {
			const value = tidyValue(field.type, draft.form[field.id] ?? '');
			if (value !== '') form[field.id] = value;
		}
	}
	const subjectAddress = form[procedure.eForm?.subjectAddressField ?? ''];
	const { applicant } = draft;
	const fullName = tidyLine(applicant.fullName);
	const email = tidyLine(applicant.email);
	return {
		procedureCode: procedure.code,
		contentHash,
		...(draft.agencyCode ? { agencyCode: draft.agencyCode } : {}),
		answers: Object.fromEntries(
			Object.entries(caseAnswers(procedure, draft.answers)).filter(
				(entry): entry is [string, string] => Boolean(entry[1])
			)
		),
		form,
		applicant: {
			fullName,
			phone: tidyValue('phone', applicant.phone),
			citizenId: tidyValue('citizen-id', applicant.citizenId),
			address: tidyLine(applicant.address),
			...(email ? { email } : {})
		},
		subject: (procedure.eForm ? form[procedure.eForm.subjectField] : undefined) ?? fullName,
		...(subjectAddress ? { subjectAddress } : {}),
		papers: resolveChecklist(procedure, draft.answers).items.map((item) => ({
			requirementId: item.id,
			state: paperState(item, draft)
		}))
	};
}
