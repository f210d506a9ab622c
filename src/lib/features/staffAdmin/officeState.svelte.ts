import { createContext } from 'svelte';
import type { StaffOffice } from '$lib/data/ports/StaffOffice';
import type { StaffList, StaffPerson } from '$lib/domain/access/StaffPerson';
import { askPort, type AnswerWatch } from '$lib/domain/shared/askPort';
import { fold } from '$lib/domain/shared/fold';
import { ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { viStaffAdmin } from '$lib/i18n/viStaffAdmin';
import { roleNames, stateOf } from './officeWords';

/** The people and departments of the agency: loaded once, read again after every change. */
export class OfficeState {
	list = $state.raw<StaffList>();
	failure = $state.raw<AppError>();
	/** The text of the filter box; it stays when a person is opened and closed again. */
	typed = $state('');
	readonly people = $derived(this.#filter());
	readonly #session: AnswerWatch;
	readonly #loadOffice: () => Promise<StaffOffice>;

	constructor(session: AnswerWatch, loadOffice: () => Promise<StaffOffice>) {
		this.#session = session;
		this.#loadOffice = loadOffice;
	}

	async load(): Promise<void> {
		const answer = await this.ask((office) => office.list());
		if (answer.ok) this.list = answer.value;
		this.failure = answer.ok ? undefined : answer.error;
	}

	/** Asks the office once; a session that is over is noticed on the way. */
	async ask<T>(work: (office: StaffOffice) => Promise<Result<T>>): Promise<Result<T>> {
		return this.#session.watch(await askPort(this.#loadOffice, work));
	}

	/** Changes something and reads the list again, also after a refusal: somebody else may have been faster. */
	async change<T>(work: (office: StaffOffice) => Promise<Result<T>>): Promise<Result<T>> {
		const answer = await this.ask(work);
		if (answer.ok || answer.error.kind === 'conflict' || answer.error.kind === 'not-found')
			await this.load();
		return answer.ok ? ok(answer.value) : answer;
	}

	find(id: string): StaffPerson | undefined {
		return this.list?.staff.find((person) => person.id === id);
	}

	departmentName(id: string | null): string {
		const department = this.list?.departments.find((each) => each.id === id);
		return department?.name ?? viStaffAdmin.list.noDepartment;
	}

	#filter(): StaffPerson[] {
		const wanted = fold(this.typed).split(' ').filter(Boolean);
		return (this.list?.staff ?? []).filter((person) => {
			const text = fold(
				[
					person.fullName,
					person.title,
					person.phone,
					person.email ?? '',
					this.departmentName(person.departmentId),
					roleNames(person.roles),
					stateOf(person).text
				].join(' ')
			);
			return wanted.every((part) => text.includes(part));
		});
	}
}

export const [getOffice, setOffice] = createContext<OfficeState>();
