import type { Services } from '$lib/app/context';
import type { DeskKeeper, DeskQueue } from '$lib/data/ports/DeskQueue';
import type { DeskStore } from '$lib/data/ports/DeskStore';
import type { StaffDesk } from '$lib/data/ports/StaffDesk';
import type { StaffMember } from '$lib/domain/dossier/StaffDossier';
import { isDone, type Chain } from '$lib/domain/intake/Chain';
import type { AppError, Result } from '$lib/domain/shared/Result';

type WorkServices = Pick<Services, 'loadDeskKeeper' | 'startChainSender'>;
type Sender = Awaited<ReturnType<Services['startChainSender']>>;

/** What one officer has on this PC: what is being typed, and matters on their way to the server. */
export class DeskWork {
	/** Oldest first; answered ones stay until they are put away. */
	chains = $state.raw<Chain[]>([]);
	/** A sending round is under way. */
	sending = $state(false);
	readonly store: DeskStore;
	/** False where the browser keeps nothing beyond this tab. */
	readonly isKept: boolean;
	readonly #keeper: DeskKeeper;
	readonly #queue: DeskQueue;
	readonly #sender: Sender;
	readonly #staffId: string;
	readonly #stopWatching: () => void;

	private constructor(keeper: DeskKeeper, sender: Sender, staffId: string) {
		this.#keeper = keeper;
		this.#sender = sender;
		this.#staffId = staffId;
		this.isKept = keeper.isKept;
		this.store = keeper.storeOf(staffId);
		this.#queue = keeper.queueOf(staffId);
		this.#stopWatching = this.#queue.watch((chains) => (this.chains = chains));
	}

	/** Opens what the officer left here; `send` then goes on with it. */
	static async open(
		services: WorkServices,
		member: StaffMember,
		desk: StaffDesk,
		onerror: (error: AppError) => void
	): Promise<DeskWork> {
		const keeper = await services.loadDeskKeeper();
		await keeper.enter(member);
		const sender = await services.startChainSender(keeper, member.id, desk, onerror);
		return new DeskWork(keeper, sender, member.id);
	}

	/** Not answered to the end: on their way, resting, or refused. */
	get unsent(): Chain[] {
		return this.chains.filter((chain) => !isDone(chain));
	}

	/** Keeps a matter, in place of the one it mends, and sends it. Fails only when this PC could not keep it. */
	async add(chain: Chain, mends: string): Promise<Result<null>> {
		const kept = await this.#queue.add(chain, mends || undefined);
		if (kept.ok) void this.send();
		return kept;
	}

	/** Tries everything that is not refused, also what rests. */
	async send(): Promise<void> {
		this.sending = true;
		await this.#sender.run('all');
		this.sending = false;
	}

	async remove(id: string): Promise<void> {
		await this.#queue.remove(id);
	}

	/** How many forms were begun and never sent. */
	begun(): Promise<number> {
		return this.#keeper.begun(this.#staffId);
	}

	/** Stops sending and removes everything of this officer from the PC. */
	async leave(): Promise<void> {
		this.#sender.stop();
		this.#stopWatching();
		await this.#keeper.leave(this.#staffId);
	}
}
