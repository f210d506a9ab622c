import { vi } from './vi';

/** Words on the posting sheets (tờ niêm yết). */
export const viPosting = {
	loading: 'Đang mở tờ niêm yết…',
	missing: 'Chưa mở được tờ này. Hãy kiểm tra mạng rồi thử lại.',
	retry: 'Thử lại',
	print: 'In tờ này (khổ A4)',
	back: 'Quay lại',
	country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
	motto: 'Độc lập – Tự do – Hạnh phúc',
	office: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
	fieldTitle: (field: string) => `DANH MỤC THỦ TỤC HÀNH CHÍNH LĨNH VỰC ${field.toUpperCase()}`,
	fieldCount: (count: number) => `${count} thủ tục`,
	procedureTitle: 'NIÊM YẾT THỦ TỤC HÀNH CHÍNH',
	number: 'STT',
	code: 'Mã',
	name: 'Tên thủ tục',
	time: 'Thời hạn',
	decision: 'Quyết định công bố',
	postedDay: 'Niêm yết từ ngày',
	postedOn: (date: string) => `Niêm yết từ ngày ${date}`,
	postedDecision: (number: string) => `Theo quyết định niêm yết số ${number}`,
	notPosted: 'Ngày niêm yết: ……/……/……',
	scan: 'Quét mã để xem giấy tờ cho trường hợp của bạn',
	qrLabel: (title: string) => `Mã QR mở trang ${title}`,
	papers: 'Giấy tờ cần có',
	papersByCase: 'Danh sách đầy đủ mọi trường hợp; từng người chỉ cần một phần.',
	papersUnknown: 'Chưa có danh sách đã đối chiếu. Hỏi tại quầy.',
	channels: 'Cách nộp và thời hạn',
	result: 'Kết quả',
	decidedBy: 'Cơ quan giải quyết',
	who: 'Ai được nộp',
	law: 'Căn cứ pháp lý',
	partial: vi.procedure.partial,
	complain:
		'Cán bộ đòi thêm giấy tờ ngoài danh sách này, xin phản ánh với lãnh đạo cơ quan hoặc trên dichvucong.gov.vn.'
};
