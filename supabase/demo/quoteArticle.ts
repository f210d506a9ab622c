import { seedArticle } from '#domain/report/seedArticle.ts';
import type { Executor } from '#embedded/database.ts';

const kinds = ['procedures', 'fields', 'solved', 'early', 'onTime', 'online'] as const;

/** Writes down what the article prints about the district, to be shown beside what the year comes out at. */
export async function quoteArticle(
	database: Pick<Executor, 'query'>,
	agencyId: string
): Promise<void> {
	const { from, to, source, sourceFound } = seedArticle;
	const figures = kinds.map((figure) => ({ figure, ...seedArticle[figure] }));
	await database.query(
		`insert into app.quoted_figures (agency_id, first_day, last_day, figure, value, more_than, source, source_seen)
		select $1, $2, $3, one ->> 'figure', (one ->> 'value')::int, (one ->> 'atLeast')::boolean, $4, $5
		from jsonb_array_elements($6::text::jsonb) as one`,
		[agencyId, from, to, source, sourceFound, JSON.stringify(figures)]
	);
}
