import { expect, it } from 'vitest';
import { readPerChannel } from './listTexts.ts';

it.each([
	['Trực tiếp: Nhà A\nTầng 2, phòng 3', 'in-person', 'Nhà A\nTầng 2, phòng 3'],
	['Trực tiếp: Nhà A\nTrực tuyến: Cổng\nTầng 2', 'in-person', 'Nhà A'],
	['Trực tiếp: Nhà A\nTrực tuyến: Cổng\nBấm Nộp hồ sơ', 'online', 'Cổng\nBấm Nộp hồ sơ'],
	['Trực tiếp: Nhà A\nTrực tuyến: Cổng', 'post', ''],
	['Nhà A', 'post', 'Nhà A']
] as const)('%j says for %s: %j', (cell, kind, text) => {
	expect(readPerChannel(cell)(kind)).toBe(text);
});
