import type { Procedure } from '../catalogue/Procedure.ts';
import { checked } from './checked.ts';
import { damageOf, shorten, TOO_LONG } from './cleanText.ts';
import { CHANNEL_NAMES, draftChannels } from './draftChannels.ts';
import { draftFees } from './draftFees.ts';
import { draftIdentity } from './draftIdentity.ts';
import { draftPapers } from './draftPapers.ts';
import type { ImportContext, Imported } from './Imported.ts';
import { openNoteBook, type NoteBook } from './noteBook.ts';
import { readCode } from './readCode.ts';
import type { Source } from './Source.ts';

/** Larger than this the database refuses (256 kB); bytes, with room for the rest of the request. */
const MOST_BYTES = 235_000;
const LONGEST_CONDITIONS = 6000;

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
	const whole: Procedure = {
		schema: 1,
		code: code.value.code,
		...identity.content,
		...papers,
		notes,
		channels: draftChannels(source, book),
		fees: draftFees(source, book),
		...draftRest(source, context, book)
	};
	const procedure = fit(whole, book);
	for (const piece of source.leftOver) book.drop('other', piece, 'không biết thuộc mục nào');
	if (source.forms.length > 0)
		book.drop('other', source.forms.join('; '), 'tên tệp mẫu đơn của nguồn, không dùng đến');
	return checked(procedure, {
		kind: 'draft',
		notes: book.notes,
		...(identity.newField ? { newField: identity.newField } : {}),
		...(identity.vertical ? { vertical: identity.vertical } : {})
	});
}

function conditionsOf({ conditions }: Source, book: NoteBook): Procedure['notes'] {
	if (conditions === '') return [];
	const isCut = conditions.length > LONGEST_CONDITIONS;
	book.weigh(
		'notes',
		conditions,
		damageOf(conditions) ?? (isCut ? TOO_LONG : undefined),
		'Yêu cầu, điều kiện'
	);
	return [{ id: 'yeu-cau-dieu-kien', text: shorten(conditions, LONGEST_CONDITIONS) }];
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
	else book.weigh('legalBasis', source.lawsText, source.lawsDoubt);
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
function fit(procedure: Procedure, book: NoteBook): Procedure {
	if (new TextEncoder().encode(JSON.stringify(procedure)).length <= MOST_BYTES) return procedure;
	const [first, ...others] = procedure.channels;
	for (const { kind, steps } of others)
		book.drop(
			'channels.steps',
			steps.join(' '),
			'bản ghi quá lớn; chỉ giữ các bước ở cách nộp đầu tiên',
			CHANNEL_NAMES[kind]
		);
	return {
		...procedure,
		channels: [
			...(first ? [first] : []),
			...others.map((channel) => ({ ...channel, steps: ['Các bước như cách nộp đầu tiên'] }))
		]
	};
}
