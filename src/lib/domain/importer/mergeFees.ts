import type { Fee } from '../catalogue/Fee.ts';
import { fold } from '../shared/fold.ts';
import { feeOf, type ListFee } from './listFigures.ts';
import { feeText, PLAIN_FEE } from './listTexts.ts';
import type { NoteBook } from './noteBook.ts';

const KEPT = 'giữ điều kiện và ghi chú của mức đang dùng; hãy xem còn đúng không';

/** A line of the list with the fee in force it is about, if there is one. */
type Pair = { listed: ListFee; fee?: Fee; isSame: boolean };

/**
 * The fees in force with what the lines of a list say otherwise: each line is held against the fee of the same words, else
 * of the same name, else against the only one left. Conditions, ways to file and the order stay as they were authored; new
 * fees stand behind. Where no line can be told to belong to a fee, or one cannot be read, no fee is taken away.
 */
export function mergeFees(base: readonly Fee[], listed: readonly ListFee[], book: NoteBook): Fee[] {
	const left = [...base];
	const take = (fee: Fee | undefined) => {
		if (fee) left.splice(left.indexOf(fee), 1);
		return fee;
	};
	const pairs = listed.map((line): Pair => {
		const same = take(left.find((fee) => fold(feeText(fee)) === fold(line.text)));
		return { listed: line, ...(same ? { fee: same } : {}), isSame: same !== undefined };
	});
	for (const pair of pairs.filter(({ fee }) => !fee)) {
		const named = left.filter(({ label }) => fold(label) === fold(pair.listed.label));
		if (named.length === 1) pair.fee = take(named[0]);
	}
	const alone = pairs.filter(({ fee }) => !fee);
	if (alone.length === 1 && left.length === 1 && alone[0]) alone[0].fee = take(left[0]);
	const isOurs = base.length === 0 || pairs.some(({ fee }) => fee);
	const mayRemove = isOurs && !pairs.some(({ listed: { line } }) => isUnreadable(line));
	const edits = new Map<Fee, Fee>();
	const added = pairs.flatMap(({ listed, fee, isSame }) => {
		if (fee) edits.set(fee, mergeFee(listed, fee, isSame, book));
		if (fee) return [];
		const isNew = base.length === 0 || (isOurs && !isUnreadable(listed.line));
		return isNew ? [newFee(listed, book)] : untold(listed, book);
	});
	const kept = mayRemove ? base.filter((fee) => edits.has(fee)) : base;
	for (const fee of mayRemove ? left : [])
		book.drop('fees', feeText(fee), 'có trong bản đang dùng, danh sách không còn ghi');
	return [...kept.map((fee) => edits.get(fee) ?? fee), ...added];
}

function mergeFee(listed: ListFee, fee: Fee, isSame: boolean, book: NoteBook): Fee {
	const { line, label, text } = listed;
	if (isSame) {
		book.read('fees', text);
		return fee;
	}
	if (isUnreadable(line)) {
		book.drop('fees', text, `${line.lost}; giữ mức đang dùng`);
		return fee;
	}
	if (line.lost) book.drop('fees', text, line.lost);
	const { amount: _, per, tiers, most, count, ...rest } = fee;
	const isAmount = line.kind === 'amount';
	if (!isAmount && (per ?? tiers ?? most ?? count))
		book.drop('fees', feeText(fee), 'cách tính theo số lượng không còn dùng đến');
	const kept = [fee.channels, fee.when, fee.exempt, fee.note, isAmount && (tiers ?? most ?? count)];
	book.weigh('fees', text, line.doubt ?? (kept.some(Boolean) ? KEPT : undefined));
	const figures = isAmount ? { per: line.per ?? per, tiers, most, count } : {};
	return withoutUndefined({
		...rest,
		label: label === PLAIN_FEE ? fee.label : label,
		kind: line.kind,
		amount: line.amount,
		...figures,
		note: line.note || fee.note,
		source: feeOf(listed).source
	});
}

function newFee(listed: ListFee, book: NoteBook): Fee {
	const { line, text } = listed;
	if (line.lost) book.drop('fees', text, line.lost);
	book.weigh('fees', text, line.doubt ?? (line.lost ? 'xem phần bỏ lại' : undefined));
	return feeOf(listed);
}

function untold({ text }: ListFee, book: NoteBook): Fee[] {
	book.drop('fees', text, 'không rõ là dòng phí nào đang dùng; giữ các mức đang dùng');
	return [];
}

function withoutUndefined<T extends object>(value: T): T {
	return Object.fromEntries(
		Object.entries(value).filter(([, member]) => member !== undefined)
	) as T;
}

function isUnreadable({ kind, lost }: ListFee['line']): boolean {
	return kind === 'unknown' && lost !== undefined;
}
