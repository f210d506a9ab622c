import { fold } from '$lib/domain/shared/fold';

/**
 * One word as it is written, and as search compares it: without marks, and its marks in a fixed order ("hoà" has those
 * of "hòa").
 */
export type Word = { text: string; plain: string; marks: string };

/** The words of a text; numbers keep their dots ("1.001193"). */
export function wordsOf(text: string): Word[] {
	return text
		.normalize('NFC')
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}.]+/u)
		.flatMap(readPiece);
}

/** The same few thousand syllables stand everywhere: each is read once. */
const read = new Map<string, Word[]>();

function readPiece(piece: string): Word[] {
	let words = read.get(piece);
	if (!words) {
		const parts = /^\d[\d.]*$/.test(piece) ? [piece] : piece.split('.');
		words = parts
			.flatMap((part) => (SAME[part] ?? part).split(' '))
			.map((text) => ({ text, plain: plainOf(text), marks: marksOf(text) }))
			.filter((word) => word.plain);
		read.set(piece, words);
	}
	return words;
}

/** One word in the north, another in the south; and what people shorten. */
const SAME: Record<string, string> = {
	cha: 'bố',
	tía: 'bố',
	má: 'mẹ',
	heo: 'lợn',
	htx: 'hợp tác xã',
	nvqs: 'nghĩa vụ quân sự',
	tnxp: 'thanh niên xung phong',
	bhyt: 'bảo hiểm y tế',
	bhxh: 'bảo hiểm xã hội',
	hkd: 'hộ kinh doanh',
	cccd: 'căn cước công dân',
	gcn: 'giấy chứng nhận',
	qsdđ: 'quyền sử dụng đất',
	qsdd: 'quyền sử dụng đất',
	gpxd: 'giấy phép xây dựng',
	đk: 'đăng ký',
	dk: 'đăng ký'
};

/** "kí" and "ký", "lí" and "lý" are one word written two ways. */
function plainOf(piece: string): string {
	return fold(piece)
		.replace(/\.+$/, '')
		.replace(/^([bcdghklmnpqrstvx]+)y$/, '$1i');
}

function marksOf(piece: string): string {
	return [...piece.normalize('NFD')]
		.filter((sign) => sign === 'đ' || /\p{M}/u.test(sign))
		.sort()
		.join('');
}

/**
 * How alike two words of the same letters are by their marks, 0–1. No marks typed says nothing where no word has any;
 * some of them is a word being typed; other marks make another word ("bán", "bản"), or a slip.
 */
export function likenessOfMarks(typed: string, written: string, hasMarks: boolean): number {
	if (typed === written) return 1;
	if (typed === '') return hasMarks ? 0.75 : 0.97;
	if (written === '') return 0.9;
	return [...typed].every((mark) => written.includes(mark)) ? 0.8 : 0.4;
}

/** First letters that sound alike somewhere in the country. */
const ALIKE = ['sx', 'ln', 'dr', 'dv', 'dg', 'gr', 'ck', 'ct'];

/**
 * How likely one word was meant by another, 0–1: one slip apart (a letter missing, too many, or wrong). People
 * rarely get the first letter wrong, unless it sounds the same.
 */
export function likenessOfSlip(typed: string, written: string): number {
	if (!isOneSlip(typed, written)) return 0;
	const [a = '', b = ''] = [typed[0], written[0]];
	if (a === b) return 0.7;
	return ALIKE.some((pair) => pair === a + b || pair === b + a) ? 0.65 : 0.4;
}

function isOneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let start = 0;
	while (start < a.length && a[start] === b[start]) start += 1;
	let end = 0;
	const shorter = Math.min(a.length, b.length) - start;
	while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
	return Math.max(a.length, b.length) - start - end <= 1;
}

/**
 * What a word nobody wrote may have been meant as, likeliest first: keys of Telex or VNI left standing ("giaays",
 * "giay61"), two neighbours swapped ("snih").
 */
export function repairsOf(plain: string): string[] {
	const bare = plain
		.replace(/dd/g, 'd')
		.replace(/([aeo])\1+/g, '$1')
		.replace(/([aou])w/g, '$1')
		.replace(/w/g, 'u');
	const toneless = bare.replace(/([aeiouy][a-z]*?)[sfrxj]/, '$1');
	const swapped = Array.from(
		{ length: Math.max(0, plain.length - 1) },
		(_, at) => plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)
	);
	return [plain.replace(/(?!^)\d/g, ''), bare, toneless, bare.replace(/[sfrxj]$/, ''), ...swapped]
		.map(plainOf)
		.filter((word) => word && word !== plain);
}

/**
 * Words that carry the sentence, not the matter ("tôi muốn … ở đâu"): they help a little and are never needed. Those of
 * the second list are other words without their marks ("từ", "tử"), so they count as such only with them.
 */
const CARRIERS = wordsOf(
	'tôi em mình cháu anh chị ông cô muốn xin nhờ cho để là và của với hoặc hay có bị được phải đã đang sẽ rồi nữa nào gì như ra vào lên về ở trong này kia cái các những một hai đứa nhau vừa ạ à nhé ơi giúp làm ơn nhiêu cách thủ tục giấy đi đăng ký việc người'
);
const ONLY_WITH_MARKS = wordsOf(
	'bà bác bạn thì mà từ lấy bao lâu hết tiền hướng dẫn hồ sơ giấy tờ cấp hỏi nhà đó đâu thế tại mấy chú cần'
);
const keyOf = (word: Word) => word.plain + word.marks;
const carriers = new Set([...CARRIERS, ...ONLY_WITH_MARKS].map(keyOf));
const carriersWithoutMarks = new Set(CARRIERS.map((word) => word.plain));

/** Whether a word only carries the sentence; `hasMarks`: it stands among words with marks. */
export function isCarrier(word: Word, hasMarks: boolean): boolean {
	return hasMarks ? carriers.has(keyOf(word)) : carriersWithoutMarks.has(word.plain);
}

/** What is to be done tells procedures about the same thing apart. */
const actions = wordsOf(
	'mở lập đóng đổi sửa mất lại gia hạn tạm hủy bỏ xóa thôi rút trả bán mua sai chuyển nghỉ dời nhận từ chối chia chấm dứt giải thể'
);
const actionsWithMarks = new Set(actions.map(keyOf));
const actionsWithoutMarks = new Set(actions.map((word) => word.plain));

/** Whether a word says what is to be done. */
export function isAction(word: Word, hasMarks: boolean): boolean {
	return hasMarks ? actionsWithMarks.has(keyOf(word)) : actionsWithoutMarks.has(word.plain);
}

/** Family words say for whom, seldom what. */
const family = new Set(
	wordsOf('bố mẹ con vợ chồng cháu bà nội ngoại trai gái anh chị em bé nhỏ').map(keyOf)
);
const familyWithoutMarks = new Set(['me', 'con', 'vo', 'chong', 'chau', 'noi', 'ngoai']);

/** Whether a word names someone of the family. */
export function isFamily(word: Word, hasMarks: boolean): boolean {
	return hasMarks || word.marks ? family.has(keyOf(word)) : familyWithoutMarks.has(word.plain);
}
