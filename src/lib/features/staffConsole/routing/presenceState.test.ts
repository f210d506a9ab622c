import { describe, expect, it } from 'vitest';
import type { Presence } from '$lib/data/ports/DeskRouting';
import { fail, ok, type AppError, type Result } from '$lib/domain/shared/Result';
import type { Action } from '$lib/domain/dossier/transitions';
import type { SessionPhase } from '../staffSession.svelte';
import { PresenceState } from './presenceState.svelte';
import { aDossier } from '../dossier/testDossier';

/** A dossier of version 4 on screen, over a server with this answer. */
function aScreen(
	answer: Result<Presence>,
	{ busy, phase = 'signed-in' }: { busy?: Action; phase?: SessionPhase } = {}
) {
	const done: string[] = [];
	const desk = {
		dossier: aDossier({ version: 4 }),
		busy,
		load: async () => void done.push('load')
	};
	const session = {
		phase,
		watch<T>(one: Result<T>): Result<T> {
			done.push('watch');
			return one;
		}
	};
	const presence = new PresenceState(desk, session, async () => {
		done.push('note');
		return answer;
	});
	return { presence, done };
}

const seen = (version: number, ...others: string[]) => ok({ version, others });

describe('saying that I have a dossier open', () => {
	it('hears who else has, and leaves what is as new as on the screen', async () => {
		const { presence, done } = aScreen(seen(4, 'Mai Thị Lan'));
		await presence.tell();
		expect(presence.others).toEqual(['Mai Thị Lan']);
		expect(done).toEqual(['note', 'watch']);
	});

	it('fetches the dossier when it moved', async () => {
		const { presence, done } = aScreen(seen(5));
		await presence.tell();
		expect(done).toEqual(['note', 'watch', 'load']);
	});

	it('does not fetch it under an action of mine', async () => {
		const { presence, done } = aScreen(seen(5), { busy: 'receive' });
		await presence.tell();
		expect(done).toEqual(['note', 'watch']);
	});

	it('names nobody once the answer stays out, and is silent without a session', async () => {
		const down = aScreen(fail<AppError>({ kind: 'offline' }));
		down.presence.others = ['Mai Thị Lan'];
		await down.presence.tell();
		expect(down.presence.others).toEqual([]);
		const { presence, done } = aScreen(seen(5), { phase: 'expired' });
		await presence.tell();
		expect(done).toEqual([]);
	});
});
