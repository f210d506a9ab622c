import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { postToOf } from '$lib/domain/dossier/delivery';
import type { ApplicantInput, Draft } from '$lib/domain/dossier/Draft';
import { formatDate, formatTime } from '$lib/i18n/format';
import { viSending } from '$lib/i18n/viSending';

type Row = { key: string; value: string };

/**
 * What was typed as a page of plain HTML that any browser opens and prints; without the procedure the fields keep their
 * own ids. `photos` are the names of the files saved beside it.
 */
export function describeCopy(
	draft: Draft,
	procedure: Procedure | undefined,
	photos: readonly Row[],
	now: Date
): string {
	const text = viSending.copy;
	const heading = text.heading(procedure?.shortTitle ?? draft.procedureCode);
	return [
		'<!doctype html>',
		`<html lang="vi"><head><meta charset="utf-8"><title>${escape(heading)}</title></head><body>`,
		`<h1>${escape(heading)}</h1>`,
		`<p><strong>${escape(text.notFiled)}</strong> ${escape(text.made(formatTime(now.toISOString())))}</p>`,
		section(text.applicant, applicantRows(draft.applicant)),
		section(text.answers, answerRows(draft, procedure)),
		section(text.form, formRows(draft, procedure)),
		photos.length > 0
			? section(text.photos, photos)
			: `<h2>${escape(text.photos)}</h2><p>${escape(text.photosNone)}</p>`,
		'</body></html>'
	].join('\n');
}

function applicantRows(applicant: ApplicantInput): Row[] {
	const labels = viSending.copy.applicantRows;
	return [
		...(Object.keys(labels) as (keyof typeof labels)[]).map((key) => ({
			key: labels[key],
			value: applicant[key]
		})),
		{ key: viSending.copy.postTo, value: postToOf(applicant) ?? '' }
	];
}

function answerRows({ answers }: Draft, procedure: Procedure | undefined): Row[] {
	return Object.entries(answers).map(([id, value]) => {
		const question = procedure?.questions.find((one) => one.id === id);
		const option = question?.options.find((one) => one.value === value);
		return { key: question?.text ?? id, value: option?.label ?? value };
	});
}

function formRows({ form }: Draft, procedure: Procedure | undefined): Row[] {
	const fields = (procedure?.eForm?.sections ?? []).flatMap((section) => section.fields);
	return Object.entries(form).map(([id, value]) => {
		const field = fields.find((one) => one.id === id);
		const option = field?.options?.find((one) => one.value === value);
		const words = field?.type === 'date' ? formatDate(value) : value;
		return { key: field?.label ?? id, value: option?.label ?? words };
	});
}

function section(title: string, rows: readonly Row[]): string {
	const lines = rows
		.filter(({ value }) => value.trim() !== '')
		.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`);
	return `<h2>${escape(title)}</h2><dl>${lines.join('')}</dl>`;
}

/** Typed text is text: nothing in it may become a tag of the copy. */
function escape(text: string): string {
	const entities: Record<string, string> = {
		'&': '&amp;',
		'<': '&lt;',
		'>': '&gt;',
		'"': '&quot;'
	};
	return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
