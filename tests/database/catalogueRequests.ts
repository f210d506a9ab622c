import type { PGlite } from '@electric-sql/pglite';
import type { Procedure } from '#domain/catalogue/Procedure.ts';
import { uuid } from './office.ts';

/** A small procedure that editors may publish and phones can read. */
export function goodContent(code: string, title: string): Procedure {
	return {
		schema: 1,
		code,
		title,
		shortTitle: title,
		synonyms: ['giấy khai sinh'],
		lifeEvents: ['having-a-child'],
		field: 'ho-tich',
		level: 'commune',
		decidedBy: 'Ủy ban nhân dân xã',
		decisionNo: '1234/QĐ-UBND',
		result: { name: 'Giấy khai sinh' },
		onlineLevel: 'full',
		summary: 'Cho trẻ mới sinh',
		whoMayFile: 'Cha hoặc mẹ',
		questions: [],
		requirements: [],
		notes: [],
		channels: [
			{
				kind: 'in-person',
				where: 'Bộ phận một cửa',
				limit: { unit: 'working-day', value: 2 },
				steps: ['Nộp giấy tờ']
			},
			{ kind: 'post', where: 'Bưu điện', limit: null, steps: ['Gửi giấy tờ'] }
		],
		fees: [
			{
				label: 'Lệ phí',
				kind: 'amount',
				amount: 8000,
				tiers: [{ from: 3, amount: 1000 }],
				most: { amount: 200000, per: 'bản' },
				source: 'Nghị quyết của tỉnh'
			}
		],
		clock: { supplement: 'pause' },
		proxy: 'Được ủy quyền',
		mistakes: [],
		lookalikes: [],
		legalBasis: [],
		retention: 'vĩnh viễn',
		eForm: null,
		provenance: {
			source: 'Văn phòng thử',
			asOf: '2026-11-01',
			verification: 'partial',
			unverified: []
		}
	};
}

/**
 * One request that is right for every function of the catalogue's editors, by function name: by `editor`, or by `second
 * editor` where it takes a second person. Of procedure 1.000001 there is then a draft (uuid 700), a proposal (701) and a
 * version that waits for its date (702).
 */
export async function catalogueRequests(
	database: PGlite
): Promise<Record<string, Record<string, unknown>>> {
	await database.exec(`
		insert into public.staff (user_id, agency_id, full_name)
		select md5('second editor')::uuid, id, 'second editor' from public.agencies where code = 'H99.01';
		insert into public.staff_roles (staff_id, role) select id, 'editor' from public.staff where full_name = 'second editor';
	`);
	const { rows } = await database.query<{ version: string }>(
		`select current_version_id::text as version from public.procedures where code = '1.000001'`
	);
	const baseVersionId = rows[0]?.version;
	const draft = (number: number) => ({
		protocol: 1,
		draftId: uuid(number),
		expectedRevision: 1
	});
	const beginning = (number: number, actionId: string) => ({
		protocol: 1,
		actionId,
		draftId: uuid(number),
		procedureCode: '1.000001',
		kind: 'change',
		content: goodContent('1.000001', `Khai sinh bản ${number}`),
		baseVersionId
	});
	const propose = (number: number, actionId: string, effectiveOn: string | null) => ({
		...draft(number),
		actionId,
		summary: 'Theo nghị quyết mới của tỉnh',
		effectiveOn
	});
	const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
	for (const [account, name, request] of [
		['editor', 'begin_procedure_draft', beginning(700, uuid(710))],
		['editor', 'begin_procedure_draft', beginning(701, uuid(711))],
		['editor', 'begin_procedure_draft', beginning(702, uuid(712))],
		['editor', 'propose_procedure', propose(701, uuid(713), null)],
		['editor', 'propose_procedure', propose(702, uuid(714), inAYear)],
		['second editor', 'publish_procedure', { ...draft(702), actionId: uuid(715) }]
	] as const) {
		await database.query(
			`select set_config('request.jwt.claims', jsonb_build_object('sub', md5($1)::uuid)::text, false)`,
			[account]
		);
		await database.query(`select public.${name}($1::text::jsonb)`, [JSON.stringify(request)]);
	}
	await database.exec(`select set_config('request.jwt.claims', '', false)`);
	return {
		begin_procedure_draft: beginning(703, uuid(804)),
		cancel_scheduled: {
			protocol: 1,
			actionId: uuid(804),
			draftId: uuid(702),
			reason: 'Nghị quyết lùi ngày'
		},
		catalogue_list: { protocol: 1 },
		lacking_papers: { protocol: 1, procedureCode: '1.000001' },
		discard_procedure_draft: draft(700),
		procedure_draft: { protocol: 1, draftId: uuid(701) },
		procedure_history: { protocol: 1, code: '1.000001' },
		procedure_version: { protocol: 1, versionId: baseVersionId },
		propose_procedure: propose(700, uuid(804), '2026-01-01'),
		publish_procedure: { ...draft(701), actionId: uuid(804) },
		rebase_procedure_draft: {
			...draft(700),
			baseVersionId,
			content: goodContent('1.000001', 'Khai sinh trên bản mới')
		},
		return_proposal: { ...draft(701), actionId: uuid(804), reason: 'Chưa nêu căn cứ' },
		save_field: { protocol: 1, code: 'dat-dai', name: 'Đất đai', help: 'Sổ đỏ', position: 2 },
		save_posting: {
			protocol: 1,
			code: '1.000001',
			postedOn: '2026-01-02',
			postedDecision: '56/QĐ-UBND'
		},
		save_procedure_draft: {
			...draft(700),
			content: goodContent('1.000001', 'Khai sinh viết lại')
		}
	};
}
