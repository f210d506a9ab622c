import { expect, it } from 'vitest';
import { whyToRing, type Delivery } from './SentNotice';

const by = (...states: Delivery['state'][]) =>
	states.map((state) => ({
		channel: 'email',
		address: 'a@b.vn',
		state,
		attempts: 1,
		sentAt: null
	}));

it.each([
	[true, by(), undefined],
	[true, by('off'), undefined],
	[true, by('failed'), 'failed'],
	[false, by('sent'), undefined],
	[false, by('waiting'), undefined],
	[false, by('sent', 'failed'), 'failed'],
	[false, by('off'), 'no-way'],
	[false, by(), 'no-way']
])('in the app: %s, deliveries %j: %s', (inApp, deliveries, why) => {
	expect(whyToRing({ inApp, deliveries })).toBe(why);
});
