import { fold } from '../shared/fold.ts';

/** What a column of a plan's table says. */
export type PlanColumn =
	| 'number'
	| 'heading'
	| 'title'
	| 'lead'
	| 'coordinators'
	| 'period'
	| 'from'
	| 'to'
	| 'deliverable'
	| 'note';

/** The heads people write, as `fold` leaves them; the first is that of the empty table. */
const HEADS: Record<PlanColumn, readonly string[]> = {
	number: ['stt', 'tt', 'so tt', 'so thu tu'],
	heading: ['nhom', 'nhom nhiem vu', 'linh vuc', 'muc', 'de muc', 'noi dung cai cach'],
	title: [
		'nhiem vu',
		'ten nhiem vu',
		'noi dung nhiem vu',
		'noi dung',
		'noi dung cong viec',
		'noi dung thuc hien',
		'nhiem vu cu the',
		'nhiem vu hoat dong',
		'nhiem vu giai phap',
		'hoat dong',
		'cong viec'
	],
	lead: [
		'co quan chu tri',
		'don vi chu tri',
		'chu tri',
		'co quan don vi chu tri',
		'co quan thuc hien',
		'don vi thuc hien',
		'bo phan chu tri',
		'phong chu tri',
		'co quan chu tri thuc hien',
		'don vi chu tri thuc hien'
	],
	coordinators: [
		'co quan phoi hop',
		'don vi phoi hop',
		'phoi hop',
		'co quan don vi phoi hop',
		'co quan phoi hop thuc hien',
		'don vi phoi hop thuc hien',
		'bo phan phoi hop'
	],
	period: [
		'thoi gian thuc hien',
		'thoi gian',
		'thoi gian hoan thanh',
		'khung thoi gian',
		'thoi han',
		'thoi han hoan thanh',
		'tien do',
		'tien do thuc hien'
	],
	from: ['tu ngay', 'ngay bat dau', 'bat dau', 'thoi gian bat dau'],
	to: ['den ngay', 'den het ngay', 'ngay ket thuc', 'ket thuc', 'han hoan thanh', 'han cuoi'],
	deliverable: [
		'san pham ket qua',
		'san pham',
		'ket qua',
		'ket qua san pham',
		'san pham du kien',
		'ket qua du kien',
		'san pham dau ra',
		'ket qua dau ra',
		'san pham hoan thanh'
	],
	note: ['ghi chu']
};

/** Which column each head of a row names; undefined = none we know. The second of the same kind counts as unknown. */
export function planColumns(heads: readonly string[]): (PlanColumn | undefined)[] {
	const taken = new Set<PlanColumn>();
	return heads.map((head) => {
		const folded = fold(head.replace(/\(.*?\)/g, ' ')).replace(/[.]+$/, '');
		const found = (Object.keys(HEADS) as PlanColumn[]).find((key) => HEADS[key].includes(folded));
		if (!found || taken.has(found)) return undefined;
		taken.add(found);
		return found;
	});
}

/** How much a row looks like the heads of a plan: its known columns, when the task and one more are among them. */
export function countPlanHeads(row: readonly string[]): number {
	const known = planColumns(row).filter((key) => key !== undefined);
	return known.includes('title') && known.length > 1 ? known.length : 0;
}

/** The heads of the empty table to fill in, with one row that shows how; its number says that it is an example. */
export const PLAN_TEMPLATE: readonly (readonly string[])[] = [
	[
		'STT',
		'Nhóm',
		'Nhiệm vụ',
		'Cơ quan chủ trì',
		'Cơ quan phối hợp',
		'Thời gian thực hiện',
		'Sản phẩm, kết quả'
	],
	[
		'VÍ DỤ',
		'Cải cách thủ tục hành chính',
		'Rà soát thủ tục phải đi lại nhiều lần',
		'Phòng Văn hóa – Xã hội',
		'Công an xã; Đoàn thanh niên',
		'Quý II',
		'Báo cáo rà soát'
	]
];

/** The mark in the number of the template's example row, which is never imported. */
export const EXAMPLE_NUMBER = 'vi du';
