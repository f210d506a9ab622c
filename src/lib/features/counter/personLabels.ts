import { viCounter } from '$lib/i18n/viCounter';

const labels: Record<string, string> = {
	fullName: viCounter.person.fullName,
	phone: viCounter.person.phone,
	citizenId: viCounter.person.citizenId,
	address: viCounter.person.address,
	email: viCounter.person.email
};

/** The desk's word for a field of the applicant; the label of any other field is its own word. */
export function findApplicantLabel(field: string): string {
	return labels[field] ?? field;
}
