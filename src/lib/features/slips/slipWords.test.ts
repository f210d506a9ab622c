import { expect, it } from 'vitest';
import { slipDay, slipLimit, slipTime, spacedCode } from './slipWords';

it('writes times and days as the form does', () => {
	expect(slipTime('2026-11-23T09:05')).toBe('09 giờ 05 phút, Thứ Hai, 23/11/2026');
	expect(slipDay('2026-11-23T09:05', '')).toBe('Ngày 23 tháng 11 năm 2026');
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
