import { EffectiveDate } from './effectiveDate.svelte';

/** What somebody has filled in to hand a draft over; it stays while they go back to the form to mend something. */
export class Proposal {
	summary = $state('');
	/** What was ticked as read, by what it says. */
	readonly read = $state<Record<string, boolean>>({});
	readonly when: EffectiveDate;

	/** `today` as YYYY-MM-DD in Vietnam. */
	constructor(today: string) {
		this.when = new EffectiveDate(today);
	}
}
