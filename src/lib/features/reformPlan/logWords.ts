import { sumOutreach, sumTraining, type Outreach, type Training } from '$lib/domain/plan/Logs';
import { formatNumber } from '$lib/i18n/numbers';
import { formatShortDate } from '$lib/i18n/format';
import { viPlanLogs } from '$lib/i18n/viPlanLogs';
import { hoursWords } from './logDrafts';

const { outreach, training } = viPlanLogs;

/** Online dossiers before and after a talk, with both figures; that it is too early while it is. */
export function effectWords({ effect }: Pick<Outreach, 'effect'>): string {
	const figures =
		effect.after === null
			? outreach.tooEarly(effect.before, formatShortDate(effect.until))
			: outreach.effect(effect.before, effect.after);
	return effect.others > 0 ? `${figures} ${outreach.others(effect.others)}` : figures;
}

/** What a talk was about beside its topic: the procedure, else the field; '' for neither. */
export function subjectWords(entry: Pick<Outreach, 'procedureTitle' | 'fieldName'>): string {
	const subject = entry.procedureTitle ?? entry.fieldName;
	return subject ? outreach.about(subject) : '';
}

/** "3 lần tuyên truyền: Zalo 2 lần, Họp thôn 1 lần; khoảng 1.200 lượt người, cộng từ 2 trên 3 lần có ghi số". */
export function outreachSum(entries: readonly Pick<Outreach, 'form' | 'reach'>[]): string {
	const sums = sumOutreach(entries);
	if (sums.talks === 0) return outreach.sums(0);
	const forms = sums.byForm
		.filter(({ talks }) => talks > 0)
		.map(({ form, talks }) => outreach.times(outreach.forms[form], talks));
	const reached =
		sums.counted > 0
			? outreach.reached(formatNumber(sums.reach), sums.counted, sums.talks)
			: outreach.notCounted;
	return `${outreach.sums(sums.talks)}: ${forms.join(', ')}; ${reached}`;
}

/** "2 buổi, 5 lượt dự (2 cán bộ khác nhau, 2 lượt khách), tổng 5,5 giờ". */
export function trainingSum(
	entries: readonly Pick<Training, 'hours' | 'guests' | 'participants'>[]
): string {
	const sums = sumTraining(entries);
	const { trainings, places, staff, guests } = sums;
	return training.sums(trainings, places, staff, guests, hoursWords(sums.hours));
}

/** Who took part: names, then how many guests. */
export function peopleWords(entry: Pick<Training, 'participants' | 'guests'>): string {
	const names = entry.participants.map(({ name }) => name);
	return [...names, ...(entry.guests > 0 ? [training.guestsOf(entry.guests)] : [])].join(', ');
}
