import type { Procedure } from '../catalogue/Procedure.ts';
import { damageOf, shorten, withoutBullet } from './cleanText.ts';
import { findVertical, matchField } from './fieldOfWork.ts';
import type { ImportContext, NewField } from './Imported.ts';
import type { NoteBook } from './noteBook.ts';
import { findNearest, readLevels } from './readLevels.ts';
import type { Source } from './Source.ts';

/** Where a draft waits whose field is not in our list: the database takes only fields it knows. */
export const UNSORTED_FIELD = 'chua-phan-loai';

type Identity = Pick<
	Procedure,
	| 'title'
	| 'shortTitle'
	| 'synonyms'
	| 'lifeEvents'
	| 'field'
	| 'level'
	| 'levels'
	| 'decidedBy'
	| 'decisionNo'
	| 'result'
	| 'onlineLevel'
	| 'summary'
	| 'whoMayFile'
>;

/** Name, field, level, agency and result of a record, with what is sure of them. */
export function draftIdentity(
	source: Source,
	{ fields }: ImportContext,
	book: NoteBook
): { content: Identity; newField?: NewField; vertical?: string } {
	const title = withoutBullet(source.title.replace(/^\d+\.\s*/, '')) || source.title;
	const shortTitle = shorten(title.replace(/^thủ tục\s+(?:hành chính\s+)?/iu, ''), 120);
	book.weigh('title', source.title, damageOf(source.title));
	book.guess('shortTitle', source.title, 'rút gọn từ tên chính thức, chưa phải lời của người dân');
	book.guess('summary', source.title, 'chép từ tên; cần viết lại cho người dân hiểu');
	const match = matchField(source.field, fields);
	const newField = match?.proposed;
	if (match === undefined) book.drop('field', source.field, 'nguồn không ghi lĩnh vực');
	else if (match.proposed)
		book.guess(
			'field',
			source.field,
			`danh mục của ta chưa có lĩnh vực này; đề nghị thêm “${match.proposed.name}” (${match.code})`
		);
	else
		book.weigh(
			'field',
			source.field,
			match.isExact ? undefined : 'xếp vào lĩnh vực gần nhất của ta'
		);
	const vertical = findVertical(source.field, source.agency);
	if (vertical)
		book.guess(
			'decidedBy',
			source.agency || source.field,
			`ngành dọc (${vertical}): thường không nộp ở bộ phận một cửa`
		);
	const { levels } = source;
	const { unknown } = readLevels(source.levelsText);
	if (unknown.length > 0)
		book.drop('level', unknown.join(', '), 'cấp không còn, hoặc ta không biết');
	const level = findNearest(levels) ?? 'commune';
	if (levels.length === 0)
		book.guess('level', source.levelsText, 'nguồn không ghi cấp nào ta biết');
	else
		book.weigh(
			'level',
			source.levelsText,
			levels.length > 1 ? 'nguồn ghi nhiều cấp; lấy cấp gần dân nhất' : undefined
		);
	const [result, ...moreResults] = source.results;
	const codes = source.results.flatMap(({ code }) => code ?? []);
	if (moreResults.length > 0 && codes.length > 0)
		book.drop('result', codes.join(', '), 'nhiều kết quả: mã của từng kết quả không giữ được');
	if (result === undefined) book.drop('result', source.resultsText, 'nguồn không ghi kết quả');
	else
		book.weigh(
			'result',
			source.resultsText,
			moreResults.length > 0 ? 'nguồn ghi nhiều kết quả' : damageOf(result.name)
		);
	state(book, 'decidedBy', source.agency, 'nguồn không ghi cơ quan giải quyết');
	state(book, 'whoMayFile', source.subjects, 'nguồn không ghi đối tượng');
	state(book, 'decisionNo', source.decisionNo, 'nguồn không ghi quyết định công bố');
	if (source.online) book.read('onlineLevel', source.onlineText);
	else if (source.onlineText === '')
		book.drop('onlineLevel', '', 'nguồn không ghi mức độ trực tuyến');
	else book.drop('onlineLevel', source.onlineText, 'không rõ là mức độ trực tuyến nào');
	return {
		content: {
			title,
			shortTitle,
			synonyms: [],
			lifeEvents: [],
			field: match === undefined || match.proposed ? UNSORTED_FIELD : match.code,
			level,
			...(levels.length > 1 ? { levels } : {}),
			decidedBy: source.agency,
			...(source.decisionNo === '' ? {} : { decisionNo: source.decisionNo }),
			result: resultOf(source),
			onlineLevel: source.online ?? 'unknown',
			summary: shorten(title, 300),
			whoMayFile: source.subjects
		},
		...(newField ? { newField } : {}),
		...(vertical ? { vertical } : {})
	};
}

function state(
	book: NoteBook,
	field: 'decidedBy' | 'whoMayFile' | 'decisionNo',
	text: string,
	why: string
): void {
	if (text === '') book.drop(field, '', why);
	else book.read(field, text);
}

function resultOf({ results }: Source): Procedure['result'] {
	const [first, ...more] = results;
	if (first === undefined) return { name: '' };
	if (more.length === 0) return first;
	return { name: results.map(({ name }) => name).join('; ') };
}
