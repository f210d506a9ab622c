import { createContext } from 'svelte';
import type { Services } from '$lib/app/context';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import type { AppError, Result } from '$lib/domain/shared/Result';
import { QueueState } from './queueState.svelte';

/**
 * `expired`: somebody was signed in and the server no longer knows it; what was typed stays, hidden.
 * `shut-out`: the account was suspended while it worked; nothing of the screens stays.
 */
export type SessionPhase =
	'loading' | 'unreachable' | 'signed-out' | 'signed-in' | 'expired' | 'shut-out';

type SessionServices = Pick<Services, 'loadStaffDesk' | 'hashBytes' | 'now' | 'newId'> & {
	/** Where unsent words are kept on this PC, when it can keep any. */
	deskStore?: DeskStore;
};

/** Who works at this desk, and what lives as long as they do: the server's desk and the queue. */
export class StaffSession {
	phase = $state<SessionPhase>('loading');
	me = $state.raw<StaffMember | null>(null);
	readonly services: SessionServices;
	readonly queue: QueueState;
	#desk: StaffDesk | undefined;

	constructor(services: SessionServices) {
		this.services = services;
		this.queue = new QueueState(this);
	}

	get store(): DeskStore | undefined {
		return this.services.deskStore;
	}

	/** The server's desk; only screens behind the sign-in ask for it, and by then it is loaded. */
	get desk(): StaffDesk {
		if (!this.#desk) throw new Error('the staff desk is not loaded');
		return this.#desk;
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
		if (found.ok) this.#enter(found.value);
		else this.phase = found.error.kind === 'unauthorized' ? 'signed-out' : 'unreachable';
	}

	/** Signs in; the error when it fails. A different person than before starts with an empty page. */
	async signIn(email: string, password: string): Promise<AppError | undefined> {
		const answer = await this.desk.signIn(email, password);
		if (!answer.ok) return answer.error;
		if (this.me && this.me.id !== answer.value.id) location.reload();
		else this.#enter(answer.value);
		return undefined;
	}

	/** Ends the session and leaves this page by a full load, so that nothing stays in memory either. */
	async signOut(): Promise<void> {
		await this.desk.signOut();
		location.replace('/can-bo');
	}

	/** Notices an answer that says the session is over or the account suspended, then hands the answer on. */
	watch<T>(answer: Result<T>): Result<T> {
		if (!answer.ok && answer.error.kind === 'unauthorized' && this.phase === 'signed-in') {
			this.phase = 'expired';
		}
		if (!answer.ok && answer.error.key === 'not-staff') this.phase = 'shut-out';
		return answer;
	}

	#enter(member: StaffMember | null) {
		this.me = member;
		this.phase = member ? 'signed-in' : 'signed-out';
	}
}

export const [getStaffSession, setStaffSession] = createContext<StaffSession>();
