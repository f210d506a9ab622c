import { fail, ok, type Result } from '../shared/Result.ts';

/** A code as our catalogue keeps it, what was cut off behind it, and why it is in doubt, if it is. */
export type ReadCode = { code: string; suffix: string; doubt?: string };

/**
 * Reads the code of a procedure: "1.001193", "2.000908.00 0.00.00.H61" (a local suffix, with stray blanks). Kept as
 * text. A number (a spreadsheet's own type) has lost the zeros behind and gets them back, in doubt – unless hardly a digit
 * is left: 1 and 1.2 are numbering. A code of fewer or more digits is refused: nobody can tell which procedure was meant.
 */
export function readCode(value: unknown): Result<ReadCode, string> {
	if (typeof value === 'number') {
		const code = value.toFixed(6);
		return /^\d\.\d{6}$/.test(code) && Number(code) === value && !/0{4}$/.test(code)
			? ok({ code, suffix: '', doubt: 'ô mã ở dạng số nên số 0 cuối đã mất; đã thêm lại' })
			: fail(`Mã “${value}” không phải mã thủ tục (dạng 1.001193).`);
	}
	const text =
		typeof value === 'string' ? value.normalize('NFC').replace(/[\s\u200B\uFEFF]+/g, '') : '';
	if (text === '') return fail('Không có mã thủ tục.');
	const [, code, suffix = ''] = /^(\d\.\d{6})((?:[.\-/][\w.\-/]*)?)$/u.exec(text) ?? [];
	if (code !== undefined) return ok({ code, suffix });
	const [, digits] = /^\d\.(\d{1,5})(?:\D|$)/.exec(text) ?? [];
	return fail(
		digits
			? `Mã “${text}” thiếu số: sau dấu chấm phải có 6 chữ số, ở đây chỉ có ${digits.length}.`
			: `Mã “${text}” không phải mã thủ tục (dạng 1.001193).`
	);
}
