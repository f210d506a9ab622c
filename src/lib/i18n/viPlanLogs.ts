/** The words of the outreach log (sổ tuyên truyền) and of the training log (sổ tập huấn). */
export const viPlanLogs = {
	loading: 'Đang mở sổ…',
	failedTitle: 'Chưa mở được sổ',
	change: 'Sửa',
	heldOn: 'Ngày',
	optional: '(không bắt buộc)',
	remove: {
		title: 'Xóa dòng ghi nhầm',
		reason: 'Vì sao xóa',
		submit: 'Xóa dòng này',
		done: 'Đã xóa khỏi sổ. Nhật ký còn giữ.'
	},
	back: 'Về sổ',

	outreach: {
		pageTitle: (year: number) => `Sổ tuyên truyền năm ${year}`,
		title: (year: number) => `Sổ tuyên truyền năm ${year}`,
		lead: 'Mỗi lần nói với dân về nộp hồ sơ trực tuyến hay về một thủ tục là một dòng.',
		empty: (year: number) => `Năm ${year} chưa ghi lần tuyên truyền nào`,
		emptyHelp: 'Ghi buổi đầu tiên ở phần dưới.',
		add: 'Ghi một lần tuyên truyền',
		forms: {
			loudspeaker: 'Loa truyền thanh',
			zalo: 'Zalo',
			'village-meeting': 'Họp thôn',
			leaflet: 'Tờ rơi',
			other: 'Cách khác'
		} as const,
		form: 'Cách làm',
		chooseForm: 'Chọn cách làm',
		place: 'Ở đâu',
		placeHelp: 'Ví dụ: Thôn Trung; nhóm Zalo thôn Đoài',
		topic: 'Nói về gì',
		field: 'Lĩnh vực',
		anyField: 'Chung, không riêng lĩnh vực nào',
		procedure: 'Thủ tục',
		anyProcedure: 'Không riêng thủ tục nào',
		reach: 'Khoảng bao nhiêu người nghe, xem',
		reachHelp: 'Không biết thì để trống.',
		owner: 'Ai làm',
		ownerHelp: 'Ví dụ: Tổ công nghệ số cộng đồng thôn Trung',
		note: 'Ghi chú',
		save: 'Ghi vào sổ',
		saved: 'Đã ghi vào sổ tuyên truyền.',
		columns: {
			day: 'Ngày',
			how: 'Cách làm, nơi',
			topic: 'Nội dung',
			reach: 'Số người',
			owner: 'Ai làm',
			effect: 'Hồ sơ trực tuyến 4 tuần trước và sau'
		},
		unknownReach: 'chưa rõ',
		about: (what: string) => `Về: ${what}`,
		effect: (before: number, after: number) => `Trước: ${before} hồ sơ. Sau: ${after} hồ sơ.`,
		tooEarly: (before: number, until: string) =>
			`Trước: ${before} hồ sơ. Sau: chưa đủ 4 tuần, xem lại sau ngày ${until}.`,
		others: (count: number) => `Trong các tuần đó còn ${count} lần tuyên truyền khác.`,
		notCause:
			'Hai con số chỉ cho thấy hai việc xảy ra gần nhau, không chứng minh tuyên truyền làm hồ sơ tăng hay giảm. Đếm hồ sơ nộp trực tuyến đã tiếp nhận, không tính ngày tuyên truyền; có ghi lĩnh vực hay thủ tục thì chỉ đếm hồ sơ loại đó.',
		sums: (talks: number) => `${talks} lần tuyên truyền`,
		times: (form: string, talks: number) => `${form} ${talks} lần`,
		reached: (people: string, counted: number, talks: number) =>
			`khoảng ${people} lượt người, cộng từ ${counted} trên ${talks} lần có ghi số`,
		notCounted: 'chưa lần nào ghi số người'
	},

	training: {
		pageTitle: (year: number) => `Sổ tập huấn năm ${year}`,
		title: (year: number) => `Sổ tập huấn năm ${year}`,
		lead: 'Cán bộ được học gì, ai dạy, ai dự, mấy giờ.',
		empty: (year: number) => `Năm ${year} chưa ghi buổi tập huấn nào`,
		emptyHelp: 'Ghi buổi đầu tiên ở phần dưới.',
		add: 'Ghi một buổi tập huấn',
		kinds: {
			skill: 'Kỹ năng, nghiệp vụ',
			attitude: 'Thái độ phục vụ',
			'online-help': 'Hướng dẫn nộp trực tuyến',
			law: 'Quy định mới',
			other: 'Nội dung khác'
		} as const,
		kind: 'Loại nội dung',
		chooseKind: 'Chọn loại',
		topic: 'Tên buổi, nội dung',
		teacher: 'Ai dạy',
		hours: 'Số giờ',
		hoursHelp: 'Cho mỗi người; lẻ nửa giờ thì ghi 3,5',
		participants: 'Cán bộ dự',
		guests: 'Khách dự, ngoài cán bộ cơ quan',
		guestsHelp: 'Ví dụ: thành viên tổ công nghệ số. Không có thì để trống.',
		material: 'Tài liệu',
		materialHelp: 'Số văn bản, đường dẫn hoặc tên tài liệu',
		save: 'Ghi vào sổ',
		saved: 'Đã ghi vào sổ tập huấn.',
		columns: {
			day: 'Ngày',
			topic: 'Nội dung',
			teacher: 'Ai dạy',
			people: 'Người dự',
			hours: 'Số giờ',
			material: 'Tài liệu'
		},
		hoursOf: (hours: string) => `${hours} giờ`,
		guestsOf: (guests: number) => `${guests} khách`,
		sums: (trainings: number, places: number, staff: number, guests: number, hours: string) =>
			`${trainings} buổi, ${places} lượt dự (${staff} cán bộ khác nhau, ${guests} lượt khách), tổng ${hours} giờ`
	},

	wrong: {
		heldOn: 'Chọn ngày đã làm, không sau hôm nay.',
		place: 'Ghi làm ở đâu.',
		form: 'Chọn cách làm.',
		topic: 'Ghi nói về gì.',
		owner: 'Ghi ai làm.',
		reach: 'Ghi số người bằng chữ số, hoặc để trống.',
		kind: 'Chọn loại nội dung.',
		trainingTopic: 'Ghi tên buổi tập huấn.',
		teacher: 'Ghi ai dạy.',
		hours: 'Ghi số giờ, ví dụ 3 hoặc 3,5.',
		guests: 'Ghi số khách bằng chữ số, hoặc để trống.',
		people: 'Chọn cán bộ dự, hoặc ghi số khách.'
	}
} as const;
