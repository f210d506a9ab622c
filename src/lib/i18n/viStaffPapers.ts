/** How a paper is asked for, in the desk's words. */
export const paperKinds = {
	'submit-original': 'Nộp bản chính',
	'certified-copy': 'Nộp bản sao có chứng thực',
	'photocopy-with-original': 'Nộp bản chụp, đưa bản chính để so',
	photocopy: 'Nộp bản chụp',
	'show-original': 'Đưa xem rồi trả lại',
	electronic: 'Bản điện tử',
	'data-lookup': 'Tra trong cơ sở dữ liệu'
};

/** What the citizen said of a paper. */
export const paperStates: Record<string, string> = {
	ready: 'Đã có sẵn',
	missing: 'Chưa đánh dấu',
	'cannot-get': 'Không lấy được',
	'nothing-to-bring': 'Không phải mang'
};
