import type { PGlite } from '@electric-sql/pglite';
import { figureRequests } from './figureRequests.ts';
import { uuid } from './office.ts';

/**
 * The dossiers of the desk's other half of the day, on top of six ordinary ones (uuid 1–6): 7 waits for papers before
 * receipt, 8 after it, 9 is to be withdrawn, 10 has a stored result, 11 is a same-day matter, 12 waits for money, 13 has a
 * consultation, a part and a stage, and one blank and one bordereau are out. 985 was filed and received at the counter, 987 last year.
 */
export const deskStatuses = [1, 4, 1, 4, 2, 4, 4];

const result = `'%PDF-1.7 ' || repeat('x', 91)`;

/** One request that is right for every function of supplements, results, counter and slips, by function name. */
export async function deskRequests(
	database: PGlite,
	secret: string
): Promise<Record<string, unknown>> {
	await database.exec(setting(secret));
	const { rows } = await database.query<Row>(
		`select (select id::text from public.supplements where dossier_id = '${uuid(7)}') as round,
			(select min(number) from app.blank_slips) as blank,
			(select id::text from public.staff where full_name = 'officer') as officer,
			(select department_id::text from public.staff where full_name = 'officer') as department,
			(select min(departments.id::text) from public.departments join public.staff on staff.agency_id = departments.agency_id
				and staff.full_name = 'officer' where departments.id <> staff.department_id) as elsewhere,
			(select id::text from public.waits where dossier_id = '${uuid(13)}') as wait,
			(select id::text from public.dossier_parts where dossier_id = '${uuid(13)}') as part,
			(select id::text from public.staff where full_name = 'approver') as signer,
			(select encode(sha256(convert_to(${result}, 'UTF8')), 'hex')) as sha,
			(select encode(convert_to(${result}, 'UTF8'), 'base64')) as bytes,
			(select id::text from public.slips limit 1) as slip,
			(select id::text from public.slips where dossier_id = '${uuid(985)}') as receipt,
			extract(year from now() at time zone interval '7 hours')::int as year,
			(select min(day)::date::text from generate_series(current_date + 10, current_date + 20, interval '1 day') as day
				where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as day,
			(select min(day)::date::text from generate_series(current_date + 40, current_date + 50, interval '1 day') as day
				where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as later,
			(select jsonb_object_agg(id, version) from public.dossiers) as versions`
	);
	const row = rows[0];
	if (!row) throw new Error('no dossiers');
	const action = (number: number) => ({
		protocol: 1,
		actionId: uuid(800),
		dossierId: uuid(number),
		expectedVersion: row.versions[uuid(number)]
	});
	const line = {
		id: 'l1',
		requirementId: 'giay-chung-sinh',
		name: 'Giấy chứng sinh',
		verdict: 'wrong',
		reason: 'Ảnh mờ, không đọc được',
		originals: 1,
		certified: 0,
		copies: 0
	};
	const answer = { protocol: 1, id: uuid(970), dossierId: uuid(7), secret };
	return {
		add_parts: {
			...action(4),
			parts: [
				{ title: 'Đăng ký khai sinh', agency: 'UBND xã Bến Cát' },
				{ title: 'Đăng ký thường trú', agency: 'Công an xã Bến Cát', after: 1, dueDate: row.day }
			]
		},
		finish_stage: { ...action(13), number: 1 },
		assign_dossier: { ...action(4), staffId: row.officer, reason: 'Chị Lan nghỉ ốm một tuần' },
		close_consultation: {
			...action(13),
			waitId: row.wait,
			outcome: 'answered',
			answer: 'Đúng nơi cư trú như khai',
			documentNumber: '15/CAX-TH'
		},
		consult_agency: {
			...action(4),
			agency: 'Công an xã Bến Cát',
			question: 'Đề nghị xác nhận nơi cư trú',
			documentNumber: '09/PYC',
			until: row.day,
			silence: 'Nghị định về xây dựng'
		},
		copy_external: {
			...action(4),
			external: {
				system: 'Phần mềm hộ tịch điện tử',
				code: 'G09.20-0092637',
				status: 'Đã tiếp nhận hồ sơ'
			}
		},
		close_register: { protocol: 1, actionId: uuid(821), year: row.year - 1 },
		issue_control_sheet: { protocol: 1, actionId: uuid(820), dossierId: uuid(4) },
		joint_receipt: { protocol: 1, slipId: row.receipt },
		note_register_print: {
			protocol: 1,
			printId: uuid(822),
			year: row.year,
			from: `${row.year}-01-01`,
			to: `${row.year}-12-31`,
			reason: 'Nộp lưu trữ cuối năm'
		},
		open_file: { protocol: 1, fileId: uuid(503), reason: 'Đối chiếu giấy chứng sinh' },
		register_page: {
			protocol: 1,
			year: row.year,
			from: `${row.year}-01-01`,
			to: `${row.year}-12-31`,
			after: { receivedAt: `${row.year}-01-01T00:00:00+07:00`, id: uuid(1) }
		},
		...figureRequests(row.year, row.department),
		view_log: { protocol: 1, dossierId: uuid(4) },
		staff_trips: {
			protocol: 1,
			from: `${row.year}-01-01`,
			to: `${row.year + 1}-01-01`,
			by: 'procedure'
		},
		trip_dossiers: {
			protocol: 1,
			from: `${row.year}-01-01`,
			to: `${row.year + 1}-01-01`,
			procedureCode: '1.000001',
			requirementId: 'giay-chung-sinh'
		},
		note_vain_visit: {
			protocol: 1,
			actionId: uuid(812),
			dossierId: uuid(4),
			reason: 'officer-away',
			papers: []
		},
		mend_vain_visit: {
			protocol: 1,
			actionId: uuid(813),
			visitId: uuid(161),
			reason: 'result-not-ready'
		},
		make_handover: {
			protocol: 1,
			actionId: uuid(810),
			direction: 'to-department',
			departmentId: row.department,
			dossierIds: [uuid(3), uuid(4)],
			note: 'Bốn tập giấy đóng ghim'
		},
		move_dossier: {
			...action(4),
			departmentId: row.elsewhere,
			reason: 'Đúng chuyên môn phòng bên'
		},
		note_dossier: {
			protocol: 1,
			noteId: uuid(811),
			dossierId: uuid(4),
			text: 'Gọi lại cho bà sau hai giờ chiều'
		},
		note_presence: { protocol: 1, dossierId: uuid(4) },
		open_handovers: { protocol: 1 },
		handable_dossiers: { protocol: 1 },
		pass_dossier: { ...action(13), staffId: row.officer, reason: 'Chị phụ trách mảng này' },
		step_part: {
			...action(13),
			partId: row.part,
			step: 'done',
			note: 'Đã vào sổ',
			resultNumber: '12/KS-2026',
			external: { system: 'Phần mềm hộ tịch điện tử', code: 'G01.11-77', status: 'Đã có kết quả' }
		},
		take_handover: {
			protocol: 1,
			actionId: uuid(812),
			handoverId: uuid(155),
			missing: [uuid(10)]
		},
		bill_dossier: {
			...action(4),
			amount: 120_000,
			reason: 'Lệ phí trước bạ nhà đất',
			documentNumber: '45/TB-CCT',
			payTo: 'Kho bạc Nhà nước khu vực ba',
			until: row.day
		},
		confirm_payment: {
			...action(12),
			method: 'transfer',
			receiptSeries: 'AB/26T',
			receiptNumber: '0004512',
			transferReference: 'FT26330112233'
		},
		correct_result: {
			...action(5),
			reason: 'Sai tên đệm của cháu',
			officeFault: true,
			resultNumber: '77/KS-2026'
		},
		extend_dossier: { ...action(4), newDate: row.later, reason: 'Chờ trích đo thửa đất' },
		halt_dossier: {
			...action(4),
			kind: 'stop',
			reason: 'Thửa đất đang có tranh chấp',
			basis: 'Luật Đất đai Điều 236',
			originals: ['Giấy chứng nhận bản gốc']
		},
		take_fee: {
			...action(11),
			fees: [{ label: 'Phí sao', units: 7, times: 3 }],
			method: 'cash',
			receiptSeries: 'BL/26E',
			receiptNumber: '0007788'
		},
		desk_setup: { protocol: 1 },
		file_at_desk: {
			protocol: 1,
			actionId: uuid(801),
			dossierId: uuid(980),
			visitId: uuid(981),
			channel: 1,
			procedureCode: '2.000815',
			contentHash: '8'.repeat(64),
			applicant: { fullName: 'Đinh Văn Quầy', address: 'Xóm Đình', phone: '0388111222' },
			subject: 'Đinh Thị Chủ',
			subjectAddress: 'Xóm Đông',
			answers: { loai: 'mot-ban' },
			form: {},
			papers: [{ requirementId: 'ban-chinh', state: 'ready' }],
			identityCheck: 'card',
			source: 'typed',
			postTo: 'Xóm Đông',
			consents: { zalo: true }
		},
		finalize_answer: { ...answer, id: uuid(971) },
		find_person: { protocol: 1, citizenId: '079088123456', phone: '0988123456' },
		note_print: { protocol: 1, slipId: row.slip, printId: uuid(990), reason: 'Máy in kẹt giấy' },
		open_answer: {
			...answer,
			supplementId: row.round,
			lines: [
				{ lineId: 'l1', kind: 'files', files: [uuid(972)], text: 'Chụp lại rồi ạ' },
				{ lineId: 'l2', kind: 'cannot-get', reason: 'cannot-obtain' }
			],
			files: [
				{
					fileId: uuid(972),
					requirementId: 'giay-chung-sinh',
					sha256: 'd'.repeat(64),
					size: 1000,
					type: 'image/jpeg'
				}
			]
		},
		open_blank_slips: { protocol: 1 },
		refuse_dossier: { ...action(2), reason: 'Không thuộc nơi này', rightPlace: 'UBND xã Bến Cát' },
		reply_supplement: { ...action(7), text: 'Bản chụp cũng được' },
		request_supplement: {
			...action(2),
			until: row.day,
			note: 'Mang cùng lúc',
			lines: [line],
			checks: [{ requirementId: 'giay-chung-sinh', verdict: 'wrong' }]
		},
		reserve_blank_slips: { protocol: 1, actionId: uuid(802), count: 2 },
		result_part: { protocol: 1, id: uuid(5), secret, fileId: uuid(995), position: 0 },
		resume_dossier: {
			...action(8),
			papers: [{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0 }]
		},
		settle_same_day: {
			...action(11),
			signedBy: row.signer,
			resultNumber: '41',
			recipientName: 'Đinh Văn Quầy',
			proxy: true,
			proxyPaper: 'Giấy ủy quyền',
			fees: [{ label: 'Phí sao', units: 7, times: 3 }]
		},
		staff_result_part: { protocol: 1, dossierId: uuid(5), fileId: uuid(995), position: 0 },
		stop_dossier: { ...action(9), originals: ['Giấy chứng sinh'] },
		store_result_part: {
			protocol: 1,
			dossierId: uuid(10),
			fileId: uuid(996),
			name: 'Kết quả.pdf',
			type: 'application/pdf',
			size: 100,
			sha256: row.sha,
			position: 0,
			bytes: row.bytes.replaceAll('\n', '')
		},
		void_blank_slip: { protocol: 1, number: row.blank, reason: 'Nhòe mực' },
		withdraw_at_desk: { ...action(2), reason: 'Nộp nhầm' },
		withdraw_dossier: { protocol: 1, id: uuid(2), secret, reason: 'Không làm nữa' }
	};
}

type Row = {
	round: string;
	blank: string;
	signer: string;
	officer: string;
	department: string;
	elsewhere: string;
	wait: string;
	part: string;
	sha: string;
	bytes: string;
	slip: string;
	receipt: string;
	year: number;
	day: string;
	later: string;
	versions: Record<string, number>;
};

function setting(secret: string): string {
	return `
		insert into public.staff (user_id, agency_id, department_id, full_name)
		select md5('head')::uuid, agency_id, department_id, 'head' from public.staff where full_name = 'officer';
		insert into public.staff_roles (staff_id, role) select id, 'leader' from public.staff where full_name = 'head';
		select app.seed_procedure('{"code": "2.000815", "field": "ho-tich", "title": "Sao y bản chính", "shortTitle": "Sao y",
			"onlineLevel": "none", "clock": {"supplement": "restart"}, "channels": [{"kind": "in-person", "limit": {"unit": "same-day"}}],
			"fees": [{"label": "Phí sao", "kind": "amount", "amount": 2000, "tiers": [{"from": 3, "amount": 1000}]}]}', repeat('8', 64));
		select set_config('request.jwt.claims', jsonb_build_object('sub', md5('receiver')::uuid)::text, false);
		select public.request_supplement(jsonb_build_object('protocol', 1, 'actionId', '${uuid(150)}'::uuid, 'dossierId', '${uuid(7)}'::uuid, 'expectedVersion', 1,
			'until', day, 'lines', '[{"id": "l1", "requirementId": "giay-chung-sinh", "name": "Giấy chứng sinh", "verdict": "wrong", "reason": "Mờ quá", "originals": 1, "certified": 0, "copies": 0},
				{"id": "l2", "requirementId": null, "name": "Tờ khai trang 2", "verdict": "missing", "reason": "Chưa ký", "originals": 1, "certified": 0, "copies": 0}]'::jsonb)),
			public.request_supplement(jsonb_build_object('protocol', 1, 'actionId', '${uuid(151)}'::uuid, 'dossierId', '${uuid(8)}'::uuid, 'expectedVersion', 2,
				'until', day, 'lines', '[{"id": "l1", "requirementId": null, "name": "Tờ khai", "verdict": "missing", "reason": "Chưa ký", "originals": 1, "certified": 0, "copies": 0}]'::jsonb))
		from (select min(day)::date as day from generate_series(current_date + 3, current_date + 13, interval '1 day') as day
			where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as list;
		select public.withdraw_at_desk(jsonb_build_object('protocol', 1, 'actionId', '${uuid(152)}'::uuid, 'dossierId', '${uuid(9)}'::uuid, 'expectedVersion', 1));
		select set_config('request.jwt.claims', jsonb_build_object('sub', md5('officer')::uuid)::text, false);
		select public.bill_dossier(jsonb_build_object('protocol', 1, 'actionId', '${uuid(154)}'::uuid, 'dossierId', '${uuid(12)}'::uuid, 'expectedVersion', 2,
			'amount', 250000, 'reason', 'Thuế thu nhập khi chuyển nhượng', 'documentNumber', '46/TB-CCT'));
		select public.add_parts(jsonb_build_object('protocol', 1, 'actionId', '${uuid(156)}'::uuid, 'dossierId', '${uuid(13)}'::uuid, 'expectedVersion', 2,
			'parts', '[{"title": "Cấp thẻ bảo hiểm y tế", "agency": "Bảo hiểm xã hội khu vực"}]'::jsonb));
		select public.consult_agency(jsonb_build_object('protocol', 1, 'actionId', '${uuid(157)}'::uuid, 'dossierId', '${uuid(13)}'::uuid, 'expectedVersion', 3,
			'agency', 'Phòng Kinh tế xã bên', 'question', 'Thửa đất có tranh chấp không', 'until', day))
		from (select min(day)::date as day from generate_series(current_date + 3, current_date + 13, interval '1 day') as day
			where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as list;
		insert into public.dossier_stages (dossier_id, run, number, name, time_limit, started_at)
		values ('${uuid(13)}', 1, 1, 'Thẩm định hồ sơ', '{"unit": "working-day", "value": 3}', now());
		update public.dossiers set assigned_to = (select id from public.staff where full_name = 'officer') where id = '${uuid(13)}';
		select set_config('request.jwt.claims', jsonb_build_object('sub', md5('receiver')::uuid)::text, false);
		select public.make_handover(jsonb_build_object('protocol', 1, 'actionId', '${uuid(155)}'::uuid, 'direction', 'to-department',
			'departmentId', (select department_id from public.staff where full_name = 'officer'), 'dossierIds', '["${uuid(10)}"]'::jsonb));
		select public.reserve_blank_slips('{"protocol": 1, "actionId": "${uuid(153)}", "count": 1}');
		select public.file_at_desk(jsonb_build_object('protocol', 1, 'actionId', '${uuid(158)}'::uuid, 'dossierId', '${uuid(985)}'::uuid, 'visitId', '${uuid(986)}'::uuid,
			'channel', 1, 'procedureCode', '1.000001', 'contentHash', repeat('1', 64), 'applicant', '{"fullName": "Cụ Bà Đi Chợ", "address": "Xóm Chợ"}'::jsonb,
			'subject', 'Cháu Của Cụ', 'answers', '{}'::jsonb, 'form', '{}'::jsonb, 'papers', '[]'::jsonb, 'identityCheck', 'known', 'source', 'typed'));
		select public.receive_dossier(jsonb_build_object('protocol', 1, 'actionId', '${uuid(159)}'::uuid, 'dossierId', '${uuid(985)}'::uuid, 'expectedVersion', 1,
			'departmentId', (select department_id from public.staff where full_name = 'receiver'), 'papers', '[]'::jsonb, 'dueDate', day, 'dueBasis', 'Điều 16 Luật Hộ tịch'))
		from (select min(day)::date as day from generate_series(current_date + 3, current_date + 13, interval '1 day') as day
			where app.is_working_day(day::date, app.index_calendar(app.working_calendar()))) as list;
		insert into public.dossiers (id, reference, code, agency_id, department_id, procedure_code, version_id, status, channel, subject, applicant, payload,
			search_text, sort_at, submitted_at, received_at)
		select '${uuid(987)}', 'DK-NAM-NGOAI', 'H99.01-NAMNGOAI-0001', agency_id, department_id, procedure_code, version_id, 10, 1, 'Người Năm Ngoái', applicant, '{}',
			'nam ngoai', now(), now(), now() - interval '1 year'
		from public.dossiers where id = '${uuid(4)}';
		insert into public.dossier_events (dossier_id, sequence, action_id, action, to_status, actor_name)
		values ('${uuid(987)}', 1, '${uuid(160)}', 'file', 10, 'receiver');
		select set_config('request.jwt.claims', '', false);
		select public.open_answer(jsonb_build_object('protocol', 1, 'id', '${uuid(971)}'::uuid, 'dossierId', '${uuid(7)}'::uuid, 'secret', '${secret}',
			'supplementId', id, 'lines', '[{"lineId": "l2", "kind": "question", "text": "Ký ở đâu ạ?"}]'::jsonb))
		from public.supplements where dossier_id = '${uuid(7)}';
		update public.dossiers set channel = 1, version_id = (select current_version_id from public.procedures where code = '2.000815') where id = '${uuid(11)}';
		insert into app.result_files (file_id, dossier_id, name, type, size, sha256, stored_by, released_at)
		select '${uuid(995)}', '${uuid(5)}', 'Giấy khai sinh.pdf', 'application/pdf', 100, repeat('e', 64), id, now() from public.staff where full_name = 'approver';
		insert into app.result_parts (file_id, position, bytes) values ('${uuid(995)}', 0, convert_to(${result}, 'UTF8'));
		select set_config('request.jwt.claims', jsonb_build_object('sub', md5('receiver')::uuid)::text, false);
		select public.open_file('{"protocol": 1, "fileId": "${uuid(995)}"}');
		select public.note_vain_visit('{"protocol": 1, "actionId": "${uuid(161)}", "procedureCode": "1.000001"}');
		select set_config('request.jwt.claims', '', false);
	`;
}
