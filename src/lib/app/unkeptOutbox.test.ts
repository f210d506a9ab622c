import { describe, expect, it } from 'vitest';
import type { Outbox } from '$lib/data/ports/Outbox';
import type { OutboxItem } from '$lib/domain/dossier/OutboxItem';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import { anItem } from '$lib/testing/builders';
import { onlyOnline } from './unkeptOutbox';

function anOutbox(answer: AppError | 'well' | 'throws') {
	const rows: OutboxItem[] = [];
	const outbox = {
		add: async (item: OutboxItem): Promise<Result<null>> => {
			rows.push(item);
			return ok(null);
		}
	} as unknown as Outbox;
	const gateway = {
		progress: async () => (answer === 'well' ? ok([]) : fail(answer as AppError))
	};
	const load = () => (answer === 'throws' ? Promise.reject(new Error()) : Promise.resolve(gateway));
	return { outbox: onlyOnline(outbox, load), rows };
}

describe('the outbox of a phone that keeps nothing', () => {
	it.each<AppError | 'well'>(['well', { kind: 'throttled' }, { kind: 'invalid', key: 'x' }])(
		'takes a submission while the server answers: %o',
		async (answer) => {
			const { outbox, rows } = anOutbox(answer);
			expect(await outbox.add(anItem())).toEqual(ok(null));
			expect(rows).toHaveLength(1);
		}
	);

	it.each<AppError | 'throws'>([{ kind: 'offline' }, { kind: 'unknown' }, 'throws'])(
		'takes none otherwise: %o',
		async (answer) => {
			const { outbox, rows } = anOutbox(answer);
			expect(await outbox.add(anItem())).toEqual(fail({ kind: 'offline' }));
			expect(rows).toEqual([]);
		}
	);
});
