import { checkReferences } from '../catalogue/checkReferences.ts';
import { Procedure } from '../catalogue/Procedure.ts';
import { brokenReferences } from '../editing/brokenReferences.ts';
import type { Draft, Imported } from './Imported.ts';
import { PART_NAMES } from './partNames.ts';

/** A draft that our own rules take, or in which parts it breaks them. */
export function checked(procedure: unknown, draft: Omit<Draft, 'procedure'>): Imported {
	const parsed = Procedure.safeParse(procedure);
	if (!parsed.success) {
		const unknown = parsed.error.issues.flatMap((issue) =>
			issue.code === 'unrecognized_keys' ? issue.keys.map((key) => `“${key}”`) : []
		);
		const extra =
			unknown.length === 0 ? '' : ` Có mục không nằm trong khuôn: ${unknown.join(', ')}.`;
		const parts = namesOf(parsed.error.issues.map(({ path }) => path[0]));
		const where = parts === '' ? '' : `, ở phần: ${parts}`;
		return failed(`Chưa nhập được vì nội dung chưa đúng khuôn của thủ tục${where}.${extra}`);
	}
	if (checkReferences(parsed.data).length === 0) return { ...draft, procedure: parsed.data };
	const parts = namesOf(brokenReferences(parsed.data).map(({ path }) => path[0]));
	const where = parts === '' ? '' : ` ở phần: ${parts}`;
	return failed(
		`Chưa nhập được vì nội dung không khớp nhau${where}. Có mã bị trùng, hoặc có chỗ dựa vào câu hỏi, câu trả lời hay ô tờ khai không có.`
	);
}

function failed(reason: string): Imported {
	return { kind: 'failed', reason };
}

function namesOf(keys: readonly (PropertyKey | undefined)[]): string {
	const names = new Map<PropertyKey, string>(Object.entries(PART_NAMES));
	return [
		...new Set(keys.flatMap((key) => (key === undefined ? [] : (names.get(key) ?? []))))
	].join(', ');
}
