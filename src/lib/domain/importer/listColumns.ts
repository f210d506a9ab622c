import { fold } from '../shared/fold.ts';
import type { ModelField } from './Imported.ts';

/** A column of a list of procedures. The order is that of the template and of an export. */
export type ListColumn = {
	key: ColumnKey;
	/** Its head in the template. */
	title: string;
	/** Other heads offices use, as `fold` writes them. */
	also: readonly string[];
	/** What the example row says. */
	example: string;
	/** Width in characters. */
	width: number;
};

export type ColumnKey =
	| 'code'
	| 'title'
	| 'shortTitle'
	| 'field'
	| 'level'
	| 'decidedBy'
	| 'channels'
	| 'where'
	| 'limit'
	| 'fee'
	| 'onlineLevel'
	| 'papers'
	| 'result'
	| 'whoMayFile'
	| 'decisionNo'
	| 'legalBasis'
	| 'synonyms'
	| 'summary';

/** The part of the model each column says something about. */
export const COLUMN_FIELDS: Record<ColumnKey, ModelField> = {
	code: 'code',
	title: 'title',
	shortTitle: 'shortTitle',
	field: 'field',
	level: 'level',
	decidedBy: 'decidedBy',
	channels: 'channels.kind',
	where: 'channels.where',
	limit: 'channels.limit',
	fee: 'fees',
	onlineLevel: 'onlineLevel',
	papers: 'requirements.name',
	result: 'result',
	whoMayFile: 'whoMayFile',
	decisionNo: 'decisionNo',
	legalBasis: 'legalBasis',
	synonyms: 'synonyms',
	summary: 'summary'
};

/** The mark of the template's example row, which is never imported. */
export const EXAMPLE_MARK = 'VÍ DỤ';

export const LIST_COLUMNS: readonly ListColumn[] = [
	{
		key: 'code',
		title: 'Mã thủ tục',
		also: [
			'ma tthc',
			'ma so tthc',
			'ma thu tuc hanh chinh',
			'ma so thu tuc',
			'ma so',
			'ma so ho so tthc',
			'ma'
		],
		example: EXAMPLE_MARK,
		width: 14
	},
	{
		key: 'title',
		title: 'Tên thủ tục',
		also: [
			'ten tthc',
			'ten thu tuc hanh chinh',
			'thu tuc hanh chinh',
			'ten thu tuc hanh chinh tthc',
			'noi dung thu tuc',
			'ten',
			'thu tuc'
		],
		example: 'Thủ tục đăng ký khai tử',
		width: 50
	},
	{
		key: 'shortTitle',
		title: 'Tên thường gọi',
		also: ['ten goi', 'ten ngan'],
		example: 'Đăng ký khai tử',
		width: 30
	},
	{
		key: 'field',
		title: 'Lĩnh vực',
		also: ['ten linh vuc', 'linh vuc tthc', 'nhom linh vuc'],
		example: 'Hộ tịch',
		width: 20
	},
	{
		key: 'level',
		title: 'Cấp thực hiện',
		also: ['cap giai quyet', 'cap', 'cap thuc hien tthc', 'tham quyen giai quyet'],
		example: 'Cấp xã',
		width: 16
	},
	{
		key: 'decidedBy',
		title: 'Cơ quan giải quyết',
		also: ['co quan thuc hien', 'co quan co tham quyen', 'don vi thuc hien', 'don vi giai quyet'],
		example: 'Ủy ban nhân dân cấp xã',
		width: 28
	},
	{
		key: 'channels',
		title: 'Cách nộp',
		also: ['cach thuc thuc hien', 'hinh thuc nop', 'hinh thuc thuc hien', 'kenh thuc hien'],
		example: 'Trực tiếp; Trực tuyến; Bưu chính',
		width: 24
	},
	{
		key: 'where',
		title: 'Nơi nộp',
		also: ['dia diem thuc hien', 'dia diem', 'noi tiep nhan', 'dia chi tiep nhan', 'noi nop ho so'],
		example: 'Trung tâm Phục vụ hành chính công',
		width: 28
	},
	{
		key: 'limit',
		title: 'Thời hạn giải quyết',
		also: ['thoi gian giai quyet', 'thoi han', 'thoi gian', 'thoi gian thuc hien'],
		example: '5 ngày làm việc',
		width: 20
	},
	{
		key: 'fee',
		title: 'Phí, lệ phí',
		also: ['phi le phi', 'le phi', 'phi', 'phi le phi neu co', 'muc phi', 'muc thu'],
		example: 'Miễn phí',
		width: 20
	},
	{
		key: 'onlineLevel',
		title: 'Mức độ trực tuyến',
		also: [
			'muc do',
			'muc do dvc',
			'muc do dich vu cong',
			'muc do dvctt',
			'dich vu cong truc tuyen',
			'dvc truc tuyen'
		],
		example: 'toàn trình',
		width: 16
	},
	{
		key: 'papers',
		title: 'Thành phần hồ sơ',
		also: ['giay to', 'giay to phai nop', 'ho so gom', 'thanh phan ho so gom'],
		example: 'Tờ khai theo mẫu [nộp bản chính, 1 bản chính, 0 bản sao]',
		width: 60
	},
	{
		key: 'result',
		title: 'Kết quả',
		also: ['ket qua giai quyet', 'ket qua thuc hien'],
		example: 'Trích lục khai tử',
		width: 24
	},
	{
		key: 'whoMayFile',
		title: 'Đối tượng thực hiện',
		also: ['doi tuong', 'doi tuong nop'],
		example: 'Người thân của người đã mất',
		width: 28
	},
	{
		key: 'decisionNo',
		title: 'Quyết định công bố',
		also: ['quyet dinh', 'so quyet dinh', 'qd cong bo', 'so quyet dinh cong bo'],
		example: '163/QĐ-BTP',
		width: 18
	},
	{
		key: 'legalBasis',
		title: 'Căn cứ pháp lý',
		also: ['co so phap ly', 'van ban phap ly', 'can cu'],
		example: 'Luật Hộ tịch 2014 (60/2014/QH13)',
		width: 36
	},
	{
		key: 'synonyms',
		title: 'Từ khóa tìm kiếm',
		also: ['tu khoa', 'tu dong nghia'],
		example: 'khai tử; giấy chứng tử',
		width: 26
	},
	{
		key: 'summary',
		title: 'Tóm tắt',
		also: ['mo ta', 'gioi thieu'],
		example: 'Ghi việc mất vào sổ hộ tịch.',
		width: 36
	}
];

/** Heads that say nothing we keep. */
const IGNORED = new Set(['stt', 'tt', 'so tt', 'so thu tu']);

/** Which column each head of a row belongs to; `ignored` for numbering, undefined for a head we do not know. */
export type HeadMatch = { key?: ColumnKey; ignored?: true };

/** Matches the heads of a row by name, without accents, case, brackets and line ends. A column is taken once. */
export function matchHeads(cells: readonly string[]): HeadMatch[] {
	const taken = new Set<ColumnKey>();
	const exact = cells.map((cell): HeadMatch => {
		const head = plainHead(cell);
		if (IGNORED.has(head)) return { ignored: true };
		const found = LIST_COLUMNS.find(
			({ key, title, also }) =>
				!taken.has(key) && head !== '' && (plainHead(title) === head || also.includes(head))
		);
		if (!found) return {};
		taken.add(found.key);
		return { key: found.key };
	});
	return exact.map((match, index) => {
		const head = plainHead(cells[index] ?? '');
		if (match.key || match.ignored || head === '') return match;
		// "Thời hạn giải quyết hồ sơ TTHC": a head that only begins with one of our names.
		const found = LIST_COLUMNS.find(
			({ key, title, also }) =>
				!taken.has(key) &&
				[plainHead(title), ...also].some((name) => name.length > 5 && head.startsWith(`${name} `))
		);
		if (!found) return match;
		taken.add(found.key);
		return { key: found.key };
	});
}

function plainHead(cell: string): string {
	return fold(cell.replace(/\([^)]*\)/g, ' '))
		.replace(/\./g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}
