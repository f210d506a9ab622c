import { describe, expect, it } from 'vitest';
import { isProvisional, newSlug, provisionalId, slugOf } from './slug.ts';

describe('an id from words', () => {
	it.each([
		['Giấy chứng sinh', 'giay-chung-sinh'],
		['Ai sẽ đi đăng ký khai sinh cho trẻ?', 'ai-se-di-dang-ky-khai-sinh-cho-tre'],
		['Người làm thay có phải là người ruột thịt không?', 'nguoi-lam-thay-co-phai-la-nguoi-ruot'],
		['60 ngày', 'so-60-ngay'],
		['  ', ''],
		['?!', '']
	])('%j → %j', (text, slug) => expect(slugOf(text)).toBe(slug));

	it.each([
		['Giấy', [], 'giay'],
		['Giấy', ['giay'], 'giay-2'],
		['Giấy', ['giay', 'giay-2'], 'giay-3'],
		['', ['moi-1'], 'moi-2']
	])('%j beside %j is %j', (text, taken, id) => expect(newSlug(text, taken)).toBe(id));

	it('knows what may still follow the words', () => {
		expect(isProvisional(provisionalId([]))).toBe(true);
		expect(isProvisional('giay-moi-1')).toBe(false);
	});
});
