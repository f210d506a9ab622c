const share = (part: number, whole: number, percent: number | undefined) =>
	percent === undefined ? `${part} trong ${whole}` : `${part} trong ${whole} (${percent}%)`;

/** The words by which editors are asked to write a paper anew that people keep lacking. */
export const viLacking = {
	share,
	listTitle: (count: number) => `Nhiều người thiếu giấy này – nên viết lại (${count})`,
	listLine: (figure: string) => `thiếu hoặc sai: ${figure} hồ sơ`,
	title: 'Giấy người dân hay thiếu',
	none: '12 tháng qua chưa ai thiếu giấy nào của thủ tục này.',
	loading: 'Đang lấy số liệu…',
	failed: 'Chưa lấy được số liệu giấy hay thiếu.',
	never: 'Máy chưa đếm lần nào. Mỗi ngày máy đếm một lần.',
	computed: (when: string) => `Hồ sơ của 12 tháng, máy đếm mỗi ngày; lần cuối ${when}.`,
	proposed: 'Nhiều người thiếu – nên viết lại',
	why: (cases: number, share: number) =>
		`Nên viết lại khi từ ${cases} hồ sơ trở lên mà cứ 100 hồ sơ có ít nhất ${share} hồ sơ thiếu.`,
	now: (figure: string) => `Thiếu hoặc mang sai: ${figure} hồ sơ có giấy này.`,
	untried: 'Lời đang dùng chưa có hồ sơ nào.',
	causes: (missing: number, wrong: number, inVain: number) =>
		`Chưa có: ${missing}. Mang sai: ${wrong}. Phải về không: ${inVain}.`,
	wordings: 'Trước và sau khi viết lại',
	wording: (since: number, day: string, figure: string) =>
		`Lời từ bản ${since} (${day}): ${figure}`,
	effect: (before: number, after: number) =>
		after < before
			? `Viết lại có tác dụng: từ ${before}% còn ${after}%.`
			: after > before
				? `Viết lại chưa có tác dụng: từ ${before}% lên ${after}%.`
				: `Viết lại chưa thay đổi gì: vẫn ${after}%.`,
	waiting: 'Chưa đủ 5 hồ sơ để so trước và sau.'
} as const;
