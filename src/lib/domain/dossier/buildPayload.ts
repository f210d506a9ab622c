import type { Answers } from '../catalogue/Condition.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { caseAnswers, resolveChecklist } from '../checklist/resolveChecklist.ts';
import { tidyLine } from '../shared/tidyText.ts';
import { postToOf } from './delivery.ts';
import type { Draft, PaperMark } from './Draft.ts';
import { isReason, paperStatus, type PaperStatus } from './paperStatus.ts';
import type { CannotGetReason, PaperState, Payload } from './Payload.ts';
import { tidyValue } from './tidyValue.ts';
import { visibleFields, visibleSections } from './validateFields.ts';

/** The answers of the case and the choices of the e-form, together: what conditions of sections and fields read. */
export function formAnswers(procedure: Procedure, draft: Draft): Answers {
	return { ...draft.form, ...caseAnswers(procedure, draft.answers) };
}

/**
 * Freezes a draft into what is submitted: only answers and fields that apply to this case, numbers tidied, empty
 * values left out. `filesOf`: requirement id → ids of the files that show it. The draft must have passed validation.
 */
export function buildPayload(
	procedure: Procedure,
	contentHash: string,
	draft: Draft,
	filesOf: Readonly<Record<string, string[]>>
): Payload {
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
	const postTo = postToOf(applicant);
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
		...(postTo ? { postTo } : {}),
		papers: resolveChecklist(procedure, draft.answers).items.map((item) => {
			const files = filesOf[item.id] ?? [];
			return {
				requirementId: item.id,
				...stateOf(paperStatus(item, draft, files.length), draft.papers[item.id]),
				...(files.length > 0 ? { files } : {})
			};
		})
	};
}

function stateOf(
	status: PaperStatus,
	mark: PaperMark | undefined
): { state: PaperState; reason?: CannotGetReason } {
	if (status === 'photographed') return { state: 'ready' };
	return status === 'cannot-get' && isReason(mark)
		? { state: status, reason: mark }
		: { state: status };
}
