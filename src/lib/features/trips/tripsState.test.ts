import { describe, expect, it } from 'vitest';
import type { StaffTrips } from '$lib/data/ports/StaffTrips';
import { fail, ok, type Result } from '$lib/domain/shared/Result';
import type { TripReport } from '$lib/domain/trips/Trips';
import { TripsState } from './tripsState.svelte';

const total = {
	key: '',
	name: '',
	dossiers: 3,
	visits: 5,
	secondTrips: 2,
	withSecondTrip: 2,
	contacts: 6,
	rounds: 1,
	causes: { pickUp: 1, supplement: 1, inVain: 0, other: 0 }
};
const report = (name: string): TripReport => ({
	total,
	sittings: 4,
	reasons: {},
	lines: [{ ...total, key: name, name }]
});

const november = { from: '2026-11-01', to: '2026-11-30' };
const october = { from: '2026-10-01', to: '2026-10-31' };

/** Figures over trips of which only the given calls exist. */
function theFigures(calls: Partial<StaffTrips>) {
	return new TripsState({
		loadTrips: async () => calls as StaffTrips,
		watch: (answer) => answer
	});
}

describe('the figures', () => {
	it('are of the days and by what is chosen', async () => {
		const asked: unknown[] = [];
		const figures = theFigures({
			async trips(request) {
				asked.push(request);
				return ok(report(request.by));
			},
			async lacks(period) {
				asked.push(period);
				return ok({ ...report(''), lines: [] });
			}
		});
		await figures.load(november, 'procedure');
		expect(figures.lines?.[0]?.name).toBe('procedure');
		await figures.load(october, 'paper');
		expect([figures.lines, figures.lacks]).toEqual([undefined, []]);
		expect(asked).toEqual([{ ...november, by: 'procedure' }, october]);
	});

	it('are those of the newest question', async () => {
		const answers: ((answer: Result<TripReport>) => void)[] = [];
		const figures = theFigures({ trips: () => new Promise((resolve) => answers.push(resolve)) });
		const first = figures.load(november, 'procedure');
		const second = figures.load(november, 'field');
		await Promise.resolve();
		await new Promise((resolve) => setTimeout(resolve));
		answers[1]?.(ok(report('field')));
		await second;
		answers[0]?.(ok(report('procedure')));
		await first;
		expect([figures.lines?.[0]?.name, figures.linesBy]).toEqual(['field', 'field']);
	});

	it('stay on screen when a later question fails', async () => {
		const answers = [ok(report('procedure')), fail({ kind: 'offline' as const })];
		const figures = theFigures({ trips: async () => answers.shift() ?? ok(report('x')) });
		await figures.load(november, 'procedure');
		await figures.load(november, 'procedure');
		expect([figures.lines?.[0]?.name, figures.failure?.kind]).toEqual(['procedure', 'offline']);
		await figures.load(november, 'procedure');
		expect(figures.failure).toBeUndefined();
	});
});

describe('the dossiers behind a figure', () => {
	const dossiers = [{ id: 'd', code: 'H99', visits: 2, secondTrips: 1, rounds: 0 }];

	it('are of the period on screen', async () => {
		const asked: unknown[] = [];
		const figures = theFigures({
			trips: async () => ok(report('procedure')),
			async dossiers(request) {
				asked.push(request);
				return ok(dossiers);
			}
		});
		await figures.look({ name: 'Khai sinh', procedureCode: '1.001193' });
		expect(asked).toEqual([]);
		await figures.load(november, 'procedure');
		await figures.look({ name: 'Giấy', procedureCode: '1.001193', requirementId: 'to-khai' });
		expect(asked).toEqual([{ ...november, procedureCode: '1.001193', requirementId: 'to-khai' }]);
		expect(figures.dossiers).toEqual(dossiers);
		await figures.load(november, 'procedure');
		expect([figures.behind, figures.dossiers]).toEqual([undefined, undefined]);
	});

	it('are put away when they do not come', async () => {
		const figures = theFigures({
			trips: async () => ok(report('procedure')),
			dossiers: async () => fail({ kind: 'offline' })
		});
		await figures.load(november, 'procedure');
		await figures.look({ name: 'Khai sinh', procedureCode: '1.001193' });
		expect([figures.behind, figures.failure?.kind]).toEqual([undefined, 'offline']);
	});
});
