import { amountsOf, findAmount, findPer, LEAST_FEE } from './money.ts';
import { isMissing } from './cleanText.ts';

/** A fee as read: its kind and amount, the words beside it, and why it is in doubt or what was left out. */
export type FeeLine = {
	kind: 'free' | 'amount' | 'province' | 'unknown';
	amount?: number;
	per?: string;
	note: string;
	raw: string;
	doubt?: string;
	/** A figure of the source that could not be taken over, and why. */
	lost?: string;
};

const COUNCIL = /HĐND|hội đồng nhân dân/iu;
const NOTHING_TO_PAY =
	/^(?:không|không có|không thu|không thu phí|không mất phí|miễn phí|không quy định)[\s.;]*$/iu;
const FOREIGN = /\d\s*(?:USD|EUR|đô la|\$|JPY|yên)/iu;
const FOR_A_TIME = /đến (?:hết )?(?:ngày )?\d{1,2}\/\d{1,2}\/\d{4}|(?:kể )?từ ngày|giảm/iu;

/**
 * Reads what the portal shows of a fee: `cell` ("Miễn phí", "500,000 VNĐ", "Không có thông tin") and the words beside.
 * "Miễn phí" is often only the empty value: beside a people's council it means that the province decides, beside
 * amounts it means nothing. 0 is never "free".
 */
export function readFee(cell: string, beside: string): FeeLine {
	const raw = [cell, beside].filter(Boolean).join(' ');
	const note = isMissing(beside) ? '' : beside;
	const line = (rest: Omit<FeeLine, 'raw' | 'note'> & { note?: string }): FeeLine => ({
		note,
		raw,
		...rest
	});
	if (cell === '' || isMissing(cell)) return withoutCell(line, note);
	if (/^miễn phí$/iu.test(cell)) return free(line, beside, note);
	if (FOREIGN.test(cell))
		return line({ kind: 'unknown', note: raw, lost: 'mức thu bằng tiền nước ngoài' });
	const [, digits = ''] = /^([\d.,]+)/.exec(cell) ?? [];
	const amount = findAmount(digits);
	if (amount === undefined) return readWords(raw);
	if (amount === 0) return line({ kind: 'unknown', lost: 'số 0 không có nghĩa là miễn phí' });
	return withAmount(line, amount, note);
}

type Line = (rest: Omit<FeeLine, 'raw' | 'note'> & { note?: string }) => FeeLine;

function withoutCell(line: Line, note: string): FeeLine {
	if (COUNCIL.test(note))
		return line({ kind: 'province', doubt: 'nguồn chỉ ghi trong phần mô tả' });
	return amountsOf(note).length > 0
		? line({ kind: 'unknown', lost: 'mức thu chỉ nằm trong phần mô tả' })
		: line({ kind: 'unknown' });
}

function free(line: Line, beside: string, note: string): FeeLine {
	if (note === '')
		return /không quy định/iu.test(beside)
			? line({ kind: 'free', doubt: 'nguồn ghi “không quy định” bên cạnh “Miễn phí”' })
			: line({ kind: 'free' });
	if (NOTHING_TO_PAY.test(note)) return line({ kind: 'free' });
	if (/^không thu (?:phí|lệ phí)/iu.test(note))
		return line({ kind: 'free', doubt: 'nguồn nói không thu kèm điều kiện' });
	const amounts = amountsOf(note);
	if (amounts.length > 0 || FOREIGN.test(note))
		return line({ kind: 'unknown', lost: 'nguồn vừa ghi “Miễn phí” vừa ghi mức thu' });
	if (COUNCIL.test(note))
		return /nếu có\)/iu.test(note.slice(0, 60))
			? line({ kind: 'province', doubt: 'nguồn ghi “nếu có”' })
			: line({ kind: 'province' });
	return line({
		kind: 'unknown',
		lost: 'nguồn ghi “Miễn phí” nhưng phần mô tả dẫn quy định về phí'
	});
}

function withAmount(line: Line, amount: number, note: string): FeeLine {
	const beside = amountsOf(note);
	if (amount < LEAST_FEE)
		return line({ kind: 'unknown', lost: `mức ${amount} đồng quá nhỏ, có thể nguồn bị mất số 0` });
	if (beside.length > 0 && !beside.includes(amount))
		return line({ kind: 'unknown', lost: 'mức thu và phần mô tả khác nhau' });
	if (COUNCIL.test(note))
		return line({ kind: 'province', lost: `mức ${amount} đồng nằm cạnh “do HĐND quyết định”` });
	const per = findPer(note, amount);
	const known = { kind: 'amount' as const, amount, ...(per === undefined ? {} : { per }) };
	if (beside.length > 1) return line({ ...known, doubt: 'phần mô tả còn ghi mức thu khác' });
	if (FOR_A_TIME.test(note))
		return line({ ...known, doubt: 'phần mô tả có mức giảm hoặc miễn trong một thời gian' });
	if (/trường hợp|đối với|dưới|từ \d|sát hạch|cấp lại|giảm/iu.test(note))
		return line({ ...known, doubt: 'mức này có điều kiện kèm theo' });
	return line(known);
}

/** A fee written by hand in a list: "Miễn phí", "8.000 đồng/bản", "HĐND tỉnh quy định", "Không". */
export function readWords(text: string): FeeLine {
	const note = text.trim();
	const line = (rest: Omit<FeeLine, 'raw' | 'note'> & { note?: string }): FeeLine => ({
		note,
		raw: text,
		...rest
	});
	if (/^(?:miễn phí|không thu(?: phí)?|không mất phí)[\s.;]*$/iu.test(note))
		return line({ kind: 'free', note: '' });
	if (/^(?:không|0|0 đồng|không có)[\s.;]*$/iu.test(note))
		return line({ kind: 'unknown', lost: '“không” hoặc 0 chưa chắc là miễn phí' });
	if (note === '' || isMissing(note) || /^(?:không|chưa) rõ$/iu.test(note))
		return line({ kind: 'unknown', note: '' });
	if (FOREIGN.test(note)) return line({ kind: 'unknown', lost: 'mức thu bằng tiền nước ngoài' });
	const amounts = amountsOf(note);
	const [amount] = amounts;
	if (COUNCIL.test(note))
		return line(
			amount === undefined
				? { kind: 'province' }
				: { kind: 'province', lost: 'có mức thu cạnh “do HĐND quyết định”' }
		);
	if (amount === undefined)
		return line({ kind: 'unknown', lost: 'không tìm thấy mức thu trong câu này' });
	if (amounts.length > 1 || amount < LEAST_FEE)
		return line({
			kind: 'unknown',
			lost: amounts.length > 1 ? 'có nhiều mức thu' : 'mức thu quá nhỏ'
		});
	const per = findPer(note, amount);
	const isBare =
		/^[\d.,]+\s*(?:triệu|nghìn|ngàn)?\s*(?:vnđ|vnd|việt nam đồng|đồng|đ)?\s*(?:\/[^;,]*)?[.;]?$/iu.test(
			note
		);
	return line({
		kind: 'amount',
		amount,
		...(per === undefined ? {} : { per }),
		...(isBare ? { note: '' } : { doubt: 'mức này có điều kiện kèm theo' })
	});
}
