import { expect, it } from 'vitest';
import type { ErrorKind } from '$lib/domain/shared/Result';
import { isAbsent } from './dossierProblem';

it.each<[ErrorKind, boolean]>([
	['not-found', true],
	['forbidden', true],
	['invalid', true],
	['offline', false],
	['unknown', false],
	['throttled', false]
])('%s means that there is no such dossier: %s', (kind, absent) => {
	expect(isAbsent(kind)).toBe(absent);
});
