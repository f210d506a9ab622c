import type { ExtensionSlip } from './ExtensionSlip.ts';
import type { HaltSlip } from './HaltSlip.ts';
import type { ControlSlip } from './ControlSlip.ts';
import type { ReceiptSlip } from './ReceiptSlip.ts';
import type { RefusalSlip } from './RefusalSlip.ts';
import type { SupplementSlip } from './SupplementSlip.ts';

const head = {
	formSet: 'TT 03/2025/TT-VPCP',
	lookupCode: '7K3MXQ2P',
	lookupUrl: '',
	issuedAt: '2026-11-25T09:05',
	agency: {
		name: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
		parentName: 'ỦY BAN NHÂN DÂN XÃ BẾN ĐÒ',
		place: 'Bến Đò',
		address: 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
		phone: '0221 3000 000'
	},
	applicant: {
		fullName: 'Trần Thị Bưởi',
		address: 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa',
		phone: '0912 345 678',
		email: 'buoi@thu.test',
		citizenId: '033190001234'
	},
	subject: 'Nguyễn Thị Hoài Ân',
	subjectAddress: 'Thôn Hạ, xã Bến Đò, tỉnh Đồng Lúa',
	procedure: { code: '1.001193', title: 'Thủ tục đăng ký khai sinh' }
};

const answer = {
	...head,
	reference: 'DK-7K3M-XQ2P',
	code: null,
	officer: { name: 'Lê Văn Tiếp', phone: '0221 3000 001' }
};

/** For tests: Mẫu 01 of a birth registration filed online. */
export const aReceiptSlip: ReceiptSlip = {
	...head,
	surveyCode: '4T9WZ06C',
	form: '01',
	number: '00001/2026',
	code: 'H99.01-261125-0001',
	channel: 2,
	papers: [{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }],
	sets: 1,
	limit: { unit: 'working-day', value: 3 },
	receivedAt: '2026-11-25T09:05',
	dueDate: '2026-11-30',
	due: null,
	dueBasis: null,
	collectAt: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
	receiver: 'Lê Văn Tiếp'
};

/** For tests: Mẫu 02 before receipt, two lines. */
export const aSupplementSlip: SupplementSlip = {
	...answer,
	surveyCode: '8HPR5N3V',
	form: '02',
	number: '00002/2026',
	round: 1,
	lines: [
		{
			name: 'Giấy chứng sinh',
			verdict: 'wrong',
			reason: 'Ảnh mờ, không đọc được ngày sinh',
			originals: 1,
			certified: 0,
			copies: 0
		},
		{
			name: 'Giấy ủy quyền',
			verdict: 'missing',
			reason: 'Người nộp không phải là cha hoặc mẹ',
			originals: 0,
			certified: 1,
			copies: 2
		}
	],
	note: null,
	until: '2026-12-03',
	countsLate: false,
	againReason: null
};

/** For tests: Mẫu 03 of a matter that belongs elsewhere. */
export const aRefusalSlip: RefusalSlip = {
	...answer,
	surveyCode: '2QYD71MG',
	form: '03',
	number: '00003/2026',
	reason: 'Cháu bé sinh ở xã khác và cha mẹ không cư trú tại xã Bến Đò.',
	rightPlace: 'Ủy ban nhân dân xã Đồng Sậy',
	papersBack: true
};

const received = {
	...answer,
	code: 'H99.01-261125-0001',
	receivedAt: '2026-11-25T09:05',
	signer: 'Ngô Văn Ký'
};
const later = { ...received, firstDueDate: '2026-11-30' };

/** For tests: Mẫu 04, three working days later than promised. */
export const anExtensionSlip: ExtensionSlip = {
	...later,
	form: '04',
	formNumber: '04',
	formTitle: 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
	number: '00004/2026',
	dueDate: '2026-11-30',
	newDate: '2026-12-03',
	reason: 'Chờ xác minh nơi sinh của cháu bé ở bệnh viện huyện.'
};

/** For tests: Mẫu 05 with one original to fetch. */
export const aHaltSlip: HaltSlip = {
	...later,
	form: '05',
	formNumber: '05',
	formTitle: 'Thông báo dừng giải quyết hồ sơ',
	number: '00005/2026',
	reason: 'Cháu bé đã được đăng ký khai sinh ở nơi khác.',
	basis: 'khoản 2 Điều 16 Luật Hộ tịch',
	originals: ['Giấy chứng sinh']
};

/** For tests: Mẫu 03 of a dossier that was received and looked into. */
export const aLaterRefusalSlip: RefusalSlip = {
	...received,
	form: '03',
	formNumber: '03',
	formTitle: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
	number: '00006/2026',
	reason: 'Giấy chứng sinh không do cơ sở y tế nào cấp.',
	rightPlace: null,
	papersBack: true,
	basis: 'khoản 1 Điều 16 Luật Hộ tịch',
	originals: ['Giấy chứng sinh']
};

/** For tests: a control sheet of a dossier that a department has finished. */
export const aControlSlip: ControlSlip = {
	...head,
	form: '06',
	formNumber: '06',
	formTitle: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
	lookupCode: '',
	number: '00007/2026',
	code: 'H99.01-261125-0001',
	channel: 1,
	receivedAt: '2026-11-25T09:05',
	limit: { unit: 'working-day', value: 3 },
	dueBasis: null,
	firstDueDate: '2026-11-30',
	dueDate: '2026-11-30',
	due: null,
	papers: [{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }],
	steps: [
		{
			kind: 'transfer',
			from: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
			to: 'Tư pháp – Hộ tịch',
			givenAt: '2026-11-25T09:05',
			givenBy: 'Lê Văn Tiếp',
			takenAt: '2026-11-25T10:30',
			takenBy: 'Hoàng Thị Nhận',
			number: '00001/2026',
			timeliness: 'on-time'
		},
		{
			kind: 'back',
			from: 'Tư pháp – Hộ tịch',
			to: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
			givenAt: '2026-11-27T15:00',
			givenBy: 'Ngô Văn Ký',
			outcome: 'finish',
			timeliness: 'early'
		}
	],
	issuer: 'Hoàng Thị Nhận'
};
