import type { CHANNEL_KINDS } from '../catalogue/channelKinds.ts';
import { computeFee, feesOfCase } from '../catalogue/computeFee.ts';
import type { Fee } from '../catalogue/Fee.ts';
import type { Procedure } from '../catalogue/Procedure.ts';
import { caseAnswers } from '../checklist/resolveChecklist.ts';
import { tidyLine } from '../shared/tidyText.ts';
import type { IntakeForm } from './IntakeForm.ts';

/** A fee with an amount of its own, with the counts typed so far and what they come to (undefined: none or unclear). */
export type FeeLine = {
	fee: Fee;
	units: string;
	times: string;
	/** Counted twice over, e.g. pages and copies. */
	hasTimes: boolean;
	amount: number | undefined;
	isFaulty: boolean;
};

const COUNT = /^[1-9]\d{0,3}$/;

/** The fees the office may take for this case, filed in this way. Empty units = not taken. */
export function feeLines(
	procedure: Procedure,
	form: Pick<IntakeForm, 'answers' | 'fees'>,
	channel: (typeof CHANNEL_KINDS)[number] = 'in-person'
): FeeLine[] {
	return feesOfCase(procedure, caseAnswers(procedure, form.answers), channel)
		.filter((fee) => fee.kind === 'amount')
		.map((fee) => {
			const typed = form.fees[fee.label];
			const units = typed?.units.trim() ?? '';
			const times = typed?.times.trim() || '1';
			const isCounted = COUNT.test(units) && COUNT.test(times);
			return {
				fee,
				units,
				times,
				hasTimes: fee.count?.times !== undefined || fee.tiers !== undefined,
				amount: isCounted ? computeFee(fee, Number(units), Number(times)) : undefined,
				isFaulty: units !== '' && !isCounted
			};
		});
}

/** What is taken altogether, in đồng: nothing from somebody exempt; undefined while a count is faulty. The server decides. */
export function feeTotal(lines: readonly FeeLine[], exemption: string): number | undefined {
	if (lines.some((line) => line.isFaulty)) return undefined;
	if (tidyLine(exemption) !== '') return 0;
	return lines.reduce((sum, line) => sum + (line.amount ?? 0), 0);
}
