import { describe, expect, it } from 'vitest';
import type { StaffRecords } from '$lib/data/ports/StaffRecords';
import type { RegisterLine } from '$lib/domain/register/Register';
import { fail, ok } from '$lib/domain/shared/Result';
import { RegisterState } from './registerState.svelte';

const line = (number: number): RegisterLine => ({
	own: true,
	number,
	id: `id-${number}`,
	code: `C${number}`,
	receivedAt: '2026-01-02T08:00',
	cursor: `at-${number}`,
	procedure: 'Khai sinh',
	sets: 1,
	status: 4
});

/** A register over records of which only the given calls exist; what is asked is written down. */
function aRegister(calls: Partial<StaffRecords>) {
	let ids = 0;
	const refuse = () => {
		throw new Error('this call is not part of the test');
	};
	const records: StaffRecords = {
		issueControlSheet: refuse,
		jointReceipt: refuse,
		registerPage: refuse,
		closeRegister: refuse,
		noteRegisterPrint: refuse,
		viewLog: refuse,
		...calls
	};
	return new RegisterState({
		loadRecords: async () => records,
		watch: (answer) => answer,
		newId: () => `id-${(ids += 1)}`
	});
}

describe('the register', () => {
	it('goes on after the last line, and back to the start', async () => {
		const asked: unknown[] = [];
		const register = aRegister({
			registerPage: async (request) => {
				asked.push(request);
				return ok({ rows: [line(request.after ? 2 : 1)], more: !request.after });
			}
		});
		await register.open(2026);
		await register.next();
		await register.next();
		expect(register.rows).toEqual([line(2)]);
		expect(asked).toEqual([
			{ year: 2026 },
			{ year: 2026, after: { receivedAt: 'at-1', id: 'id-1' } }
		]);
	});

	it('looks for a code, and shows the whole again without one', async () => {
		const register = aRegister({
			registerPage: async ({ code }) => ok({ rows: code ? [] : [line(1)], more: false })
		});
		await register.open(2026);
		await register.search(' H99 ');
		expect([register.found, register.rows]).toEqual(['H99', []]);
		await register.search(' ');
		expect([register.found, register.rows]).toEqual([undefined, [line(1)]]);
	});

	it('keeps what is on screen when the line is down', async () => {
		let isDown = false;
		const register = aRegister({
			registerPage: async () =>
				isDown ? fail({ kind: 'offline' }) : ok({ rows: [line(1)], more: true })
		});
		await register.open(2026);
		isDown = true;
		await register.next();
		expect([register.rows, register.failure]).toEqual([[line(1)], { kind: 'offline' }]);
	});

	it('is closed once, however often somebody presses', async () => {
		const ids: string[] = [];
		const answers = [fail({ kind: 'offline' as const }), ok(null)];
		const register = aRegister({
			registerPage: async () => ok({ rows: [], more: false }),
			closeRegister: async ({ actionId }) => {
				ids.push(actionId);
				return answers.shift() ?? fail({ kind: 'conflict', key: 'register-closed' });
			}
		});
		await register.open(2025);
		await register.close();
		expect(register.closeError).toEqual({ kind: 'offline' });
		await register.close();
		expect(register.closeError).toBeUndefined();
		await register.close();
		expect(register.closeError).toEqual({ kind: 'conflict', key: 'register-closed' });
		expect(ids).toEqual(['id-1', 'id-1', 'id-2']);
	});
});
