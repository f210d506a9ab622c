import { expect, it } from 'vitest';
import { viStaff } from '$lib/i18n/viStaff';
import { slipProblem } from './slipProblem';

it.each(['not-found', 'forbidden', 'invalid'] as const)('%s: there is no such slip', (failure) => {
	expect(slipProblem(failure)).toEqual({
		kind: 'absent',
		title: viStaff.slip.notFoundTitle,
		text: viStaff.slip.notFound
	});
});

it.each([
	['unauthorized', 'sign-in'],
	['unreadable', 'unreadable'],
	['offline', 'line'],
	['unknown', 'line'],
	['throttled', 'line']
] as const)('%s: %s', (failure, kind) => {
	expect(slipProblem(failure).kind).toBe(kind);
});
