import { formatShortDate } from './format';
import { formatNumber } from './numbers';

const kinds = {
	procedures: (value: string) => `niêm yết ${value} thủ tục`,
	fields: (value: string) => `thuộc ${value} lĩnh vực`,
	solved: (value: string) => `tiếp nhận và giải quyết ${value} hồ sơ`,
	early: (value: string) => `${value} hồ sơ trước hạn`,
	onTime: (value: string) => `${value} hồ sơ đúng hạn`,
	late: (value: string) => `${value} hồ sơ quá hạn`,
	online: (value: string) => `${value} hồ sơ nộp trực tuyến`
};

/** The words about figures that a source outside has printed. */
export const viQuote = {
	title: 'Con số nguồn khác đã nêu',
	days: (from: string, to: string) =>
		`Từ ${formatShortDate(from)} đến hết ${formatShortDate(to)}, nguồn này nêu:`,
	/** A figure as the source says it: "trên" stays. */
	figure: ({
		figure,
		value,
		moreThan
	}: {
		figure: keyof typeof kinds;
		value: number;
		moreThan: boolean;
	}) => kinds[figure](`${moreThan ? 'trên ' : ''}${formatNumber(value)}`),
	source: (source: string) => `Nguồn: ${source}.`,
	unseen: 'Chúng tôi chưa tìm được bản gốc của nguồn này, nên chỉ trích lại.',
	apart: 'Các con số khác trên trang do máy đếm từ nhật ký hồ sơ, không lấy từ đây.'
};
