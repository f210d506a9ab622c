/** What is said to somebody who files again what they filed already. */
export const viSameFiled = {
	title: 'Hồ sơ này giống hệt hồ sơ bạn đã nộp',
	filed: (reference: string) =>
		`Mọi điều khai và ảnh đều giống hồ sơ ${reference}. Hồ sơ đó vẫn đang được giải quyết, bạn không cần nộp lại.`,
	waiting:
		'Mọi điều khai và ảnh đều giống hồ sơ đang chờ gửi trong máy này. Máy sẽ tự gửi hồ sơ đó, bạn không cần nộp lại.',
	open: 'Xem hồ sơ đó',
	another: 'Tôi vẫn cần nộp thêm một hồ sơ',
	unchangedTitle: 'Bạn chưa sửa gì',
	unchanged:
		'Hồ sơ đã nộp vẫn còn nguyên, bạn không cần nộp lại. Muốn sửa thì bấm “Sửa” ở chỗ cần sửa, rồi nộp.'
};
