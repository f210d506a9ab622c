import type { Fee } from '../catalogue/Fee.ts';
import type { Channel } from '../catalogue/Procedure.ts';
import { fold } from '../shared/fold.ts';
import { shorten, TOO_LONG } from './cleanText.ts';
import { CHANNEL_NAMES } from './draftChannels.ts';
import type { NoteBook } from './noteBook.ts';
import type { FeeLine } from './readFee.ts';
import type { Source } from './Source.ts';

const LONGEST_NOTE = 1500;

/** The fees: what is alike for all ways to file stands once and names no way. */
export function draftFees(
	source: Pick<Source, 'methods'> & { steps: { text: string } },
	book: NoteBook
): Fee[] {
	const groups = new Map<string, { line: FeeLine; channels: Channel['kind'][]; notes: string[] }>();
	for (const { channel, fees } of source.methods)
		for (const line of fees) {
			// What is not known is one line, whatever stands beside it.
			const words = line.kind === 'unknown' && !line.lost ? '' : fold(line.note);
			const key = [line.kind, line.amount, line.per, words].join('|');
			const group = groups.get(key) ?? { line, channels: [], notes: [] };
			if (line.note !== '') group.notes.push(line.note);
			if (!group.channels.includes(channel)) group.channels.push(channel);
			groups.set(key, group);
		}
	if (groups.size === 0) book.drop('fees', '', 'nguồn không ghi phí, lệ phí');
	const all = new Set(source.methods.map(({ channel }) => channel)).size;
	const isMixed = groups.size > 1;
	const mentions = /nộp (?:phí|lệ phí)|thu (?:phí|lệ phí)|mức phí|biên lai/iu.test(
		source.steps.text
	);
	return [...groups.values()].map(({ line, channels, notes }, index): Fee => {
		const at = channels.map((kind) => CHANNEL_NAMES[kind]).join(', ');
		// Of what is not known the words may stand beside another of its lines.
		const [kept = ''] = notes;
		note(line, at, isMixed || (line.kind === 'free' && mentions));
		noteCut(kept, notes, at);
		return {
			label: isMixed ? `Phí, lệ phí (${index + 1})` : 'Phí, lệ phí',
			kind: line.kind,
			...(line.amount === undefined ? {} : { amount: line.amount }),
			...(line.per === undefined ? {} : { per: line.per }),
			...(channels.length === all ? {} : { channels }),
			...(kept === '' ? {} : { note: shorten(kept, LONGEST_NOTE) }),
			source: 'Cách thức thực hiện, cột phí, lệ phí'
		};
	});

	function noteCut(kept: string, notes: readonly string[], at: string): void {
		for (const other of new Set(notes.filter((one) => fold(one) !== fold(kept))))
			book.drop('fees', other, 'phần mô tả của cùng một mức, chỉ giữ một', at);
		if (kept.length > LONGEST_NOTE)
			book.drop(
				'fees',
				kept.slice(shorten(kept, LONGEST_NOTE).length - 1).trim(),
				`phần mô tả ${TOO_LONG}`,
				at
			);
	}

	function note(line: FeeLine, at: string, isOdd: boolean): void {
		if (line.lost) book.drop('fees', line.raw, line.lost, at);
		const odd = isOdd
			? isMixed
				? 'các cách nộp có phí khác nhau'
				: 'nguồn ghi “Miễn phí” nhưng trình tự có nhắc đến phí'
			: undefined;
		const lost = line.lost ? 'xem phần bỏ lại' : undefined;
		book.weigh('fees', line.raw, line.doubt ?? lost ?? odd, at);
	}
}
