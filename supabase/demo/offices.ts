import { COMMUNES, inventName, type Commune } from './people.ts';
import { createRandom, uuidOf } from './random.ts';

/** Said beside every name that a reader could take for a real office. */
export const SIMULATED = '(mô phỏng)';

/** A department of an office: its fields, and how often one of its officers' turns comes. */
export interface DemoDepartment {
	id: string;
	name: string;
	fields: readonly string[];
}

/** Somebody who works in an office of the simulated year. `department` = the id of theirs. */
export interface DemoStaff {
	id: string;
	/** Short name of the account, unique: the part of the e-mail address before the @. */
	account: string;
	fullName: string;
	title: string;
	roles: readonly string[];
	department?: string;
}

/** An office with its people; the first of all is the parent, which receives nothing. */
export interface DemoOffice {
	id: string;
	code: string;
	name: string;
	place: string;
	receives: boolean;
	/** The commune of a commune's one-stop. */
	commune?: Commune;
	departments: DemoDepartment[];
	staff: DemoStaff[];
}

const districtDepartments: [account: string, name: string, fields: string[]][] = [
	['tuphap', 'Phòng Tư pháp', ['ho-tich', 'chung-thuc', 'tu-phap']],
	['tnmt', 'Phòng Tài nguyên và Môi trường', ['dat-dai', 'moi-truong']],
	['tckh', 'Phòng Tài chính – Kế hoạch', ['ho-kinh-doanh', 'hop-tac-xa']],
	['ktht', 'Phòng Kinh tế và Hạ tầng', ['xay-dung', 'cong-thuong']],
	['ldtbxh', 'Phòng Lao động – Thương binh và Xã hội', ['bao-tro-xa-hoi', 'nguoi-co-cong']],
	['gddt', 'Phòng Giáo dục và Đào tạo', ['giao-duc']],
	['vhtt', 'Phòng Văn hóa và Thông tin', ['van-hoa']],
	['noivu', 'Phòng Nội vụ', ['noi-vu']],
	['nongnghiep', 'Phòng Nông nghiệp và Phát triển nông thôn', ['nong-nghiep']]
];
const communeDepartments: [account: string, name: string, fields: string[]][] = [
	['tuphap', 'Tư pháp – Hộ tịch', ['ho-tich', 'chung-thuc']],
	['diachinh', 'Địa chính – Nông nghiệp – Xây dựng', ['dat-dai', 'nong-nghiep', 'xay-dung']],
	['vanhoaxahoi', 'Văn hóa – Xã hội', ['bao-tro-xa-hoi', 'nguoi-co-cong']]
];

/** The fifteen fields of the simulated year. The article does not name its fifteen: these are never called Phù Cừ's. */
export const DEMO_FIELDS = districtDepartments.flatMap(([, , fields]) => fields);

/**
 * The offices of the simulated year, always the same: the district's People's Committee over one one-stop of the
 * district and one in each of five communes, with departments, fields and invented people, every role filled.
 */
export function makeOffices(): DemoOffice[] {
	const random = createRandom('people of the offices');
	const id = (...parts: string[]) => uuidOf('phu-cu', ...parts);
	const office = (code: string, name: string, place: string, commune?: Commune): DemoOffice => ({
		id: id('agency', code),
		code,
		name: `${name} ${SIMULATED}`,
		place,
		receives: true,
		...(commune ? { commune } : {}),
		departments: [],
		staff: []
	});
	const hire = (of: DemoOffice, account: string, title: string, roles: string[], place?: string) =>
		of.staff.push({
			id: id('staff', account),
			account,
			fullName: inventName(random),
			title,
			roles,
			...(place ? { department: place } : {})
		});
	const settle = (of: DemoOffice, prefix: string, rows: typeof districtDepartments) => {
		for (const [account, name, fields] of rows) {
			const department = { id: id('department', of.code, name), name, fields };
			of.departments.push(department);
			hire(of, `${prefix}${account}`, `Chuyên viên – ${name}`, ['officer'], department.id);
			hire(of, `${prefix}${account}.ky`, `Người ký – ${name}`, ['approver'], department.id);
		}
	};

	const parent = { ...office('MOPHONG', 'UBND huyện Phù Cừ', 'Phù Cừ'), receives: false };
	hire(parent, 'huyen', 'Phó Chủ tịch UBND huyện', ['leader']);
	const district = office('MOPHONG.00', 'Bộ phận Một cửa huyện Phù Cừ', 'Phù Cừ');
	hire(district, 'lanhdao', 'Trưởng Bộ phận Một cửa', ['leader']);
	for (const number of [1, 2, 3])
		hire(district, `tiepnhan${number}`, 'Cán bộ tiếp nhận và trả kết quả', ['receiver']);
	hire(district, 'bientap', 'Cán bộ kiểm soát thủ tục hành chính', ['editor']);
	hire(district, 'quantri', 'Quản trị hệ thống', ['admin']);
	settle(district, '', districtDepartments);
	const communes = COMMUNES.map((commune, index) => {
		const one = office(`MOPHONG.0${index + 1}`, `Bộ phận Một cửa xã ${commune}`, commune, commune);
		const prefix = `xa${index + 1}.`;
		hire(one, `${prefix}lanhdao`, 'Chủ tịch UBND xã', ['leader']);
		hire(one, `${prefix}tiepnhan`, 'Cán bộ tiếp nhận và trả kết quả', ['receiver']);
		settle(one, prefix, communeDepartments);
		return one;
	});
	return [parent, district, ...communes];
}
