import { expect, it } from 'vitest';
import { ok } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';
import { createStaffRecords } from './staffRecords';

/** Records over a server that answers as told; what is asked is written down. */
function theRecords(answer: unknown) {
	const asked: unknown[] = [];
	const call: Call = async (name, request, schema) => {
		asked.push([name, request]);
		return ok(schema.parse(answer));
	};
	return { records: createStaffRecords(call), asked };
}

it('asks one function each', async () => {
	const slip = { slipId: 's', number: '00001/2026' };
	const { records, asked } = theRecords(slip);
	expect(await records.issueControlSheet({ actionId: 'a', dossierId: 'd' })).toEqual(ok(slip));
	expect(asked).toEqual([['issue_control_sheet', { actionId: 'a', dossierId: 'd' }]]);
});

it('gives what is inside the answer', async () => {
	const lines = [{ kind: 'joint', what: '1', by: 'Lan', at: 'x', reason: null }];
	expect(await theRecords({ lines }).records.viewLog('d')).toEqual(ok(lines));
	const slips = [{ id: 'a', number: '1', snapshot: {} }];
	expect(await theRecords({ slips }).records.jointReceipt('a')).toEqual(ok(slips));
	expect(
		await theRecords({ lines: 3 }).records.closeRegister({ actionId: 'a', year: 2025 })
	).toEqual(ok(null));
	const noted = theRecords({ printId: 'p' });
	expect(await noted.records.noteRegisterPrint({ printId: 'p', year: 2025 })).toEqual(ok(null));
});

it('reads a page of the register', async () => {
	const page = {
		rows: [
			{
				own: true,
				number: 1,
				id: 'a',
				code: 'c',
				receivedAt: '2026-01-02T08:00',
				cursor: 'x',
				procedure: 'Khai sinh',
				sets: 1,
				status: 4
			}
		],
		more: false
	};
	expect(await theRecords(page).records.registerPage({ year: 2026 })).toEqual(ok(page));
});
