/** How conditions, faults, warnings and values are said in words. */
export const viEditorSay = {
	condition: {
		only: (clause: string) => `Chỉ khi ${clause}`,
		is: (question: string, answers: string) => `“${question}” là ${answers}`,
		isNot: (question: string, answers: string) => `“${question}” không phải là ${answers}`,
		answer: (label: string) => `“${label}”`,
		or: ' hoặc ',
		either: ', hoặc ',
		both: ', và ',
		group: (parts: string) => `(${parts})`,
		not: (parts: string) => `không đúng là (${parts})`,
		nothing: '(chưa chọn)',
		always: 'luôn luôn',
		never: 'không bao giờ',
		goneQuestion: (id: string) => `câu hỏi đã xóa (${id})`,
		goneAnswer: (value: string) => `câu trả lời đã xóa (${value})`
	},

	faults: {
		missing: (label: string) => `${label}: chưa ghi.`,
		tooFew: (label: string, least: number) => `${label}: cần ít nhất ${least}.`,
		invalid: (label: string) => `${label}: chưa đúng, xem lại.`,
		'nothing-picked': (label: string) => `${label}: chưa chọn câu hỏi hoặc câu trả lời.`,
		'unknown-question': (label: string) => `${label}: dựa vào câu hỏi không còn nữa.`,
		'unknown-answer': (label: string) => `${label}: dựa vào câu trả lời không còn nữa.`,
		'asked-later': (label: string) =>
			`${label}: chờ một câu hỏi đứng sau, nên không bao giờ được hỏi. Đưa câu kia lên trước.`,
		twice: (label: string) => `${label}: trùng với một dòng khác.`,
		'no-options': (label: string) => `${label}: chưa có mục nào để chọn.`,
		'unknown-field': (label: string) => `${label}: chọn lại ô của tờ khai.`
	},

	warnings: {
		long: (words: number, sentence: string) => `Câu dài ${words} chữ, nên tách ra: “${sentence}”`,
		'small-letter': (sentence: string) => `Câu chưa viết hoa chữ đầu: “${sentence}”`,
		term: (term: string, plain: string, texts: number) =>
			`“${term}” là từ của cơ quan. Nên viết: ${plain}. Hoặc giải thích trong ngoặc.${texts > 1 ? ` Có ở ${texts} chỗ.` : ''}`,
		'free-but-council': 'Chọn “không mất tiền” nhưng ghi chú lại nói HĐND tỉnh quyết định mức phí.',
		unreachable: {
			paper: 'Không cách trả lời nào dẫn đến giấy này. Người dân không bao giờ thấy nó.',
			note: 'Không cách trả lời nào làm lưu ý này hiện ra.',
			question: 'Không cách trả lời nào dẫn đến câu hỏi này.',
			fee: 'Không cách trả lời nào dẫn đến khoản phí này.'
		},
		'idle-question': 'Trả lời thế nào cũng không đổi gì. Bỏ câu này, hoặc gắn giấy tờ vào nó.',
		blank: 'Để trống thì người dân thấy tiêu đề mà không thấy lời nào.',
		'no-source': 'Chưa ghi lấy từ dòng nào của nguồn. Người sau không kiểm tra lại được.'
	},

	yes: 'có',
	no: 'không',
	money: (amount: string) => `${amount} đồng`,
	tier: (from: number, amount: string) => `từ thứ ${from}: ${amount}`,
	most: (amount: string, per: string) => `nhiều nhất ${amount} cho mỗi ${per}`,
	count: (units: string) => `nhân với ô “${units}”`,
	countTimes: (units: string, times: string) => `nhân với ô “${units}” và ô “${times}”`,
	formOf: (sections: number, fields: number) => `tờ khai ${sections} trang, ${fields} ô`,
	lines: (count: number) => `${count} dòng`
};
