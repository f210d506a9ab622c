import { CHANNEL_KINDS } from '$lib/domain/catalogue/channelKinds';
import type { StaffDossier } from '$lib/domain/dossier/StaffDossier';
import { feeLines, type FeeLine } from '$lib/domain/intake/intakeFees';

/** How many of a fee are taken, as typed; `id` is the fee's label, which tells the fees of a procedure apart. */
export type FeeCount = { id: string; units: string; times: string };

type Charged = Pick<StaffDossier, 'procedure' | 'payload' | 'channel' | 'payments'>;

/** Empty counts of every fee of the dossier; those that its form says ("2 copies") filled in until they were taken. */
export function feeCounts(dossier: Charged): FeeCount[] {
	const taken = new Set(dossier.payments.flatMap(({ lines }) => lines.map(({ label }) => label)));
	const wanted = (field: string | undefined) =>
		(field && dossier.payload.form[field]?.trim()) ?? '';
	return linesOf(dossier, []).map(({ fee }) => {
		const units = taken.has(fee.label) ? '' : wanted(fee.count?.units);
		return {
			id: fee.label,
			units: units === '0' ? '' : units,
			times: (units && wanted(fee.count?.times)) || '1'
		};
	});
}

/** The fees of the dossier with what the counts come to. */
export function linesOf(dossier: Charged, counts: readonly FeeCount[]): FeeLine[] {
	return feeLines(
		dossier.procedure,
		{
			answers: dossier.payload.answers,
			fees: Object.fromEntries(counts.map(({ id, ...count }) => [id, count]))
		},
		CHANNEL_KINDS[dossier.channel - 1]
	);
}
