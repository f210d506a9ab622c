/** A new build is there; on every page, so in a chunk of its own. */
export const viUpdate = {
	text: 'Có bản mới của ứng dụng. Những gì bạn đã nhập vẫn còn nguyên.',
	button: 'Dùng bản mới'
};
