/** What the checklist says of a paper that many people lack. */
export const viHints = {
	lacked: (tenths: number) =>
		`Cứ 10 người thì ${tenths === 10 ? 'cả 10' : `khoảng ${tenths}`} người thiếu giấy này hoặc mang chưa đúng.`,
	look: 'Xem kỹ lại trước khi đi.',
	counted: (cases: number) => `Tính từ ít nhất ${cases} hồ sơ trong 12 tháng qua.`
} as const;
