import { describe, expect, it } from 'vitest';
import { linesOf } from './feeCounts';
import {
	billErrors,
	billRequest,
	feeErrors,
	feeRequest,
	methodErrors,
	methodRequest,
	readAmount
} from './moneyForms';
import { aDossier } from '../dossier/testDossier';

const ids = (errors: { id: string }[]) => errors.map(({ id }) => id);
const method = { method: '', receiptSeries: '', receiptNumber: '', transferReference: '' };
const today = '2026-11-23';

it.each([
	['120000', 120_000],
	[' 1.250.000 đ ', 1_250_000],
	['1 250 000 đồng', 1_250_000],
	['8000Đ', 8000],
	['2.000.000.000', 2_000_000_000],
	['2.000.000.001', undefined],
	['0', undefined],
	['-5', undefined],
	['1.5', undefined],
	['1,5 triệu', undefined],
	['', undefined]
])('reads the sum %j', (text, amount) => {
	expect(readAmount(text)).toBe(amount);
});

describe('asking for money', () => {
	const bill = {
		amount: '120.000',
		reason: 'Lệ phí trước bạ',
		documentNumber: '12/TB',
		payTo: '',
		until: ''
	};
	it.each([
		[{}, []],
		[
			{ amount: 'x', reason: 'x', documentNumber: ' ' },
			['bill-amount', 'bill-reason', 'bill-document']
		],
		[{ payTo: 'x'.repeat(500) }, []],
		[{ payTo: 'x'.repeat(501) }, ['bill-pay-to']],
		[{ until: '2026-11-27' }, []],
		[{ until: '2026-11-23' }, ['bill-until']],
		[{ until: '2026-11' }, ['bill-until']]
	])('with %j', (changes, expected) => {
		expect(ids(billErrors({ ...bill, ...changes }, today))).toEqual(expected);
	});

	it('sends what is typed and nothing empty', () => {
		expect(billRequest(bill)).toEqual({
			amount: 120_000,
			reason: 'Lệ phí trước bạ',
			documentNumber: '12/TB'
		});
		expect(billRequest({ ...bill, payTo: 'Kho bạc', until: '2026-11-27' })).toMatchObject({
			payTo: 'Kho bạc',
			until: '2026-11-27'
		});
	});
});

describe('what shows that it is paid', () => {
	it.each([
		[{}, ['paid-method']],
		[{ method: 'gold', receiptNumber: '1' }, ['paid-method']],
		[{ method: 'cash' }, ['paid-receipt']],
		[{ method: 'cash', transferReference: 'FT1' }, ['paid-receipt']],
		[{ method: 'transfer' }, ['paid-reference']],
		[{ method: 'transfer', transferReference: 'FT1' }, []],
		[{ method: 'cash', receiptNumber: '1' }, []]
	])('%j', (changes, expected) => {
		expect(ids(methodErrors('paid', { ...method, ...changes }))).toEqual(expected);
	});

	it('is sent as typed; a reference typed before "cash" was chosen stays out', () => {
		expect(
			methodRequest({
				method: 'cash',
				receiptSeries: 'AB/26E',
				receiptNumber: ' 0000001 ',
				transferReference: 'FT1'
			})
		).toEqual({ method: 'cash', receiptSeries: 'AB/26E', receiptNumber: '0000001' });
	});
});

describe('taking a fee', () => {
	const dossier = aDossier();
	const lines = (units: string) =>
		linesOf(
			dossier,
			linesOf(dossier, []).map(({ fee }) => ({ id: fee.label, units, times: '1' }))
		);
	const draft = { ...method, exempt: false, exemption: '', exemptionProof: '' };

	it.each([
		['', {}, ['fee-0', 'fee-method']],
		['x', {}, ['fee-0', 'fee-method']],
		['2', {}, ['fee-method']],
		['2', { method: 'cash', receiptNumber: '1' }, []],
		['2', { exempt: true }, ['fee-exemption', 'fee-proof']],
		['2', { exempt: true, exemption: 'Hộ nghèo', exemptionProof: 'Giấy số 12' }, []]
	])('%j of it with %j', (units, changes, expected) => {
		expect(ids(feeErrors(lines(units), { ...draft, ...changes }))).toEqual(expected);
	});

	it('sends counts, and either how it was paid or why it was not', () => {
		const fees = [{ label: 'Bản sao Giấy khai sinh (nếu xin thêm)', units: 2, times: 1 }];
		const cash = { ...draft, method: 'cash', receiptNumber: '1' };
		expect(feeRequest(lines('2'), cash)).toEqual({ fees, method: 'cash', receiptNumber: '1' });
		const exempt = { ...cash, exempt: true, exemption: 'Hộ nghèo', exemptionProof: 'Giấy số 12' };
		expect(feeRequest(lines('2'), exempt)).toEqual({
			fees,
			exemption: 'Hộ nghèo',
			exemptionProof: 'Giấy số 12'
		});
	});
});
