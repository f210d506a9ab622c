import type { AnswerStore } from '$lib/data/ports/AnswerStore';
import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { DraftStore } from '$lib/data/ports/DraftStore';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { PagePreparer } from '$lib/data/ports/PagePreparer';
import type { PageStore } from '$lib/data/ports/PageStore';
import type { PhoneStore } from '$lib/data/ports/PhoneStore';

/** What this phone keeps. */
export type LocalStores = {
	/** False when the browser keeps nothing: these stores live in memory and go with the tab. */
	isKept: boolean;
	catalogue: CatalogueStore;
	drafts: DraftStore;
	outbox: Outbox;
	dossiers: DossierStore;
	pages: PageStore;
	phone: PhoneStore;
	/** Answers to supplement slips; their code is fetched only where one is written or sent. */
	loadAnswers(): Promise<AnswerStore>;
};

/** The citizen's services. Storage and network code come after the first paint, hence the promises. */
export type CitizenServices = {
	loadStores(): Promise<LocalStores>;
	loadGateway(): Promise<CitizenGateway>;
	/** Sends what waits in the outbox; never throws, the rows say how it went. */
	send(): Promise<void>;
	/** Tells the ids that are being sent right now, in whatever tab; gives the function that stops it. */
	watchSending(onChange: (ids: string[]) => void): () => void;
	/** Looks on the server for what this phone has lost; does nothing when nothing was lost. */
	recoverLost(): Promise<void>;
	/** To be called when the first real work is saved: asks the browser, once, not to clear our storage. Never throws. */
	keepStorage(): Promise<void>;
	/** Whether the browser may clear our storage without asking. */
	mayBeCleared(): Promise<boolean>;
	/** Asks the server where this phone's dossiers stand; gives whether it answered. */
	refreshDossiers(): Promise<boolean>;
	/** Makes pages of photos and PDFs. */
	loadPreparer(): Promise<PagePreparer>;
	/** Work of this page that a reload would cut off; gives the same promise. */
	trackWork<T>(work: Promise<T>): Promise<T>;
	/** Settles when no such work is left; never rejects. */
	whenIdle(): Promise<void>;
	/** SHA-256 of bytes as 64 hex digits. */
	hashBytes(bytes: ArrayBuffer): Promise<string>;
	/** 256 random bits as 64 hex digits: the secret that opens a dossier. */
	newSecret(): string;
};
