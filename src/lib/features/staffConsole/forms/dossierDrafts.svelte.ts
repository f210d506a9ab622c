import type { Counts } from '$lib/domain/checklist/pieces';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { findOpenSupplement, type SupplementLine } from '$lib/domain/dossier/Supplement';
import type { Action } from '$lib/domain/dossier/transitions';
import { viSupplement } from '$lib/i18n/viSupplement';
import { feeCounts, type FeeCount } from './feeCounts';
import { SupplementDraft } from './supplementDraft.svelte';
import { mergeSaved } from './mergeSaved';
import { ReceiveDraft } from './receiveDraft.svelte';
import { ResultPick } from './resultPick.svelte';

/** A line of the open slip as it is handed in at the desk. */
export type BroughtLine = Counts & { id: string; name: string; taken: boolean };

const blankMethod = () => ({
	method: '',
	receiptSeries: '',
	receiptNumber: '',
	transferReference: ''
});

/** The short forms of the page: texts and ticks only. */
const blankTexts = () => ({
	refuse: { reason: '', rightPlace: '' },
	reply: { text: '' },
	withdraw: { reason: '' },
	finish: { resultNumber: '' },
	resume: { dueDate: '', dueBasis: '' },
	return: {
		recipientName: '',
		who: 'self',
		proxyPaper: '',
		postAddress: '',
		postNumber: '',
		carrier: viSupplement.post.carrierDefault as string
	},
	bill: { amount: '', reason: '', documentNumber: '', payTo: '', until: '' },
	paid: blankMethod(),
	fee: { ...blankMethod(), exempt: false, exemption: '', exemptionProof: '' },
	extend: { newDate: '', reason: '' },
	halt: { kind: '', reason: '', basis: '' },
	correct: { reason: '', fault: '', resultNumber: '' }
});

/** Actions that leave the dossier where it stands. */
const ASIDE = ['reply', 'fee', 'extend', 'correct'] as const;

/** True for an action that leaves the dossier where it stands, and with it every other form. */
export function isAside(action: Action): action is (typeof ASIDE)[number] {
	return ASIDE.some((one) => one === action);
}

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
	/** How many of which fee are taken, by label. */
	fees = $state<FeeCount[]>([]);
	/** Names of the originals given back. */
	originals = $state<string[]>([]);

	#roundId: string | undefined;

	constructor(dossier: StaffDossier, newId: () => string) {
		this.receive = new ReceiveDraft(dossier);
		this.result = new ResultPick(newId);
		this.fees = feeCounts(dossier);
		const { postTo } = dossier.payload;
		if (postTo)
			Object.assign(this.texts.return, {
				who: 'post',
				recipientName: dossier.applicant['fullName'] ?? '',
				postAddress: postTo
			});
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
				fees: this.fees,
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
		const { texts, brought, fees } = mergeSaved(this.toJSON(), rest);
		this.texts = texts;
		this.brought = brought;
		this.fees = fees;
		const { originals } = mergeSaved({ originals: [] as { name: string }[] }, rest, { name: '' });
		this.originals = originals.map(({ name }) => name);
	}

	/** One of these was sent: its form is empty again, every other one stays as it is. */
	clear(action: (typeof ASIDE)[number]): void {
		Object.assign(this.texts, { [action]: blankTexts()[action] });
		if (action === 'fee') this.fees = this.fees.map((fee) => ({ ...fee, units: '', times: '1' }));
		if (action === 'correct') this.result.drop();
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
