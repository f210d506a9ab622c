import { expect, it } from 'vitest';
import { sumOutreach, sumTraining } from './Logs';

it('sums talks by form, and people only where they were counted', () => {
	const sums = sumOutreach([
		{ form: 'loudspeaker', reach: null },
		{ form: 'zalo', reach: 120 },
		{ form: 'zalo', reach: 0 }
	]);
	expect(sums).toMatchObject({ talks: 3, reach: 120, counted: 2 });
	expect(sums.byForm.filter(({ talks }) => talks > 0)).toEqual([
		{ form: 'loudspeaker', talks: 1 },
		{ form: 'zalo', talks: 2 }
	]);
	expect(sumOutreach([])).toMatchObject({ talks: 0, reach: 0, counted: 0 });
});

it('counts a person once among the staff, and every place they took', () => {
	const lan = { id: 'l', name: 'Lan' };
	const hoa = { id: 'h', name: 'Hoa' };
	expect(
		sumTraining([
			{ hours: 4, guests: 2, participants: [lan, hoa] },
			{ hours: 1.5, guests: 0, participants: [lan] }
		])
	).toEqual({ trainings: 2, places: 5, staff: 2, guests: 2, hours: 5.5 });
});
