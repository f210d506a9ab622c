import { APPLICANT_FIELDS } from '$lib/domain/dossier/applicantSection';
import { formAnswers } from '$lib/domain/dossier/buildPayload';
import { deliveryFields } from '$lib/domain/dossier/delivery';
import {
	findFieldFault,
	visibleFields,
	visibleSections,
	type FieldFault
} from '$lib/domain/dossier/validateFields';
import type { Draft } from '$lib/domain/dossier/Draft';
import type { FormField } from '$lib/domain/catalogue/EForm';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import type { Office } from '$lib/domain/dossier/Receipt';
import { vi } from '$lib/i18n/vi';

/** The page of the applicant's own details, last before checking. */
export const APPLICANT_PAGE = 'nguoi-nop';
export const CHECK_PAGE = 'kiem-tra';
/** In the address of a page opened from the check page: afterwards one returns there. */
export const CORRECTING = 'sua';
/** Where the dossier goes; asked only where there is a choice. */
export const OFFICE_FIELD = 'noi-nop';

/** One page of the form: a section of the e-form, or the applicant. */
export type FormPage = {
	id: string;
	title: string;
	help?: string;
	fields: { field: FormField; value: string }[];
};

/** A fault with the id of its field and its words. */
export type FieldError = { id: string; message: string };

/** The pages of this case, in order, with what has been typed so far. */
export function formPages(
	procedure: Procedure,
	draft: Draft,
	offices: readonly Office[]
): FormPage[] {
	const answers = formAnswers(procedure, draft);
	const sections = visibleSections(procedure.eForm?.sections ?? [], answers).map((section) => ({
		id: section.id,
		title: section.title,
		help: section.help,
		fields: visibleFields(section, answers).map((field) => ({
			field,
			value: draft.form[field.id] ?? ''
		}))
	}));
	// Done at the counter: the sheet is only shown there, and the officer sees who stands before them.
	if (procedure.onlineLevel === 'none') return sections;
	return [
		...sections,
		{
			id: APPLICANT_PAGE,
			title: vi.form.applicant,
			help: vi.form.applicantHelp,
			fields: [
				...APPLICANT_FIELDS.map((field) => ({ field, value: draft.applicant[field.id] })),
				...(offices.length > 1 ? [{ field: officeField(offices), value: draft.agencyCode }] : []),
				...deliveryFields(draft.applicant)
			]
		}
	];
}

function officeField(offices: readonly Office[]): FormField {
	return {
		id: OFFICE_FIELD,
		type: 'choice',
		label: vi.form.office,
		required: true,
		options: offices.map((office) => ({ value: office.code, label: office.name }))
	};
}

/** What is wrong on a page; `today` is the local date. Empty = nothing. */
export function pageErrors(page: FormPage, today: string): FieldError[] {
	return page.fields.flatMap(({ field, value }) => {
		const fault = findFault(field, value, today);
		return fault ? [{ id: field.id, message: faultText(field.label, fault) }] : [];
	});
}

function findFault(field: FormField, value: string, today: string): FieldFault | undefined {
	const fault = findFieldFault(field, value, today);
	if (fault || field.id !== 'email' || !value.trim()) return fault;
	return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value.trim()) ? undefined : { kind: 'email' };
}

/** A fault of a field in words that say what to do. */
export function faultText(label: string, fault: FieldFault): string {
	const words = vi.form.fault;
	if (fault.kind === 'number-out-of-range') return words[fault.kind](label, fault.min, fault.max);
	if (fault.kind === 'too-long') return words[fault.kind](label, fault.maxLength);
	return words[fault.kind](label);
}
