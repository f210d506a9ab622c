import type { CHANNEL_KINDS } from './channelKinds.ts';
import { evaluate, type Answers } from './Condition.ts';
import type { Fee } from './Fee.ts';
import type { Procedure } from './Procedure.ts';

/**
 * The fees that apply, or may apply, to a case: a condition on an answer that is missing counts as "may". With a way to
 * file also only those of that way. `answers` are the case's (caseAnswers).
 */
export function feesOfCase(
	procedure: Procedure,
	answers: Answers,
	channel?: (typeof CHANNEL_KINDS)[number]
): Fee[] {
	return procedure.fees.filter(
		(fee) =>
			evaluate(fee.when, answers) !== false &&
			(channel === undefined || !fee.channels || fee.channels.includes(channel))
	);
}

/**
 * What `units` (e.g. pages) cost, `times` over (e.g. copies), in đồng: each unit at the price of its tier, each time at
 * most `most`. Undefined when the fee has no amount or the counts are no whole numbers from 1 to 10,000.
 * The rule of certified copies: TT 226/2016/TT-BTC (domain §8.5).
 */
export function computeFee(fee: Fee, units: number, times = 1): number | undefined {
	if (fee.kind !== 'amount' || fee.amount === undefined) return undefined;
	if (![units, times].every((count) => Number.isInteger(count) && count >= 1 && count <= 10_000))
		return undefined;
	let sum = 0;
	for (let unit = 1; unit <= units; unit += 1) sum += priceOf(fee, unit) ?? fee.amount;
	return Math.min(sum, fee.most?.amount ?? sum) * times;
}

function priceOf(fee: Fee, unit: number): number | undefined {
	return fee.tiers?.filter((tier) => unit >= tier.from).at(-1)?.amount;
}

/** The sum of a fee whose counts stand in the form; undefined while one of them is missing. */
export function feeFromForm(
	fee: Fee,
	form: Readonly<Record<string, string | undefined>>
): number | undefined {
	if (!fee.count) return undefined;
	const units = Number(form[fee.count.units] || NaN);
	const times = fee.count.times === undefined ? 1 : Number(form[fee.count.times] || NaN);
	return computeFee(fee, units, times);
}
