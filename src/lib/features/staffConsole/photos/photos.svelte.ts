import { createContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { StaffDossier, StaffFile } from '$lib/domain/dossier/StaffDossier';
import { isEnded, isViewReason } from '$lib/domain/dossier/Status';
import { viStaffPhotos } from '$lib/i18n/viStaffPhotos';
import { nextTurn, type Turns } from './pageView';
import { PhotoLoader, photoKey } from './photoLoader.svelte';
import { photoPapers, type PhotoPaper } from './photoPapers';
import { readPicture } from './readPicture';
import type { StaffSession } from '../staffSession.svelte';

/** The page that is looked at: page `index` (from 0) of `paper`. */
export type OpenPage = { paper: PhotoPaper; index: number; file: StaffFile };

/** The photographs of the dossier on screen: which page is looked at, how it is turned, and the bytes behind it. */
export class Photos {
	readonly loader: PhotoLoader;
	/** Counts the times a page was opened from the list: the viewer then takes the focus. */
	calls = $state(0);
	/** Why papers of a dossier that has ended are looked at; it stands in the log. */
	reason = $state('');
	#at = $state.raw<{ paperId: string; index: number } | undefined>();
	readonly #turns = new SvelteMap<string, Turns>();
	readonly #getDossier: () => StaffDossier | undefined;
	readonly papers = $derived.by(() => {
		const dossier = this.#getDossier();
		return dossier ? photoPapers(dossier, viStaffPhotos.others) : [];
	});
	readonly #shown = $derived(this.papers.filter((paper) => paper.files.length > 0));
	/** The page that is looked at; a newer copy of the dossier may have fewer. */
	readonly page = $derived.by((): OpenPage | undefined => {
		const paper = this.papers.find(({ id }) => id === this.#at?.paperId);
		const index = Math.min(this.#at?.index ?? 0, (paper?.files.length ?? 0) - 1);
		const file = paper?.files[index];
		return paper && file ? { paper, index, file } : undefined;
	});

	/** The dossier has ended and nobody has said yet why they look: nothing is fetched. */
	readonly isLocked = $derived.by(() => {
		const dossier = this.#getDossier();
		return !!dossier && isEnded(dossier.status) && !isViewReason(this.reason);
	});

	constructor(session: StaffSession, getDossier: () => StaffDossier | undefined) {
		this.#getDossier = getDossier;
		this.loader = new PhotoLoader({
			open: async (file) =>
				session.watch(
					await session.desk.openFile(file, session.services.hashBytes, this.reason || undefined)
				),
			recheck: async (fileId) => session.watch(await session.desk.recheckFile(fileId)),
			read: readPicture,
			urls: URL
		});
	}

	open(paperId: string, index: number): void {
		this.#at = { paperId, index };
		this.calls += 1;
	}

	/** Gives the page that was looked at, whose thumbnail takes the focus back. */
	close(): OpenPage | undefined {
		const { page } = this;
		this.#at = undefined;
		return page;
	}

	/** Whether there is a page `by` pages further in this paper. */
	hasPage(by: -1 | 1): boolean {
		return this.page?.paper.files[this.page.index + by] !== undefined;
	}

	movePage(by: -1 | 1): void {
		if (this.page && this.hasPage(by))
			this.#at = { paperId: this.page.paper.id, index: this.page.index + by };
	}

	/** Whether there is a photographed paper before (-1) or after this one. */
	hasPaper(by: -1 | 1): boolean {
		return this.#paperAt(by) !== undefined;
	}

	movePaper(by: -1 | 1): void {
		const paper = this.#paperAt(by);
		if (paper) this.#at = { paperId: paper.id, index: 0 };
	}

	turnsOf(file: StaffFile): Turns {
		return this.#turns.get(photoKey(file)) ?? 0;
	}

	/** Turns a page to the right on this screen only, for as long as the dossier is open. */
	turn(file: StaffFile): void {
		this.#turns.set(photoKey(file), nextTurn(this.turnsOf(file)));
	}

	#paperAt(by: -1 | 1): PhotoPaper | undefined {
		const at = this.#shown.findIndex(({ id }) => id === this.page?.paper.id);
		return at === -1 ? undefined : this.#shown[at + by];
	}
}

/** The id of the button that shows a page small. */
export function thumbnailId(paperId: string, index: number): string {
	return `photo-${paperId}-${index}`;
}

export const [getPhotos, setPhotos] = createContext<Photos>();
