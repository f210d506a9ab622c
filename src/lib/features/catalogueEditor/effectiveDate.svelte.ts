import { isLocalDate } from '$lib/domain/clock/localTime';
import { viEditor } from '$lib/i18n/viEditor';

const words = viEditor.propose;

/** From when something holds: as soon as it is published, or a date somebody picks. */
export class EffectiveDate {
	isLater = $state(false);
	date = $state('');
	readonly #today: string;

	/** `today` as YYYY-MM-DD in Vietnam. */
	constructor(today: string) {
		this.#today = today;
	}

	/** What is sent: null = when it is published. */
	get value(): string | null {
		return this.isLater ? this.date : null;
	}

	get fault(): string | undefined {
		if (!this.isLater) return undefined;
		if (!isLocalDate(this.date)) return words.dateMissing;
		return this.date < this.#today ? words.datePast : undefined;
	}
}
