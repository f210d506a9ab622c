import type { ResultFile } from '$lib/domain/dossier/ResultFile';
import { viSupplement } from '$lib/i18n/viSupplement';
import type { StaffSession } from '../staffSession.svelte';

/** Fetches a stored result to look at. `close` lets go of its bytes. */
export class ResultOpening {
	address = $state<string | undefined>();
	busy = $state(false);
	error = $state<string | undefined>();
	readonly #session: StaffSession;
	#closed = false;

	constructor(session: StaffSession) {
		this.#session = session;
	}

	/** `reason`: why, when the dossier has ended. */
	async fetch(dossierId: string, file: ResultFile, reason: string): Promise<void> {
		if (this.busy || this.address) return;
		this.busy = true;
		this.error = undefined;
		const { desk, services } = this.#session;
		const answer = this.#session.watch(
			await desk.openResult(dossierId, file, services.hashBytes, reason || undefined)
		);
		this.busy = false;
		if (this.#closed) return;
		if (answer.ok) this.address = URL.createObjectURL(answer.value);
		else
			this.error =
				answer.error.key === 'file-differs'
					? viSupplement.result.damaged
					: viSupplement.result.failed;
	}

	close(): void {
		this.#closed = true;
		if (this.address) URL.revokeObjectURL(this.address);
	}
}
