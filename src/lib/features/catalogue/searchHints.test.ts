import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIFE_EVENTS } from '$lib/domain/catalogue/lifeEvents';
import { fold } from '$lib/domain/shared/fold';
import { findHints } from './searchHints';
import { findLifeEvent } from './searchLifeEvents';
import { ALL_QUESTIONS, findSearchQuestion } from './searchQuestions';

const posted = new Set(
	readdirSync('supabase/catalogue', { recursive: true, encoding: 'utf8' }).flatMap(
		(file) => /(\d\.\d{6})\.json$/.exec(file)?.[1] ?? []
	)
);
const isPosted = (code: string) => posted.has(code);
const ask = (query: string) => findSearchQuestion(query, isPosted)?.ask;

/** The beginning of what is asked, and queries that must raise it; with marks they do without them as well. */
const RAISED: Record<string, string> = {
	'Người mất thuộc diện nào':
		'tiền mai táng, xin mai táng phí cho bố, tiền tử tuất, lo đám tang cho mẹ',
	'Đất hoặc sổ': 'sổ đỏ, làm sổ hồng, bìa đỏ nhà tôi, giấy tờ đất',
	'Ở xã gọi là chứng thực': 'công chứng, công chứng giấy tờ, photo công chứng, đi công chứng',
	'Việc thừa kế': 'thừa kế, làm thủ tục thừa kế, chia di sản, thừa kế sổ đỏ của bố',
	'Xã còn sổ ghi việc khai sinh':
		'mất giấy khai sinh, con tôi mất giấy khai sinh, làm lại khai sinh',
	'Xã còn sổ ghi việc kết hôn': 'mất giấy kết hôn, làm lại giấy kết hôn',
	'Xã còn sổ ghi việc khai tử': 'mất giấy chứng tử của ông',
	'Bạn cần giấy phép cho việc gì': 'giấy phép xây dựng, xin phép xây nhà',
	'Trợ cấp cho ai': 'trợ cấp, xin trợ cấp hàng tháng, tiền trợ cấp, trợ cấp người già',
	'Nhà bạn muốn làm gì': 'hộ nghèo, xin sổ hộ nghèo, hộ cận nghèo',
	'Ly hôn do Tòa án': 'ly hôn, muốn ly dị chồng, thủ tục li hôn',
	'Tên trên giấy tờ nào': 'đổi tên, muốn đổi tên, giấy tờ ghi sai tên',
	'Ghe, tàu': 'ghe, đăng ký tàu, mua ghe, giấy tờ tàu, tàu thuyền',
	'Hợp tác xã cần': 'hợp tác xã, htx',
	'Tổ hợp tác cần': 'tổ hợp tác, lập tổ hợp tác',
	'Bạn cần việc nào về nghĩa vụ': 'nghĩa vụ quân sự, nvqs, đi bộ đội, khám nghĩa vụ quân sự',
	'Bạn cần việc nào cho gia đình': 'liệt sĩ, gia đình liệt sỹ',
	'Tham gia thời nào': 'thanh niên xung phong, chế độ thanh niên xung phong',
	'Cửa hàng đang thế nào': 'giấy phép kinh doanh, đăng ký kinh doanh',
	'Nuôi hẳn làm con': 'nhận nuôi trẻ, nuôi cháu mồ côi',
	'Bằng, học bạ': 'bằng tốt nghiệp, học bạ',
	'Đã hòa giải': 'tranh chấp đất với hàng xóm, hàng xóm lấn đất',
	'Bạn muốn nói điều gì': 'làm đơn, gửi đơn lên xã',
	'Trường hay nhóm trẻ': 'mở nhóm trẻ, mở trường mầm non',
	'Ai đi học': 'miễn học phí cho con',
	'Căn cước và cư trú': 'làm căn cước, đổi căn cước công dân, tạm trú',
	'Hộ chiếu do': 'hộ chiếu, visa, làm hộ chiếu',
	'Bằng lái': 'bằng lái xe, đăng ký xe máy',
	'Phiếu lý lịch': 'lý lịch tư pháp, xin lý lịch tư pháp',
	'Bảo hiểm thất nghiệp': 'bảo hiểm thất nghiệp',
	'Bảo hiểm xã hội': 'bảo hiểm xã hội, lương hưu',
	'Thuế do': 'đóng thuế thu nhập, mã số thuế'
};
/** With marks only: without them they are other words. */
const RAISED_WITH_MARKS: Record<string, string> = {
	'Ghe, tàu': 'tàu, cái thuyền',
	'Bằng, học bạ': 'mất bằng'
};
/** Near the words of a question, or so clear that there is nothing to ask. */
const SILENT = `
	khai sinh, kết hôn, bán đất, bản đồ, công chúng, công chức, mặt bằng, mat bang, đỏ, số đo,
	đăng ký hợp tác xã nông nghiệp mới, trợ cấp thân nhân liệt sĩ đã hy sinh, đi bộ, tầu, thợ nề, ghé, mồ côi,
	sang tên ghe cho người khác ở tỉnh khác, đổi tên chi nhánh hợp tác xã, thừa đất, kế thừa, hồng, hộ kinh tế, x`;

const listOf = (text: string) => text.split(',').map((one) => one.trim());
const raised = (table: Record<string, string>) =>
	Object.entries(table).flatMap(([asks, queries]) =>
		listOf(queries).map((query) => ({ asks, query }))
	);

describe('questions', () => {
	it.each(raised(RAISED))('$query: $asks', ({ asks, query }) => {
		expect(ask(query)).toMatch(new RegExp(`^${asks}`));
		expect(ask(fold(query))).toMatch(new RegExp(`^${asks}`));
		expect(ask(query.toUpperCase())).toBe(ask(query));
		expect(ask(query.normalize('NFD'))).toBe(ask(query));
	});
	it.each(raised(RAISED_WITH_MARKS))('$query: $asks, with marks', ({ asks, query }) => {
		expect(ask(query)).toMatch(new RegExp(`^${asks}`));
		expect(ask(fold(query))).toBeUndefined();
	});
	it.each(listOf(SILENT))('%s raises none', (query) => expect(ask(query)).toBeUndefined());
	it('are each raised by a query above, and lead only to procedures of the shelf', () => {
		for (const question of ALL_QUESTIONS)
			expect(
				Object.keys(RAISED).filter((asks) => question.ask.startsWith(asks)),
				question.ask
			).toHaveLength(1);
		const codes = ALL_QUESTIONS.flatMap(({ options }) => options.map(({ code }) => code));
		expect(codes.filter((code) => !posted.has(code))).toEqual([]);
	});
	it('lead each answer somewhere else', () => {
		for (const { ask: asks, options } of ALL_QUESTIONS)
			expect(new Set(options.map(({ code }) => code)).size, asks).toBe(options.length);
	});
	it('share no words', () => {
		const words = ALL_QUESTIONS.flatMap((question) => [
			...question.words,
			...(question.onlyWithMarks ?? [])
		]);
		expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
	});
	it('leave out what this office does not post, and are none with one answer left', () => {
		const only = (...codes: string[]) =>
			findSearchQuestion('thừa kế', (code) => codes.includes(code));
		expect(only('2.001019', '2.001406')?.options.map(({ code }) => code)).toEqual([
			'2.001019',
			'2.001406'
		]);
		expect(only('2.001019')).toBeUndefined();
		expect(findSearchQuestion('hộ chiếu', () => false)).toMatchObject({ options: [] });
	});
});

const EVENTS: Record<(typeof LIFE_EVENTS)[number], string> = {
	'having-a-child': 'sinh con, vợ tôi sắp sinh, mới sinh em bé, đẻ con, nhà có em bé',
	marrying: 'đám cưới, cưới vợ, lấy chồng, hai đứa sắp cưới, lập gia đình',
	'a-death': 'người nhà mất, mẹ tôi qua đời, bố mất, đám tang, ông ngoại mới mất',
	land: 'mua đất, bán đất cho em, cho con đất, mua bán nhà đất',
	building: 'xây nhà, sửa nhà, cất nhà trên đất vườn, xin phép xây nhà',
	'opening-a-shop': 'mở quán, mở tiệm tóc, buôn bán nhỏ, mở quán cà phê',
	'old-age': 'cha mẹ già, người cao tuổi, bố mẹ già yếu, tiền người già',
	school: 'con đi học, vào lớp 6, nhập học',
	papers: 'mất hết giấy tờ, làm lại giấy tờ bị lũ cuốn'
};
const NO_EVENT = `
	khai sinh, mẹ mất giấy khai sinh, bo mat so do, bà mất thẻ thương binh, cuối năm, cuoi nam, bản đồ, mưa đạt, đi hộc,
	chồng mất căn cước, me mat the bhyt, công chứng, hộ nghèo, kết hôn`;

describe('turns in life', () => {
	it.each(raised(EVENTS))('$query: $asks', ({ asks, query }) => {
		expect(findLifeEvent(query)).toBe(asks);
		expect(findLifeEvent(fold(query))).toBe(asks);
	});
	it('know some words only with their marks', () => {
		expect(findLifeEvent('cưới')).toBe('marrying');
		expect(findLifeEvent('cuoi')).toBeUndefined();
	});
	it.each(listOf(NO_EVENT))('%s is none', (query) => expect(findLifeEvent(query)).toBeUndefined());
	it('leads to its page', () => {
		expect(findHints('sinh con', isPosted)).toEqual({
			question: undefined,
			lifeEvent: { event: 'having-a-child', href: '/viec/sinh-con' }
		});
		expect(findHints('xyz', isPosted)).toEqual({ question: undefined, lifeEvent: undefined });
		expect(findHints('', isPosted)).toEqual({ question: undefined, lifeEvent: undefined });
	});
	it('each has words', () => expect(Object.keys(EVENTS).sort()).toEqual([...LIFE_EVENTS].sort()));
});
