import { expect, it } from 'vitest';
import type { Payment } from '$lib/domain/dossier/life';
import { feeCounts, linesOf } from './feeCounts';
import { aDossier } from '../dossier/testDossier';

const label = 'Bản sao Giấy khai sinh (nếu xin thêm)';
const wanting = (copies: string) => ({
	payload: { ...aDossier().payload, form: { 'copies-wanted': copies } }
});
const payment: Payment = {
	id: 'p1',
	at: '2026-11-23T02:00:00Z',
	by: 'Trần Thị Tiếp',
	lines: [{ label, units: 2, times: 1, amount: 16_000 }],
	total: 16_000,
	method: 'cash',
	receiptSeries: null,
	receiptNumber: '1',
	transferReference: null,
	exemption: null,
	exemptionProof: null
};

it.each([
	['2', '2'],
	['0', ''],
	['', '']
])('of a form that asks for %j copies are %j', (copies, units) => {
	expect(feeCounts(aDossier(wanting(copies)))).toEqual([{ id: label, units, times: '1' }]);
});

it('are empty again once the fee was taken', () => {
	const dossier = aDossier({ ...wanting('2'), payments: [payment] });
	expect(feeCounts(dossier)).toEqual([{ id: label, units: '', times: '1' }]);
});

it('give the sum', () => {
	const dossier = aDossier(wanting('2'));
	expect(linesOf(dossier, feeCounts(dossier))).toMatchObject([{ amount: 16_000 }]);
});
