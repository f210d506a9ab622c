import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import type { Outbox } from '$lib/data/ports/Outbox';

/** The end of a tab: before (`isDone` false) or after the call to storage or network that is number `calls` from now. */
export type Death = { calls: number; isDone: boolean };

export type MortalTab = {
	/** The port as this tab sees it: every call may be its last, and a dead tab's calls never return. */
	wrap<T extends object>(port: T): T;
	/** Gives the task's end, or the tab's, whichever comes first: a dead tab holds no lock. */
	live(task: () => Promise<void>): Promise<void>;
	doom(death: Death): void;
	kill(): void;
	isDead(): boolean;
};

/** A browser tab that can be killed between any two things it does, as phones do when memory is short. */
export function createMortalTab(onDeath: () => void): MortalTab {
	let isDead = false;
	let doomed: Death | undefined;
	let release = () => {};
	const end = new Promise<void>((resolve) => (release = resolve));
	const never = new Promise<never>(() => undefined);

	function kill(): void {
		if (isDead) return;
		isDead = true;
		release();
		onDeath();
	}

	async function call(work: () => unknown): Promise<unknown> {
		if (isDead) return never;
		const last = doomed && (doomed.calls -= 1) < 0 ? doomed : undefined;
		if (!last || last.isDone) {
			const answer = await work();
			if (!last && !isDead) return answer;
		}
		kill();
		return never;
	}

	return {
		wrap<T extends object>(port: T): T {
			return new Proxy(port, {
				get: (target, name, receiver) => {
					const member: unknown = Reflect.get(target, name, receiver);
					if (typeof member !== 'function') return member;
					return (...args: unknown[]) => call(() => Reflect.apply(member, target, args));
				}
			});
		},
		live: (task) => Promise.race([isDead ? never : task(), end]),
		doom: (death) => void (doomed = { ...death }),
		kill,
		isDead: () => isDead
	};
}

/** Ports that note what must never happen on the wire: a draft, or a row that does not say it was sent. */
export function watchWire(
	gateway: CitizenGateway,
	outbox: Outbox & {
		rows: Map<string, Pick<OutboxItem, 'openSent' | 'files'>>;
		drafts: Map<string, unknown>;
		answerDrafts: Map<string, unknown>;
	},
	faults: string[]
): CitizenGateway {
	let calls = 0;
	function look(id: string): void {
		// No sequence needs so many; without this an endless loop would hang the test instead of failing it.
		if ((calls += 1) > 2_000) {
			faults.push('calls without an end');
			throw new Error('calls without an end');
		}
		if (outbox.drafts.has(id) || outbox.answerDrafts.has(id))
			faults.push(`the draft ${id} went out`);
		if (outbox.rows.get(id)?.openSent === false) faults.push(`${id} went out without a note`);
	}
	return {
		...gateway,
		openSubmission(request) {
			look(request.id);
			return gateway.openSubmission(request);
		},
		uploadFile(request) {
			// The file of an answer is stored under its dossier's id.
			const owner = [...outbox.rows].find(([, { files }]) =>
				files.some(({ fileId }) => fileId === request.fileId)
			);
			look(owner?.[0] ?? request.submissionId);
			return gateway.uploadFile(request);
		},
		openAnswer(request) {
			look(request.id);
			return gateway.openAnswer(request);
		},
		finalizeAnswer(request) {
			look(request.id);
			return gateway.finalizeAnswer(request);
		},
		finalizeSubmission(request) {
			look(request.id);
			return gateway.finalizeSubmission(request);
		}
	};
}
