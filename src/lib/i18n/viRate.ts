/** The way from a dossier to the survey; the survey's own words come with its page. */
export const viRate = {
	link: 'Đánh giá lần làm việc này',
	help: 'Hai phút, không ghi tên.'
};
