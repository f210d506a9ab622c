import type { CatalogueStore } from '$lib/data/ports/CatalogueStore';
import type { CitizenGateway } from '$lib/data/ports/CitizenGateway';
import type { DossierStore } from '$lib/data/ports/DossierStore';
import type { DraftStore } from '$lib/data/ports/DraftStore';
import type { Outbox } from '$lib/data/ports/Outbox';

/** What this phone keeps. */
export type LocalStores = {
	catalogue: CatalogueStore;
	drafts: DraftStore;
	outbox: Outbox;
	dossiers: DossierStore;
};

/** The citizen's services. Storage and network code come after the first paint, hence the promises. */
export type CitizenServices = {
	loadStores(): Promise<LocalStores>;
	loadGateway(): Promise<CitizenGateway>;
	/** Sends what waits in the outbox; never throws, the rows say how it went. */
	send(): Promise<void>;
	/** Asks the server where this phone's dossiers stand; gives whether it answered. */
	refreshDossiers(): Promise<boolean>;
	/** 256 random bits as 64 hex digits: the secret that opens a dossier. */
	newSecret(): string;
};
