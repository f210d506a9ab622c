import { expect, it } from 'vitest';
import { viSlips } from '$lib/i18n/viSlips';
import { slipProblem } from './slipProblem';

it.each(['not-found', 'forbidden', 'invalid'] as const)('%s: there is no such slip', (failure) => {
	expect(slipProblem(failure)).toEqual({
		kind: 'absent',
		title: viSlips.screen.notFoundTitle,
		text: viSlips.screen.notFound
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
