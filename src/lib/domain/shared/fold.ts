/**
 * Folds Vietnamese text for comparing and searching: lower case, no marks, đ → d, one space between words.
 * "Giấy khai sinh" and "giay  khai sinh" fold to the same text.
 */
export function fold(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[đĐ]/g, 'd')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}.]+/gu, ' ')
		.trim();
}
