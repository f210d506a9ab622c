import * as z from 'zod/mini';
import { checkReferences } from '../catalogue/checkReferences.ts';
import { Procedure } from '../catalogue/Procedure.ts';
import { damageOf, shorten, withoutBullet } from './cleanText.ts';
import { draftChannels, draftFees } from './draftChannels.ts';
import { draftPapers } from './draftPapers.ts';
import { findVertical, matchField } from './fieldOfWork.ts';
import type { Draft, ImportContext, Imported, NewField } from './Imported.ts';
import { openNoteBook, type NoteBook } from './noteBook.ts';
import { readCode } from './readCode.ts';
import { findNearest, readLevels } from './readLevels.ts';
import type { Source } from './Source.ts';

/** Larger than this the database refuses (256 kB); bytes, with room for the rest of the request. */
const MOST_BYTES = 235_000;

/** Where a draft waits whose field is not in our list: the database takes only fields it knows. */
export const UNSORTED_FIELD = 'chua-phan-loai';

/** Turns the pieces of a record into a draft of our model, or says why that cannot be. */
export function makeDraft(source: Source, context: ImportContext): Imported {
	const code = readCode(source.code);
	if (!code.ok) return { kind: 'failed', reason: code.error };
	const book = openNoteBook();
	const identity = draftIdentity(source, context, book);
	const { doubt, suffix } = code.value;
	book.weigh('code', String(source.code), doubt);
	if (suffix !== '') book.drop('code', suffix, 'phần đuôi địa phương của mã không dùng đến');
	const papers = draftPapers(source.tables, book);
	const notes = [...papers.notes, ...conditionsOf(source, book)];
	const procedure = fit({
		schema: 1,
		code: code.value.code,
		...identity.content,
		...papers,
		notes,
		channels: draftChannels(source, book),
		fees: draftFees(source, book),
		...draftRest(source, context, book)
	});
	for (const piece of source.leftOver) book.drop('other', piece, 'không biết thuộc mục nào');
	return checked(procedure, {
		kind: 'draft',
		procedure,
		notes: book.notes,
		...(identity.newField ? { newField: identity.newField } : {}),
		...(identity.vertical ? { vertical: identity.vertical } : {})
	});
}

/** A draft that our own rules take, or the first rule it breaks. */
export function checked(procedure: unknown, draft: Draft): Imported {
	const parsed = Procedure.safeParse(procedure);
	if (!parsed.success)
		return {
			kind: 'failed',
			reason: `Không đúng khuôn của thủ tục: ${z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' ')}`
		};
	const [fault] = checkReferences(parsed.data);
	return fault === undefined
		? { ...draft, procedure: parsed.data }
		: { kind: 'failed', reason: `Nội dung không khớp: ${fault}` };
}

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

function draftIdentity(
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

function conditionsOf({ conditions }: Source, book: NoteBook): Procedure['notes'] {
	if (conditions === '') return [];
	book.weigh('notes', conditions, damageOf(conditions), 'Yêu cầu, điều kiện');
	return [{ id: 'yeu-cau-dieu-kien', text: shorten(conditions, 6000) }];
}

type Rest = Pick<
	Procedure,
	| 'clock'
	| 'proxy'
	| 'mistakes'
	| 'lookalikes'
	| 'legalBasis'
	| 'retention'
	| 'eForm'
	| 'provenance'
>;

function draftRest(source: Source, { file, asOf }: ImportContext, book: NoteBook): Rest {
	book.guess('clock', '', 'mặc định: bổ sung hồ sơ thì tính lại từ đầu');
	book.drop('proxy', '', 'nguồn không ghi việc làm thay');
	book.drop('retention', '', 'nguồn không ghi thời hạn lưu');
	if (source.laws.length === 0)
		book.drop('legalBasis', source.lawsText, 'nguồn không ghi căn cứ pháp lý');
	else book.guess('legalBasis', source.lawsText, 'tên và số văn bản dính liền nhau, đã tách');
	return {
		clock: { supplement: 'restart' },
		proxy: '',
		mistakes: [],
		lookalikes: [],
		legalBasis: source.laws,
		retention: '',
		eForm: null,
		provenance: {
			source: `${source.origin}, nhập từ tệp ${file}`,
			asOf: source.asOf ?? asOf,
			verification: 'partial',
			unverified: [
				`Nhập từ ${file}, chưa ai đối chiếu`,
				'Tên thường gọi, tóm tắt, lý do cần từng giấy và cách làm khi thiếu giấy: chưa viết',
				'Làm thay, thời hạn lưu, cách tính khi bổ sung hồ sơ: nguồn không ghi'
			]
		}
	};
}

/** A draft too large for the database keeps its steps once only. */
function fit(procedure: Procedure): Procedure {
	if (new TextEncoder().encode(JSON.stringify(procedure)).length <= MOST_BYTES) return procedure;
	const [first, ...others] = procedure.channels;
	return {
		...procedure,
		channels: [
			...(first ? [first] : []),
			...others.map((channel) => ({ ...channel, steps: ['Các bước như cách nộp đầu tiên'] }))
		]
	};
}
