import { canonicalJson } from '$lib/domain/catalogue/contentHash';
import type { ProcedureDraft } from '$lib/domain/catalogue/Draft';
import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { tidyContent } from '$lib/domain/editing/tidyContent';
import { toWorkable } from '$lib/domain/editing/workable';
import { printOf } from './keptWork';

/** What this PC and the server last agreed on about a draft, and what is on its way. */
export class Agreed {
	revision = 0;
	/** What a merge starts from. */
	common = toWorkable({});
	/** What was sent and not answered, by `printOf`. */
	readonly sent = new Set<string>();
	#saved = '';

	constructor(draft: ProcedureDraft) {
		this.standOn(draft);
	}

	/** What the server has is where the work here begins. */
	standOn({ content, revision }: ProcedureDraft): void {
		this.saved(revision, toWorkable(content ?? {}));
	}

	/** The server has taken this. */
	saved(revision: number, content: Procedure): void {
		this.revision = revision;
		this.common = content;
		this.#saved = canonicalJson(tidyContent(content));
		this.sent.clear();
	}

	/** Notes what goes out now. */
	sending(content: Procedure): void {
		this.sent.add(printOf(content));
	}

	/** True while the server does not have this. */
	differs(content: Procedure): boolean {
		return canonicalJson(tidyContent(content)) !== this.#saved;
	}
}
