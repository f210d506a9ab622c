import { createContext } from 'svelte';
import type { Services } from '$lib/app/context';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { Unsent } from '$lib/data/ports/DeskQueue';
import { StaffMember } from '$lib/domain/dossier/StaffDossier';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { DeskWork } from './deskWork.svelte';
import { QueueState } from './queue/queueState.svelte';

/**
 * `expired`: somebody was signed in and the server no longer knows it; what was typed stays, hidden.
 * `shut-out`: the account was suspended while it worked; nothing of the screens stays.
 */
export type SessionPhase =
	'loading' | 'unreachable' | 'signed-out' | 'signed-in' | 'expired' | 'shut-out';

type SessionServices = Pick<
	Services,
	| 'loadStaffDesk'
	| 'loadStaffRecords'
	| 'loadSeldomPorts'
	| 'loadDeskKeeper'
	| 'startChainSender'
	| 'tabStorage'
	| 'hashBytes'
	| 'now'
	| 'newId'
>;

/** Who works in this tab, so that a reload during an outage still knows; the server decides as soon as it answers. */
const ME_KEY = 'mot-cua.staff-member';

/** Who works at this desk, and what lives as long as they do: the server's desk and the queue. */
export class StaffSession {
	phase = $state<SessionPhase>('loading');
	me = $state.raw<StaffMember | null>(null);
	/** The server did not answer when this page was opened; what is sent waits on this PC. */
	withoutLine = $state(false);
	/** What this officer has on this PC. */
	work = $state.raw<DeskWork | undefined>();
	readonly services: SessionServices;
	readonly queue: QueueState;
	#desk: StaffDesk | undefined;

	constructor(services: SessionServices) {
		this.services = services;
		this.queue = new QueueState(this);
	}

	/** The server's desk; only screens behind the sign-in ask for it, and by then it is loaded. */
	get desk(): StaffDesk {
		if (!this.#desk) throw new Error('the staff desk is not loaded');
		return this.#desk;
	}

	/** What this officer is typing, kept on this PC; only screens behind the sign-in ask for it. */
	get store(): DeskStore {
		if (!this.work) throw new Error('nobody works at this desk');
		return this.work.store;
	}

	/** Finds out who is signed in; on a dead line the phase says so and `load` may be called again. */
	async load(): Promise<void> {
		this.phase = 'loading';
		try {
			this.#desk ??= await this.services.loadStaffDesk();
		} catch {
			this.phase = 'unreachable';
			return;
		}
		const found = await this.#desk.findMe();
		this.withoutLine = !found.ok && found.error.kind !== 'unauthorized';
		const member = found.ok ? found.value : this.withoutLine ? this.#recall() : null;
		if (found.ok || member) await this.#enter(member);
		else this.phase = this.withoutLine ? 'unreachable' : 'signed-out';
	}

	/** Signs in; the error when it fails. A different person than before starts with an empty page. */
	async signIn(email: string, password: string): Promise<AppError | undefined> {
		const answer = await this.desk.signIn(email, password);
		if (!answer.ok) return answer.error;
		if (this.me && this.me.id !== answer.value.id) location.reload();
		else await this.#enter(answer.value);
		return undefined;
	}

	/** Whose matters wait on this PC, for the sign-in page. */
	async unsent(): Promise<Unsent[]> {
		const keeper = await this.services.loadDeskKeeper();
		return keeper.unsent();
	}

	/**
	 * Removes everything of this officer from the PC, unsent or not, ends the session and leaves this page by a full
	 * load, so that nothing stays in memory either.
	 */
	async signOut(): Promise<void> {
		await this.work?.leave();
		this.services.tabStorage().removeItem(ME_KEY);
		await this.desk.signOut();
		location.replace('/can-bo');
	}

	/** Notices an answer that says the session is over or the account suspended, then hands the answer on. */
	watch<T>(answer: Result<T>): Result<T> {
		if (answer.ok) this.withoutLine = false;
		if (!answer.ok && answer.error.kind === 'unauthorized' && this.phase === 'signed-in') {
			this.phase = 'expired';
		}
		if (!answer.ok && answer.error.key === 'not-staff') this.phase = 'shut-out';
		return answer;
	}

	async #enter(member: StaffMember | null): Promise<void> {
		const storage = this.services.tabStorage();
		if (member) storage.setItem(ME_KEY, JSON.stringify(member));
		else storage.removeItem(ME_KEY);
		if (member) {
			this.work ??= await DeskWork.open(this.services, member, this.desk, (error) =>
				this.watch({ ok: false, error })
			);
			// Whatever waited for a valid session goes on.
			void this.work.send();
		}
		this.me = member;
		this.phase = member ? 'signed-in' : 'signed-out';
	}

	#recall(): StaffMember | null {
		try {
			const text = this.services.tabStorage().getItem(ME_KEY);
			return StaffMember.safeParse(JSON.parse(text ?? 'null')).data ?? null;
		} catch {
			return null;
		}
	}
}

export const [getStaffSession, setStaffSession] = createContext<StaffSession>();
