import type { Random } from './random.ts';

const families: readonly [name: string, share: number][] = [
	['Nguyễn', 30],
	['Trần', 11],
	['Lê', 9],
	['Phạm', 8],
	['Hoàng', 5],
	['Vũ', 6],
	['Đỗ', 5],
	['Bùi', 4],
	['Đặng', 4],
	['Đoàn', 3],
	['Quách', 2],
	['Mai', 2],
	['Lương', 2],
	['Tạ', 2]
];
const middles = {
	man: ['Văn', 'Đức', 'Xuân', 'Hữu', 'Quang', 'Đình', 'Công', 'Thành'],
	woman: ['Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Thị Thanh', 'Thị Kim']
};
const givens = {
	man: 'Bình Cường Dũng Đạt Hải Hiếu Hòa Hùng Khánh Lâm Long Minh Nam Phúc Quân Sơn Thắng Tiến Toàn Tuấn Việt',
	woman:
		'An Bích Chi Dung Giang Hà Hạnh Hiền Hoa Hồng Hương Lan Liên Mai Nga Nhung Oanh Phượng Thảo Thủy Yến'
};

/** The communes of former Phù Cừ (domain §0) that the simulated year has a one-stop in. */
export const COMMUNES = [
	'Quang Hưng',
	'Đoàn Đào',
	'Tiên Tiến',
	'Tống Trân',
	'Phan Sào Nam'
] as const;
export type Commune = (typeof COMMUNES)[number];

/** Somebody who never lived: a name by lot, a number no citizen has (province 000), a phone out of 0900 00x xxx. */
export interface Person {
	fullName: string;
	citizenId: string;
	/** Not everybody has one. */
	phone?: string;
	address: string;
}

/** A Vietnamese name by lot, family name first, by how common family names roughly are. */
export function inventName(random: Random): string {
	const sex = random.chance(0.5) ? 'man' : 'woman';
	const [family] = random.pickWeighted(families, ([, share]) => share);
	return `${family} ${random.pick(middles[sex])} ${random.pick(givens[sex].split(' '))}`;
}

/** An invented person of a commune; `serial` (0–9999) makes number and phone their own. */
export function inventPerson(random: Random, serial: number, commune: Commune): Person {
	const digits = String(serial).padStart(4, '0');
	const hasPhone = random.chance(0.93);
	return {
		fullName: inventName(random),
		citizenId: `00000000${digits}`,
		...(hasPhone ? { phone: `090000${digits}` } : {}),
		address: `Thôn ${random.whole(1, 9)}, xã ${commune} (mô phỏng)`
	};
}
