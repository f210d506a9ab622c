import type { Services } from '$lib/app/context';
import { BlankSlip } from '$lib/domain/intake/Intake';
import { tidyLine } from '$lib/domain/shared/tidyText';
import { refusalWords, type getStaffSession } from '$lib/features/staffConsole';
import { viCounter } from '$lib/i18n/viCounter';

const COPY = 'cache:blanks';
const MOST = 50;
const SHORTEST_REASON = 3;

/** The numbered blank slips of the office that are neither used nor voided; a copy is kept for an outage. */
export class BlanksState {
	/** Undefined until something is known. */
	list = $state.raw<BlankSlip[] | undefined>();
	failed = $state(false);
	/** The list is a copy from before the line went. */
	isStale = $state(false);
	busy = $state(false);
	errors = $state.raw<{ id: string; message: string }[]>([]);
	readonly #session: ReturnType<typeof getStaffSession>;
	readonly #newId: Services['newId'];
	/** Kept until answered, so that a repeated press takes no second set of numbers. */
	#actionId: string | undefined;

	constructor(session: ReturnType<typeof getStaffSession>, services: Pick<Services, 'newId'>) {
		this.#session = session;
		this.#newId = services.newId;
	}

	async load(): Promise<void> {
		const answer = this.#session.watch(await this.#session.desk.openBlanks());
		this.failed = !answer.ok;
		if (answer.ok) this.#show(answer.value);
		else {
			const copy: unknown = await this.#session.store.load(COPY);
			if (Array.isArray(copy))
				this.list = copy.flatMap((row) => BlankSlip.safeParse(row).data ?? []);
			this.isStale = this.list !== undefined;
		}
	}

	/** Takes the next numbers; pressed again after a lost answer it gives the same ones. */
	async reserve(typed: string): Promise<void> {
		if (this.busy) return;
		const count = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
		this.errors =
			count >= 1 && count <= MOST ? [] : [{ id: 'count', message: viCounter.blanks.countInvalid }];
		if (this.errors.length > 0) return;
		this.busy = true;
		this.#actionId ??= this.#newId();
		const answer = this.#session.watch(
			await this.#session.desk.reserveBlanks({ actionId: this.#actionId, count })
		);
		this.busy = false;
		if (answer.ok) {
			this.#actionId = undefined;
			await this.load();
		} else this.errors = [{ id: 'count', message: refusalWords(answer.error) }];
	}

	/** Voids a spoilt slip; true when it is done. */
	async cancel(number: string, typed: string): Promise<boolean> {
		const reason = tidyLine(typed);
		this.errors =
			reason.length >= SHORTEST_REASON
				? []
				: [{ id: 'void-reason', message: viCounter.blanks.reasonMissing }];
		if (this.errors.length > 0) return false;
		const answer = this.#session.watch(await this.#session.desk.voidBlank({ number, reason }));
		if (answer.ok) await this.load();
		else this.errors = [{ id: 'void-reason', message: refusalWords(answer.error) }];
		return answer.ok;
	}

	#show(list: BlankSlip[]): void {
		this.list = list;
		this.isStale = false;
		this.#session.store.save(COPY, list);
	}
}
