import type { Channel, Procedure } from '../catalogue/Procedure.ts';
import { shorten, TOO_LONG, withoutBullet } from './cleanText.ts';
import type { NoteBook } from './noteBook.ts';
import type { Source, SourceMethod } from './Source.ts';

const MOST_STEPS = 60;
const LONGEST_STEP = 1200;
const LONGEST_NOTE = 1500;

/** What the notes of an import call the ways to file. */
export const CHANNEL_NAMES: Record<Channel['kind'], string> = {
	'in-person': 'Nộp trực tiếp',
	online: 'Nộp trực tuyến',
	post: 'Nộp qua bưu chính'
};

/** The ways to file, one entry for each kind. Several times for one way give none: a person must say which is whose. */
export function draftChannels(source: Source, book: NoteBook): Procedure['channels'] {
	const steps = stepsOf(source, book);
	const kinds = [...new Set(source.methods.map(({ channel }) => channel))];
	if (kinds.length === 0) {
		book.guess('channels.kind', '', 'nguồn không ghi cách nộp; tạm để nộp trực tiếp');
		book.drop('channels.limit', '', 'nguồn không ghi thời hạn');
		return [
			{ kind: 'in-person', where: whereOf('in-person', source, [], book), limit: null, steps }
		];
	}
	const isMixed = differ(source.methods);
	return kinds.map((kind) => {
		const methods = source.methods.filter(({ channel }) => channel === kind);
		book.read('channels.kind', methods.map(({ raw }) => raw).join(' | '), CHANNEL_NAMES[kind]);
		return {
			kind,
			where: whereOf(kind, source, methods, book),
			...limitOf(kind, methods, isMixed, book),
			steps
		};
	});
}

/** Whether the ways to file state different limits: often those of different cases, put down side by side. */
function differ(methods: readonly SourceMethod[]): boolean {
	const limits = methods.flatMap(({ time }) =>
		time.limit === null ? [] : [JSON.stringify(time.limit)]
	);
	return new Set(limits).size > 1;
}

function limitOf(
	kind: Channel['kind'],
	methods: readonly SourceMethod[],
	isMixed: boolean,
	book: NoteBook
): Pick<Channel, 'limit' | 'limitNote'> {
	const at = CHANNEL_NAMES[kind];
	const raw = methods.map((method) => method.raw).join(' | ');
	const times = methods.map(({ time }) => time);
	const different = new Map(times.map((time) => [JSON.stringify(time.limit) + time.text, time]));
	const note = noteOf(methods, book, at);
	const [first] = different.values();
	if (first === undefined) return { limit: null };
	if (different.size > 1) {
		book.drop(
			'channels.limit',
			raw,
			'nguồn ghi nhiều thời hạn cho một cách nộp; hãy chọn theo trường hợp',
			at
		);
		return { limit: null, limitNote: note };
	}
	if (first.limit === null) {
		if (first.lost) book.drop('channels.limit', raw, first.lost, at);
		else book.read('channels.limit', raw, at);
		return { limit: null, ...(note === '' ? {} : { limitNote: note }) };
	}
	const mixed = isMixed
		? 'các cách nộp có thời hạn khác nhau; có thể là của từng trường hợp'
		: undefined;
	book.weigh('channels.limit', raw, first.doubt ?? mixed, at);
	return { limit: first.limit, ...(note === '' ? {} : { limitNote: note }) };
}

/** The times of the source where none could be taken over, then what it says beside them. */
function noteOf(methods: readonly SourceMethod[], book: NoteBook, at: string): string {
	const isTold = methods.length === 1 && methods[0]?.time.limit !== null;
	const times = isTold
		? []
		: methods.filter(({ time }) => time.text !== '').map(({ time }) => time);
	const reasons = [...new Set(times.flatMap(({ lost }) => lost ?? []))].join('; ');
	const told =
		times.length === 0
			? ''
			: `Nguồn ghi ${[...new Set(times.map(({ text }) => `“${text}”`))].join(', ')}${reasons === '' ? '' : ` (${reasons})`}.`;
	const notes = [...new Set(methods.map(({ note }) => note).filter(Boolean))];
	const each = Math.max(200, Math.floor(LONGEST_NOTE / Math.max(1, notes.length)));
	for (const note of notes.filter(({ length }) => length > each))
		book.drop(
			'channels.limit',
			note.slice(shorten(note, each).length - 1).trim(),
			`phần mô tả ${TOO_LONG}`,
			at
		);
	return [told, ...notes.map((note) => shorten(note, each))].filter(Boolean).join('\n');
}

function whereOf(
	kind: Channel['kind'],
	{ address, agency }: Source,
	methods: readonly SourceMethod[],
	book: NoteBook
): string {
	const note = methods.map((method) => method.note).join(' ');
	if (kind === 'online') {
		book.guess(
			'channels.where',
			note,
			'mặc định của Cổng Dịch vụ công quốc gia',
			CHANNEL_NAMES[kind]
		);
		return 'Cổng Dịch vụ công quốc gia (dichvucong.gov.vn)';
	}
	if (address !== '') {
		book.read('channels.where', address, CHANNEL_NAMES[kind]);
		return address;
	}
	if (agency !== '') {
		book.guess(
			'channels.where',
			agency,
			'nguồn chỉ ghi cơ quan, không ghi nơi nộp',
			CHANNEL_NAMES[kind]
		);
		return agency;
	}
	book.drop('channels.where', '', 'nguồn không ghi nơi nộp', CHANNEL_NAMES[kind]);
	return 'Nguồn không ghi nơi nộp';
}

function stepsOf({ steps }: Source, book: NoteBook): string[] {
	const lines = joinBroken(steps.text.split('\n')).map(withoutBullet).filter(Boolean);
	const kept = lines.slice(0, MOST_STEPS).map((line) => shorten(line, LONGEST_STEP));
	if (kept.length === 0) {
		book.drop('channels.steps', '', 'nguồn không ghi trình tự');
		return ['Nguồn không ghi trình tự thực hiện'];
	}
	const isCut = lines.length > MOST_STEPS || lines.some((line) => line.length > LONGEST_STEP);
	book.weigh(
		'channels.steps',
		steps.text,
		steps.doubt ?? (isCut ? 'trình tự quá dài, đã cắt bớt' : undefined)
	);
	return kept;
}

/** A line that goes on in the next one is one line. */
function joinBroken(lines: readonly string[]): string[] {
	const joined: string[] = [];
	for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
		const before = joined.at(-1);
		if (
			before !== undefined &&
			/[\p{L}\d,]$/u.test(before) &&
			/^[\p{Ll}(]/u.test(line) &&
			!/^[a-zđ][.)]/u.test(line)
		)
			joined[joined.length - 1] = `${before} ${line}`;
		else joined.push(line);
	}
	return joined;
}
