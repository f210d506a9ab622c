import type { Presence } from '$lib/data/ports/DeskRouting';
import type { Result } from '$lib/domain/shared/Result';
import type { DossierState } from '../dossier/dossierState.svelte';
import type { StaffSession } from '../staffSession.svelte';

/** Who else has the dossier on screen open. */
export class PresenceState {
	others = $state.raw<string[]>([]);
	readonly #desk: Pick<DossierState, 'dossier' | 'busy' | 'load'>;
	readonly #session: Pick<StaffSession, 'phase' | 'watch'>;
	readonly #note: () => Promise<Result<Presence>>;

	constructor(
		desk: Pick<DossierState, 'dossier' | 'busy' | 'load'>,
		session: Pick<StaffSession, 'phase' | 'watch'>,
		note: () => Promise<Result<Presence>>
	) {
		this.#desk = desk;
		this.#session = session;
		this.#note = note;
	}

	/** Says that I have it open and hears who else has; fetches it when it moved, but not under an action of mine. */
	async tell(): Promise<void> {
		if (this.#session.phase !== 'signed-in') return;
		const answer = this.#session.watch(await this.#note());
		this.others = answer.ok ? answer.value.others : [];
		const known = this.#desk.dossier?.version;
		if (answer.ok && known !== undefined && answer.value.version > known && !this.#desk.busy)
			await this.#desk.load();
	}
}
