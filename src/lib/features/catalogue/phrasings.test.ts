import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Procedure } from '$lib/domain/catalogue/Procedure';
import { indexEntryOf } from '$lib/domain/catalogue/indexEntry';
import { createProcedureSearch } from './procedureSearch';

/**
 * What people say at the counter and type on a phone, not what the files list. The procedure must come first; after
 * "| 3" among the first three, because the words alone fit others too (the reason stands behind).
 */
const SAID: Record<string, string> = {
	'1.001193': `
		làm giấy khai sinh cho con gái
		lam giay khai sinh cho chau noi
		vợ tôi mới sinh em bé cần làm giấy tờ gì | 3: alone, or with residence and insurance card
		con tôi 2 tuổi chưa có khai sinh
		khai sinhh
		giaays khai sinh
		kahi sinh
		dk khai sinh cho be
		mẹ đơn thân làm khai sinh cho con | 3: a mother alone also gets an allowance
		khai sinh mang họ mẹ
		sinh con tại nhà không có giấy chứng sinh
		đăng kí khai sinh trễ
		khaisinh
		đặt tên khai sinh cho cháu ở quê
		khai sinh cho con ngoài giá thú
		làm giấy ks cho em bé
		con trai mới đẻ chưa đăng ký | 3: alone, or with residence and insurance card`,
	'1.000894': `
		đăng ký kết hôn
		dang ky ket hon o dau
		hai đứa mình muốn cưới nhau
		làm giấy kết hôn cần gì
		giay dang ki ket hon
		kêt hon
		ket honn
		ddawng kys keets hoon
		thủ tục cưới vợ
		lấy chồng khác tỉnh
		tái hôn sau khi ly hôn
		giấy hôn thú
		đăng ký kết hôn với người cùng xã
		giay ket hon can nhung gi
		làm hôn thú
		dangky kethon`,
	'1.000656': `
		báo tử cho bố
		khai tu
		làm giấy chứng tử cho bà nội
		ông tôi vừa mất cần làm thủ tục gì | 3: a death is registered, and burial is supported
		giay chung tu
		người nhà qua đời
		đăng ký khai tử cho mẹ
		khai tuwr
		bố mất ở bệnh viện thì báo ở đâu
		dang ki khai tu tre han
		cha mới mất
		mẹ tôi mất tháng trước | 3: a death is registered, and burial is supported
		xin giấy báo tử cho chồng
		khai tử cho người mất đã lâu
		khai tur`,
	'1.004873': `
		xác nhận độc thân
		xac nhan doc than
		giấy độc thân để mua nhà
		giấy chứng nhận chưa kết hôn
		xin giấy xác nhận tình trạng hôn nhân
		giay xac nhan tinh trang hon nhan
		tình trạng hon nhan
		giay doc thann
		xác nhận đã ly hôn chưa lấy ai
		xin giấy độc thân để lấy chồng nước ngoài
		xác nhận hôn nhân để vay ngân hàng
		xin giấy chưa vợ
		giấy xác nhận chưa có chồng
		xac nhan tinh trang hon nhan de mua nha
		giấy độc thana`,
	'2.000635': `
		mất giấy khai sinh gốc xin lại ở đâu
		trích lục khai sinh
		xin bản sao giấy khai sinh
		xin lại giấy khai sinh bị mất
		trich luc khai tu
		trích lục kết hôn
		làm lại giấy khai sinh bị rách
		cap lai giay khai sinh
		ban sao khai sinh cho con di hoc
		trichs lucj
		xin bản sao giấy đăng ký kết hôn
		trích lục giấy khai tử của ông | 3: the first registration gives an extract, too
		mất giấy kết hôn muốn xin lại
		cấp lại khai sinh
		trich luc ho tich`,
	'3.000722': `
		khai sinh và thẻ bảo hiểm y tế cho bé
		khai sinh nhập khẩu bảo hiểm cùng lúc
		làm bảo hiểm y tế cho trẻ sơ sinh
		lam the bhyt cho con moi sinh
		nhập hộ khẩu cho con mới sinh
		nhap khau cho be
		liên thông khai sinh
		khai sinh lien thong
		đăng ký thường trú cho trẻ mới sinh
		thẻ bảo hiểm cho trẻ dưới 6 tuổi
		làm thẻ bảo hiểm cho con
		bhyt tre so sinh
		đăng ký hộ khẩu cho em bé
		khai sinh + bhyt`,
	'2.000815': `
		công chứng giấy tờ
		cong chung bang cap
		sao y bản chính
		sao y căn cước công dân
		photo công chứng
		công chứng căn cước
		chứng thực bản sao bằng đại học
		cong chung so ho khau
		coong chuwngs
		công chứng giấy khai sinh
		cong chung hoc ba cho con
		chung thuc ban sao tu ban chinh
		đóng dấu đỏ bản photo
		sao y giấy tờ
		cong chung ban sao
		photo bằng tốt nghiệp công chứng | 3: from the paper at hand, or from the school's register`,
	'2.000884': `
		chứng thực chữ ký
		chung thuc chu ky
		xác nhận chữ ký trên giấy ủy quyền
		chứng thực sơ yếu lý lịch
		xac nhan so yeu ly lich
		xin dấu sơ yếu lý lịch đi xin việc
		giấy ủy quyền nhận lương hưu
		uy quyen nhan luong huu
		cong chung giay uy quyen | 3: the word công chứng also means copies and contracts
		chuwx kys
		điểm chỉ vì không biết chữ
		công chứng chữ ký
		xác nhận sơ yếu lí lịch
		làm giấy uỷ quyền
		uy quyen lay tien luong huu cho me`,
	'2.001035': `
		công chứng hợp đồng mua bán đất
		chứng thực hợp đồng tặng cho đất
		cong chung mua ban nha
		công chứng mua bán xe máy
		hợp đồng cho thuê nhà
		hop dong dat coc mua dat
		hợp đồng thế chấp nhà
		công chứng giấy bán đất
		làm giấy tờ mua bán xe
		hop dong chuyen nhuong quyen su dung dat | 3: first the contract, then the new name in the red book
		tôi muốn bán đất cho em trai | 3: first the contract, then the new name in the red book
		mua bán nhà đất | 3: first the contract, then the new name in the red book
		hợp đồng tặng cho nhà
		cong chung hop dong thue nha
		hop dong mua ban xe o to
		thế chấp sổ đỏ vay ngân hàng`,
	'2.000908': `
		cấp bản sao từ sổ gốc
		xin bản sao từ sổ gốc
		ban sao so goc
		xin lại bản sao bằng tốt nghiệp bị mất
		mất bằng cấp 3 xin bản sao ở đâu
		ban sao bang tot nghiep
		trích bản sao sổ gốc
		xin ban sao giay to luu o xa | 3: without marks also a copy of papers at hand
		bản sao tuwf sổ gốcc
		mất bản chính xin cấp bản sao | 3: of a birth certificate the extract, of other papers the register
		trích lục sổ gốc
		bằng cấp 2 bị cháy xin lại
		mất bằng tốt nghiệp`,
	'2.001263': `
		nhận con nuôi
		nhan con nuoi
		xin con nuôi trong nước
		nhận cháu ruột làm con nuôi
		dang ky nuoi con nuoi
		tôi muốn nhận bé bị bỏ rơi về nuôi
		cha dượng nhận con riêng của vợ làm con nuôi
		con nuôii
		nhaanj con nuooi
		thủ tục xin con
		nhận nuôi trẻ mồ côi
		xin con ve nuoi
		làm giấy con nuôi`,
	'1.011607': `
		xin sổ hộ nghèo
		ho ngheo
		xét hộ cận nghèo
		giấy chứng nhận hộ nghèo
		làm đơn xin hộ nghèo
		hoj ngheof
		nhà tôi khó khăn muốn xin vào hộ nghèo
		xac nhan ho can ngheo
		hộ ngheo
		đăng ký rà soát hộ nghèo
		hộ cận nghèo
		làm sổ nghèo
		xin công nhận hộ nghèo năm nay`,
	'1.001776': `
		trợ cấp người khuyết tật
		tro cap nguoi khuyet tat
		tiền người già trên 80 tuổi | 3: the pension benefit for the old may be a procedure of its own
		trợ cấp xã hội hàng tháng
		tiền trợ cấp cho trẻ mồ côi
		tro cap hang thang
		bảo trợ xã hội
		người cao tuổi được hưởng trợ cấp gì
		trợ cấp mẹ đơn thân nghèo
		tro capp xa hoi
		trợ cấp nuôi con một mình
		trợ cấp cho người tàn tật
		tien nguoi gia
		con tôi bị khuyết tật được hưởng gì`,
	'1.001731': `
		tiền mai táng
		tien mai tang phi
		hỗ trợ chi phí mai táng
		mai tangs
		xin tiền đám ma cho ông
		tiền ma chay
		ho tro mai tang cho nguoi gia
		mẹ mất có được tiền mai táng không
		trợ cấp mai táng
		tiền tử tuất mai táng phí
		tiền hỗ trợ đám tang
		mai tang phi
		chi phí chôn cất`,
	'1.001612': `
		mở quán
		mo quan ca phe
		mở tiệm tạp hóa cần giấy gì
		đăng ký kinh doanh
		giay phep kinh doanh
		mở cửa hàng
		lập hộ kinh doanh cá thể
		dang ky ho kinh doanh
		bán hàng online có cần đăng ký không
		mở quán ăn sáng
		giấy phép kinhh doanh
		thành lập hộ kinh doanh
		đăng ký mở tiệm tóc
		xin giấy phép bán hàng
		muốn buôn bán nhỏ tại nhà
		mo tiem`,
	'2.000720': `
		đổi tên hộ kinh doanh
		doi dia chi kinh doanh
		thay đổi giấy phép kinh doanh
		thêm ngành nghề kinh doanh
		đổi chủ quán
		chuyển cửa hàng sang chỗ khác
		thay doi ho kinh doanh
		sửa giấy đăng ký kinh doanh
		ddooir teen hooj kinh doanh
		đổi chủ hộ kinh doanh
		đổi tên quán
		doi chu ho kinh doanh
		bổ sung ngành nghề`,
	'1.001266': `
		đóng cửa quán
		dong cua hang
		nghỉ bán luôn
		trả giấy phép kinh doanh
		giải thể hộ kinh doanh
		cham dut ho kinh doanh
		hủy giấy phép kinh doanh
		dẹp tiệm
		chấm dứtt kinh doanh
		không kinh doanh nữa
		ngừng kinh doanh hẳn
		đóng tiệm
		nghi kinh doanh luon
		trả giấy phép`,
	'1.013831': `
		sang tên sổ đỏ
		sang ten so do
		thừa kế đất của bố mẹ
		bố mẹ cho con đất
		sang tên nhà đất cho con
		nhan thua ke nha dat
		tôi muốn bán đất cho em trai | 3: first the contract, then the new name in the red book
		tặng cho đất cho con | 3: first the contract, then the new name in the red book
		đăng ký biến động đất đai
		chuyển tên sổ đỏ
		sang teen sổ hồng
		chuyen nhuong dat | 3: first the contract, then the new name in the red book
		mua đất xong làm sổ đứng tên mình | 3: a first certificate where the land has none
		bố cho con đất làm thủ tục gì
		chia thừa kế đất
		đổi tên trên sổ đỏ
		mua nhà sang tên`,
	'1.013978': `
		làm sổ đỏ lần đầu
		lam so do
		đất ông bà để lại chưa có sổ
		cấp sổ đỏ
		sổ đỏ | 3: a first certificate or another name in an old one
		giấy chứng nhận quyền sử dụng đất | 3: a first certificate or another name in an old one
		sodo | 3: a first certificate or another name in an old one
		so hong | 3: a first certificate or another name in an old one
		xin cấp bìa đỏ | 3: a first certificate or another name in an old one
		cap giay chung nhan quyen su dung dat lan dau
		ddaats chuwa cos soor
		đất chưa có sổ đỏ
		mua đất giấy tay giờ làm sổ
		đất khai hoang làm sổ
		xin cap so do lan dau`,
	'1.012812': `
		tranh chấp đất với hàng xóm
		tranh chap dat dai
		hàng xóm lấn đất
		hòa giải đất đai
		hoà giải tranh chấp
		hoa giai o xa
		kiện hàng xóm lấn ranh đất
		tranh chấp ranh giới
		anh em tranh chấp đất thừa kế
		tranhh chap dat
		lấn chiếm đất
		hàng xóm xây lấn sang đất nhà tôi
		cãi nhau với hàng xóm về đất
		tranh chap ranh dat`,
	'1.013225': `
		xin phép xây nhà
		giay phep xay dung
		xây nhà cấp 4 có phải xin phép không
		xin giấy phép xây dựng nhà ở
		xay nha
		làm nhà mới
		giấy phép xây nhaf
		cất nhà trên đất thổ cư
		xin phep xay nha 2 tang
		xay duwngj
		giấy phép xây dụng
		xây thêm tầng
		giay phep xay nha`
};

/** What people also look for, and this office's shelf does not hold: nothing is better than something wrong. */
const NOT_HERE = `
	hộ chiếu
	ho chieu
	đổi căn cước công dân
	lý lịch tư pháp
	bảo hiểm thất nghiệp
	máy bay trực thăng
	nghĩa vụ quân sự
	visa
	đóng thuế thu nhập
	xyz
	asdfgh`;

const files = readdirSync('supabase/catalogue', { recursive: true, encoding: 'utf8' });
const procedures = files
	.filter((file) => /\d\.\d{6}\.json$/.test(file))
	.map((file) => Procedure.parse(JSON.parse(readFileSync(`supabase/catalogue/${file}`, 'utf8'))));
const search = createProcedureSearch(
	procedures.map((procedure) => indexEntryOf({ procedure, contentHash: '' }))
);

function linesOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);
}

describe.each(Object.entries(SAID))('%s', (code, said) => {
	const rows = linesOf(said).map((row) => {
		const [query = '', reason] = row.split(' | ');
		return { query, among: reason ? Number.parseInt(reason) : 1 };
	});
	it.each(rows)('$query', ({ query, among }) =>
		expect(search(query).slice(0, among)).toContain(code)
	);
	it('has at least eight phrasings', () => expect(rows.length).toBeGreaterThanOrEqual(8));
	it('is found by its code', () => {
		expect(search(code)).toEqual([code]);
		expect(search(code.replace('.', ''))).toEqual([code]);
		expect(search(`${code}.000.00.00.H99`)).toEqual([code]);
	});
});

describe('what is not there', () => {
	it.each(linesOf(NOT_HERE))('%s', (query) => expect(search(query)).toEqual([]));
	it('every procedure of the shelf has phrasings', () =>
		expect(procedures.map(({ code }) => code).sort()).toEqual(Object.keys(SAID).sort()));
});
