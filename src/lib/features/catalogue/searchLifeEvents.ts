import type { LifeEvent } from '$lib/domain/catalogue/lifeEvents';
import { placeOf, readSaid } from './searchSaid';

/** By what people say of a turn in life, not of a paper: then its page helps more than any one procedure. */
const WORDS: Record<LifeEvent, string> = {
	'having-a-child':
		'sinh con, đẻ con, sinh em bé, sinh cháu, mới sinh, mới đẻ, vợ sinh, vợ đẻ, sắp sinh, có em bé, em bé chào đời',
	marrying:
		'lấy vợ, lấy chồng, cưới vợ, cưới chồng, cưới hỏi, cưới nhau, lấy nhau, đám cưới, sắp cưới, lập gia đình',
	'a-death':
		'qua đời, từ trần, người nhà mất, người thân mất, có người mất, có người chết, người nhà chết, bố mất, cha mất, ba mất, mẹ mất, má mất, ông mất, bà mất, chồng mất, vợ mất, con mất, mới mất, vừa mất, đám ma, đám tang, có tang',
	land: 'mua đất, bán đất, mua bán đất, mua bán nhà, mua nhà đất, mua bán nhà đất, bán nhà, cho đất, cho con đất, chia đất, sang tên đất, sang tên nhà',
	building: 'xây nhà, làm nhà, cất nhà, dựng nhà, sửa nhà, xây nhà mới, lên nhà',
	'opening-a-shop':
		'mở quán, mở tiệm, mở cửa hàng, mở shop, buôn bán, bán hàng, bán tạp hóa, mở hàng ăn',
	'old-age':
		'cha mẹ già, bố mẹ già, ba mẹ già, cha già, mẹ già, ông bà già, người già, người cao tuổi, tuổi già, già yếu',
	school:
		'đi học, nhập học, vào lớp một, vào lớp 1, vào cấp 2, vào lớp 6, con đến tuổi đi học, năm học mới',
	papers: 'mất hết giấy tờ, mất giấy tờ, làm giấy tờ, làm lại giấy tờ, giấy tờ bị cháy'
};

/** Where without marks they would be other words ("cuối năm", "bà mặt"). */
const ONLY_WITH_MARKS: Partial<Record<LifeEvent, string>> = { marrying: 'cưới, cưới xin' };

/** Behind "mất" these say that a thing was lost, not that someone died. */
const THINGS = [
	'giấy',
	'thẻ',
	'sổ',
	'bằng',
	'bản',
	'căn cước',
	'cccd',
	'hộ chiếu',
	'đất',
	'tiền',
	'xe',
	'hết'
];

const read = (list = '') => list.split(', ').filter(Boolean);
const events = Object.keys(WORDS) as LifeEvent[];
const phrases = events.flatMap((event) => [
	...read(WORDS[event]).map((words) => ({ event, words, needsMarks: false })),
	...read(ONLY_WITH_MARKS[event]).map((words) => ({ event, words, needsMarks: true }))
]);

/** The turn in life that the typed words speak of, if any; the longest words win. */
export function findLifeEvent(query: string): LifeEvent | undefined {
	const said = readSaid(query);
	const [longest] = phrases
		.filter(({ words, needsMarks }) => placeOf(words, said) >= 0 && !(needsMarks && said.isPlain))
		.filter(
			({ words }) =>
				!words.endsWith('mất') || THINGS.every((thing) => placeOf(`${words} ${thing}`, said) < 0)
		)
		.sort((a, b) => b.words.length - a.words.length);
	return longest?.event;
}
