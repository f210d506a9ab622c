import type { Counts } from '$lib/domain/checklist/pieces';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { findOpenSupplement, type SupplementLine } from '$lib/domain/dossier/Supplement';
import { SupplementDraft } from './supplementDraft.svelte';
import { mergeSaved } from './mergeSaved';
import { ReceiveDraft } from './receiveDraft.svelte';
import { ResultPick } from './resultPick.svelte';

/** A line of the open slip as it is handed in at the desk. */
export type BroughtLine = Counts & { id: string; name: string; taken: boolean };

/** The short forms of the page: texts and ticks only. */
const blankTexts = () => ({
	refuse: { reason: '', rightPlace: '' },
	reply: { text: '' },
	withdraw: { reason: '' },
	finish: { resultNumber: '' },
	resume: { dueDate: '', dueBasis: '' },
	return: { recipientName: '', who: 'self', proxyPaper: '' }
});

/**
 * Everything typed on the page of one dossier and not sent yet. It lives beside the dossier: a newer copy of that never
 * wipes it. `toJSON` and `restore` keep it on the PC; a chosen file is not kept.
 */
export class DossierDrafts {
	readonly receive: ReceiveDraft;
	readonly supplement = new SupplementDraft();
	readonly result: ResultPick;
	texts = $state(blankTexts());
	/** What is handed in at the desk of the open slip. */
	brought = $state<BroughtLine[]>([]);
	/** Names of the originals given back. */
	originals = $state<string[]>([]);

	#roundId: string | undefined;

	constructor(dossier: StaffDossier, newId: () => string) {
		this.receive = new ReceiveDraft(dossier);
		this.result = new ResultPick(newId);
		this.follow(dossier);
	}

	/** Another round of asking for papers began or ended: what can be handed in is what that one asks for. */
	follow(dossier: StaffDossier): void {
		const round = findOpenSupplement(dossier.supplements);
		if (round?.id === this.#roundId) return;
		this.#roundId = round?.id;
		this.brought = (round?.lines ?? []).map(broughtLine);
	}

	toJSON() {
		return {
			receive: this.receive.toJSON(),
			supplement: this.supplement.toJSON(),
			...$state.snapshot({
				texts: this.texts,
				brought: this.brought,
				originals: this.originals.map((name) => ({ name }))
			})
		};
	}

	/** Takes over what was kept; anything damaged or of another form is left out. */
	restore(saved: unknown): void {
		if (typeof saved !== 'object' || saved === null) return;
		const { receive, supplement, ...rest } = saved as Record<string, unknown>;
		this.receive.restore(receive);
		this.supplement.restore(supplement);
		const mine = { texts: this.toJSON().texts, brought: this.toJSON().brought };
		const { texts, brought } = mergeSaved(mine, rest);
		this.texts = texts;
		this.brought = brought;
		const { originals } = mergeSaved({ originals: [] as { name: string }[] }, rest, { name: '' });
		this.originals = originals.map(({ name }) => name);
	}

	/** A reply was sent: it leaves the dossier where it stands and every other form as it is. */
	clearReply(): void {
		this.texts.reply = blankTexts().reply;
	}
}

function broughtLine({ id, name, originals, certified, copies }: SupplementLine): BroughtLine {
	return {
		id,
		name,
		taken: false,
		originals: String(originals),
		certified: String(certified),
		copies: String(copies)
	};
}
