import { expect, it } from 'vitest';
import { ok } from '$lib/domain/shared/Result';
import { createPublicFigures } from './publicFigures';

const figures = {
	agencies: [{ id: 'a1', name: 'Huyện' }],
	years: [2021],
	agencyId: 'a1' as string | null,
	year: 2021,
	procedures: 281,
	fields: 15,
	figures: null,
	toldAt: null,
	quotes: []
};
const said = { answers: 12, verySatisfied: 4, satisfied: 6, dissatisfied: 2 };

/** The public page over a server that answers each function as told; what is asked is written down. */
function thePage(answers: Record<string, Response>) {
	const asked: unknown[] = [];
	const load = createPublicFigures(
		async () => ok({ url: 'https://api.example', publishableKey: 'key' }),
		async (input, init) => {
			const name = String(input).split('/').at(-1) ?? '';
			asked.push([name, JSON.parse(String(init?.body)).request]);
			return answers[name] ?? Response.json({}, { status: 500 });
		}
	);
	return { load, asked };
}

it('asks for the figures, then for what people answered in the year that came', async () => {
	const { load, asked } = thePage({
		public_figures: Response.json(figures),
		public_satisfaction: Response.json(said)
	});
	expect(await load({ year: 2021 })).toEqual(ok({ ...figures, satisfaction: said }));
	expect(asked).toEqual([
		['public_figures', { protocol: 1, year: 2021 }],
		['public_satisfaction', { protocol: 1, agencyId: 'a1', from: '2021-01', to: '2021-12' }]
	]);
});

it('shows the figures all the same when that does not come, and asks nothing about no office', async () => {
	const { load } = thePage({ public_figures: Response.json(figures) });
	expect(await load({})).toEqual(ok(figures));
	const none = { ...figures, agencyId: null };
	const empty = thePage({ public_figures: Response.json(none) });
	expect(await empty.load({})).toEqual(ok(none));
	expect(empty.asked).toHaveLength(1);
});
