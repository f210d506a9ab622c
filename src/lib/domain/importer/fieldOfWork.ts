import type { Field } from '../catalogue/Field.ts';
import { slugOf } from '../editing/slug.ts';
import { fold } from '../shared/fold.ts';
import type { NewField } from './Imported.ts';

/** Where a label of the source belongs: one of our fields (`isExact` by its very name), or a new one to be created. */
export type FieldMatch =
	{ code: string; isExact: boolean; proposed?: undefined } | { code: string; proposed: NewField };

/** Labels of the national portal for work that our list calls otherwise. Reviewed by a person at every import. */
const KIN: Record<string, readonly string[]> = {
	'ho-tich': ['quốc tịch'],
	'xay-dung': [
		'nhà ở và công sở',
		'hoạt động xây dựng',
		'quy hoạch đô thị và nông thôn',
		'quy hoạch xây dựng, kiến trúc',
		'quản lý chất lượng công trình xây dựng'
	],
	'ho-kinh-doanh': ['thành lập và hoạt động của hộ kinh doanh'],
	'hop-tac-xa': [
		'thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã',
		'thành lập và hoạt động của hợp tác xã'
	],
	'bao-tro-xa-hoi': ['giảm nghèo', 'trẻ em', 'phòng, chống tệ nạn xã hội'],
	'chinh-sach-quan-doi': ['nghĩa vụ quân sự', 'tuyển sinh quân sự'],
	'nong-nghiep': [
		'lâm nghiệp',
		'kiểm lâm',
		'chăn nuôi',
		'thú y',
		'trồng trọt',
		'bảo vệ thực vật',
		'kinh tế hợp tác và phát triển nông thôn'
	],
	'moi-truong': [
		'tài nguyên nước',
		'biển và hải đảo',
		'địa chất và khoáng sản',
		'khí tượng, thủy văn',
		'biến đổi khí hậu',
		'đo đạc, bản đồ'
	],
	'giao-thong': ['đường bộ', 'đường thủy nội địa', 'hàng hải và đường thủy nội địa', 'đăng kiểm'],
	'tai-chinh': ['quản lý công sản', 'quản lý giá'],
	'noi-vu': [
		'thi đua, khen thưởng',
		'tổ chức phi chính phủ',
		'tổ chức hội',
		'việc làm',
		'lao động'
	],
	'ton-giao': ['tín ngưỡng, tôn giáo', 'công tác dân tộc'],
	'khieu-nai': ['giải quyết khiếu nại', 'giải quyết tố cáo', 'tiếp công dân'],
	'tu-phap': ['bồi thường nhà nước', 'hòa giải ở cơ sở', 'phổ biến giáo dục pháp luật'],
	'giao-duc': [
		'giáo dục mầm non',
		'giáo dục tiểu học',
		'giáo dục trung học',
		'giáo dục thường xuyên'
	]
};

/** Finds the field of a label: the same name, one part of a name ("thủy lợi"), a known kin; else proposes a new one. */
export function matchField(label: string, fields: readonly Field[]): FieldMatch | undefined {
	const wanted = fold(label);
	if (wanted === '') return undefined;
	const exact = fields.find((field) => fold(field.name) === wanted || field.code === label);
	if (exact) return { code: exact.code, isExact: true };
	const partly =
		fields.find((field) => field.name.split(/,| và /u).some((part) => fold(part) === wanted)) ??
		fields.find((field) => KIN[field.code]?.some((name) => fold(name) === wanted));
	if (partly) return { code: partly.code, isExact: false };
	const code = slugOf(label);
	return code === '' ? undefined : { code, proposed: { code, name: label } };
}

/** Agencies with a line of command of their own: their work is not a one-stop office's, though the portal lists it. */
const VERTICAL: [RegExp, string][] = [
	[/hải quan/iu, 'Hải quan'],
	[/^(?:quản lý )?thuế|cơ quan thuế|thuế cơ sở|cục thuế|chi cục thuế/iu, 'Thuế'],
	[/biên phòng|quản lý biên giới/iu, 'Biên phòng'],
	[/kho bạc/iu, 'Kho bạc'],
	[/bảo hiểm xã hội|bhxh/iu, 'Bảo hiểm xã hội'],
	[/tòa án|toà án/iu, 'Tòa án'],
	[/công an|cảnh sát|quản lý xuất nhập cảnh/iu, 'Công an'],
	[/thi hành án/iu, 'Thi hành án']
];

/** Fields of such an agency; in the name of an agency the words mean a place ("xã nơi cư trú"). */
const VERTICAL_FIELD: [RegExp, string][] = [...VERTICAL, [/căn cước|cư trú/iu, 'Công an']];

/** The agency of its own line that a field or an agency's name points to, or undefined. */
export function findVertical(field: string, agency: string): string | undefined {
	return (VERTICAL_FIELD.find(([word]) => word.test(field)) ??
		VERTICAL.find(([word]) => word.test(agency)))?.[1];
}
