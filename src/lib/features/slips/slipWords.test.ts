import { expect, it } from 'vitest';
import { vi } from '$lib/i18n/vi';
import { viSlips } from '$lib/i18n/viSlips';
import {
	slipContact,
	slipDay,
	slipHelp,
	slipKey,
	slipLimit,
	slipTime,
	slipTitle,
	spacedCode
} from './slipWords';

it('writes times and days as the form does', () => {
	expect(slipTime('2026-11-23T09:05')).toBe('09 giờ 05 phút, Thứ Hai, 23/11/2026');
	expect(slipDay('2026-11-23T09:05', '')).toBe('Ngày 23 tháng 11 năm 2026');
	expect(slipDay('', 'Bến Đò')).toBe('Bến Đò, ngày …… tháng …… năm …………');
	expect(slipDay('2026-11-23T09:05', 'Bến Đò')).toBe('Bến Đò, ngày 23 tháng 11 năm 2026');
});

it('names the limit of the law, else the basis of the date that was entered', () => {
	expect(slipLimit({ limit: { unit: 'working-day', value: 3 }, dueBasis: null })).toBe(
		'3 ngày làm việc'
	);
	expect(slipLimit({ limit: null, dueBasis: 'Điều 5 Nghị định A' })).toBe(
		'hẹn theo Điều 5 Nghị định A'
	);
});

it.each([
	['7K3MXQ2P', '7K3M XQ2P'],
	['7K3MX', '7K3M X'],
	['7K3M', '7K3M']
])('groups the lookup code %s', (code, shown) => {
	expect(spacedCode(code)).toBe(shown);
});

it('is looked up by the dossier code, before there is one by the reference', () => {
	expect(slipKey({ code: 'H99.01-261123-0001', reference: 'DK-7K3M-XQ2P' })).toEqual({
		label: 'Mã hồ sơ',
		value: 'H99.01-261123-0001'
	});
	expect(slipKey({ code: null, reference: 'DK-7K3M-XQ2P' })).toEqual({
		label: 'Mã đăng ký',
		value: 'DK-7K3M-XQ2P'
	});
});

it.each([
	['0912 345 678', 'a@b.test', 'Số điện thoại: 0912 345 678. Email: a@b.test'],
	['0912 345 678', '', 'Số điện thoại: 0912 345 678'],
	['', 'a@b.test', 'Email: a@b.test'],
	['', '', '']
])('with phone %j and mail %j it says %j', (phone, email, shown) => {
	expect(slipContact({ phone, email })).toBe(shown);
});

it.each([
	['0221 1', '0221 2', 'Chưa rõ, gọi Lê Văn Tiếp: 0221 1.'],
	['', '0221 2', 'Chưa rõ, gọi Lê Văn Tiếp: 0221 2.'],
	['', '', 'Chưa rõ, hỏi Lê Văn Tiếp tại quầy.']
])('with the numbers %j and %j it sends people the right way', (own, office, shown) => {
	const officer = { name: 'Lê Văn Tiếp', phone: own };
	expect(slipHelp({ officer, agency: { phone: office } })).toBe(shown);
});

it("calls the phone's own page as the phone calls it", () => {
	expect(viSlips.shared.ownPage).toBe(vi.dossier.listTitle);
	expect(viSlips.supplement.byPhone).toContain(vi.dossier.listTitle);
	expect(viSlips.shared.reference).toBe(vi.dossier.reference);
});

it('bears the title of its form set', () => {
	expect(slipTitle({ formTitle: 'Thông báo dừng giải quyết hồ sơ' }, 'X')).toBe(
		'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ'
	);
	expect(slipTitle({}, 'PHIẾU')).toBe('PHIẾU');
});
