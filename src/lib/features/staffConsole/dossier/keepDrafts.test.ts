import { expect, it } from 'vitest';
import { keepDrafts } from './keepDrafts';

function aKeeper() {
	const saved: [string, unknown][] = [];
	const timers: { run: () => void; ms: number; cancelled: boolean }[] = [];
	const keeper = keepDrafts(
		{
			load: async () => undefined,
			loadAll: async () => [],
			save: (key, value) => saved.push([key, value]),
			forget: () => undefined
		},
		(run, ms) => {
			const timer = { run, ms, cancelled: false };
			timers.push(timer);
			return () => (timer.cancelled = true);
		}
	);
	const fire = () => timers.splice(0).forEach(({ run, cancelled }) => !cancelled && run());
	return { keeper, saved, timers, fire };
}

it('keeps the latest words within a second of the first letter, and never what nobody typed', () => {
	const { keeper, saved, timers, fire } = aKeeper();
	const drafts = {};
	keeper.note('k', drafts, { text: '' });
	fire();
	expect(saved).toEqual([]);
	keeper.note('k', drafts, { text: 'M' });
	keeper.note('k', drafts, { text: 'Mờ' });
	expect(timers).toHaveLength(1);
	expect(timers[0]?.ms).toBeLessThanOrEqual(1000);
	fire();
	expect(saved).toEqual([['k', { text: 'Mờ' }]]);
});

it('drops what waits once the drafts were sent', () => {
	const { keeper, saved, fire } = aKeeper();
	const drafts = {};
	keeper.note('k', drafts, { text: '' });
	keeper.note('k', drafts, { text: 'Mờ' });
	keeper.note('k', {}, { text: '' });
	fire();
	keeper.flush();
	expect(saved).toEqual([]);
});

it('keeps nothing of what was sent, though the next state is still on its way', () => {
	const { keeper, saved, fire } = aKeeper();
	const drafts = {};
	keeper.note('k', drafts, { text: '' });
	keeper.note('k', drafts, { text: 'Mờ' });
	keeper.drop();
	fire();
	keeper.flush();
	expect(saved).toEqual([]);
});

it('writes at once when the page is left', () => {
	const { keeper, saved, fire } = aKeeper();
	const drafts = {};
	keeper.note('k', drafts, { text: '' });
	keeper.note('k', drafts, { text: 'Mờ' });
	keeper.flush();
	expect(saved).toHaveLength(1);
	fire();
	expect(saved).toHaveLength(1);
});
