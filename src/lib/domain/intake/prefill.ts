import type { SnapshotEntry } from '../catalogue/Snapshot.ts';
import { decodeChecklist } from '../checklist/checklistCode.ts';
import type { CounterPerson, KnownPerson } from './Intake.ts';
import { withProcedure, type IntakeForm } from './IntakeForm.ts';
import type { Scanned } from './Scanned.ts';

/**
 * What a scan makes of the form. `problem`: `unknown-procedure` = not in this PC's catalogue; `outdated` = made from
 * another version, only the procedure is taken over; `malformed` = no code of ours, nothing changes.
 */
export type Prefilled = {
	form: IntakeForm;
	problem?: 'unknown-procedure' | 'outdated' | 'malformed';
};

/** Takes a scan over into the form. What was typed and is not in the scan stays; nothing is ticked as handed in. */
export function prefillFrom(
	scanned: Extract<Scanned, { kind: 'checklist' | 'person' }>,
	form: IntakeForm,
	entry: SnapshotEntry | undefined
): Prefilled {
	if (scanned.kind === 'person') return { form: withPerson(form, scanned.person, 'person-code') };
	if (!entry) return { form, problem: 'unknown-procedure' };
	const chosen = withProcedure(form, scanned.procedureCode);
	const read = decodeChecklist(entry.procedure, entry.contentHash, scanned);
	if (!read.ok) {
		const outdated = read.error.kind === 'outdated';
		return outdated ? { form: chosen, problem: 'outdated' } : { form, problem: 'malformed' };
	}
	const { answers, marks } = read.value;
	return {
		form: {
			...chosen,
			source: chosen.source === 'typed' ? 'checklist' : chosen.source,
			answers,
			said: Object.keys(marks).filter((id) => ['ready', 'photographed'].includes(marks[id] ?? ''))
		}
	};
}

/** The person of an earlier dossier or of a code; empty members of theirs do not wipe what was typed. */
export function withPerson(
	form: IntakeForm,
	person: CounterPerson | KnownPerson,
	source: 'person-code' | 'earlier'
): IntakeForm {
	const typed = form.person;
	return {
		...form,
		source,
		person: {
			fullName: person.fullName || typed.fullName,
			phone: person.phone || typed.phone,
			citizenId: person.citizenId || typed.citizenId,
			address: person.address || typed.address,
			email: person.email || typed.email
		}
	};
}
