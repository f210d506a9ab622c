import type { CostReport } from '$lib/domain/simplification/Costs';
import type { PaperFlag, PaperReview, StepReview } from '$lib/domain/simplification/Review';
import type { SheetOf } from '$lib/domain/report/Sheet';
import { formatShortDate } from '$lib/i18n/format';
import { viCosts } from '$lib/i18n/viCosts';

const words = viCosts;

/** Why a paper might go, in words; `more` is what stands small below. */
export function flagWords(paper: PaperReview, flag: PaperFlag): { text: string; more?: string } {
	switch (flag) {
		case 'in-database':
			return paper.replacedBy
				? {
						text: words.review.inDatabase(paper.replacedBy.database),
						more: paper.replacedBy.law
					}
				: { text: words.review.lookedUp };
		case 'never-lacked':
			return { text: words.review.neverLacked(paper.cases) };
		case 'unread':
			return { text: words.review.unread(paper.sent) };
		case 'duplicate':
			return {
				text: words.review.duplicate(paper.alsoAskedBy),
				more: words.review.examples(paper.examples, paper.alsoAskedBy - paper.examples.length)
			};
	}
}

/** What a step is called. */
export function stepName({ kind, name }: Pick<StepReview, 'kind' | 'name'>): string {
	return kind === 'stage' ? (name ?? '') : words.review.steps[kind];
}

/** The ranking as a sheet: the sums as numbers, so that whoever opens it can reckon on. */
export function costSheet(report: CostReport): SheetOf {
	return {
		name: words.sheet.name,
		titles: [
			words.title,
			report.agency.name,
			words.period(formatShortDate(report.from), formatShortDate(report.to)),
			...(report.agencies > 1 ? [words.ofAgencies(report.agencies)] : []),
			words.reckoned
		],
		heads: Object.values(words.sheet.heads),
		rows: report.lines.map((line, index) => [
			index + 1,
			line.code,
			line.shortTitle,
			line.field,
			line.dossiers,
			line.papers,
			line.visits,
			line.secondTrips,
			line.done,
			line.days,
			line.cost
		]),
		widths: [5, 12, 44, 24, 12, 12, 12, 14, 12, 16, 14]
	};
}
