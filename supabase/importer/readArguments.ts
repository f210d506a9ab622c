import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '#domain/shared/Result.ts';

/** What the command was asked to do. */
export type ImportOrder = {
	paths: string[];
	report?: string;
	template?: string;
	dryRun: boolean;
};

export const USAGE = `Cách dùng:
  npm run catalogue:import -- ĐƯỜNG_DẪN… --report TỆP [--dry-run]
  npm run catalogue:import -- --template TỆP.xlsx

  ĐƯỜNG_DẪN   tệp .json, .xlsx, .csv, hoặc thư mục chứa các tệp ấy
  --report    ghi báo cáo: .md hoặc .html để đọc, .json cho máy
  --dry-run   chỉ đọc và báo cáo, không lưu bản nháp nào
  --template  ghi mẫu danh sách để điền

Không có gì được công bố: mọi thứ nhập vào là bản nháp, chờ người biên tập xem.`;

/** Reads the arguments of the command, its paths made whole by `place`; a fault is one Vietnamese sentence. */
export function readArguments(
	args: readonly string[],
	place: (path: string) => string
): Result<ImportOrder, string> {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				report: { type: 'string' },
				template: { type: 'string' },
				'dry-run': { type: 'boolean', default: false }
			}
		});
		if (values.template === undefined && positionals.length === 0)
			return fail('Hãy cho biết tệp hoặc thư mục cần nhập.');
		if (values.template !== undefined && !values.template.endsWith('.xlsx'))
			return fail('Tên tệp mẫu phải kết thúc bằng .xlsx.');
		if (positionals.length > 0 && values.report === undefined)
			return fail('Hãy cho biết nơi ghi báo cáo: --report TỆP.');
		return ok({
			paths: positionals.map(place),
			...(values.report === undefined ? {} : { report: place(values.report) }),
			...(values.template === undefined ? {} : { template: place(values.template) }),
			dryRun: values['dry-run']
		});
	} catch (cause) {
		const [name = ''] = /--?[\w-]+/.exec(String(cause)) ?? [];
		return fail(`Không hiểu tham số ${name}, hoặc nó còn thiếu phần phải ghi kèm.`);
	}
}
