import type { PGlite } from '@electric-sql/pglite';
import { uuid } from './office.ts';

const SURVEY_CODE = '7K3MXQ2P';

/** One request that is right for every function of the survey and of complaints, by function name; staff's for `head`. */
export async function feedbackRequests(
	database: PGlite,
	secret: string
): Promise<Record<string, unknown>> {
	const message = {
		protocol: 1,
		kind: 'complaint',
		topic: 'attitude',
		content: 'Cán bộ nói to tiếng với mẹ tôi',
		agencyCode: 'H99.01',
		matter: 'Chứng thực giấy ủy quyền',
		dossierCode: 'H99.01-261120-0007',
		aboutName: 'Nguyễn Văn Nóng',
		contact: { name: 'Bùi Thị Hiền', phone: '0987111222', email: 'hien.bui@thu.test' }
	};
	const { rows } = await database.query<{ receipt: { code: string; lookupCode: string } }>(
		'select public.send_feedback($1::text::jsonb) as receipt',
		[JSON.stringify({ ...message, id: uuid(990), secretHash: 'd'.repeat(64) })]
	);
	const receipt = rows[0]?.receipt;
	if (!receipt) throw new Error('no receipt');
	await database.exec(`
		insert into app.survey_codes (code_hash, agency_id, form, procedure_code, field_code, channel, expires_on)
		select app.hash_text('${SURVEY_CODE}'), agency_id, '01', procedure_code, 'ho-tich', channel, app.today() + 9
		from public.dossiers where id = '${uuid(1)}';
		insert into app.survey_answers (id, agency_id, field_code, procedure_code, channel, form, form_version, overall, answers, comment, month)
		select gen_random_uuid(), agency_id, 'ho-tich', procedure_code, channel, '01', 1, 'dissatisfied', '{"attitude": "bad"}',
			'Chờ cả buổi sáng', date_trunc('month', app.today())
		from public.dossiers, generate_series(1, 5) where id = '${uuid(1)}';
		update app.feedback set state = 'asked', question = 'Hôm đó là ngày nào?' where id = '${uuid(990)}';
	`);
	const codes = { protocol: 1, code: receipt.code, lookupCode: receipt.lookupCode };
	const months = { protocol: 1, from: '2026-01', to: '2035-12' };
	return {
		answer_feedback: {
			protocol: 1,
			actionId: uuid(830),
			feedbackId: uuid(990),
			expectedVersion: 1,
			action: 'resolve',
			text: 'Chúng tôi xin lỗi và đã nhắc nhở'
		},
		dossier_survey: { protocol: 1, id: uuid(5), secret },
		feedback_setup: { protocol: 1 },
		feedback_status: codes,
		open_survey: { protocol: 1, code: SURVEY_CODE },
		public_satisfaction: months,
		published_feedback: { protocol: 1 },
		reply_feedback: { ...codes, actionId: uuid(831), text: 'Sáng thứ Hai tuần trước' },
		send_feedback: { ...message, id: uuid(991), secretHash: 'e'.repeat(64) },
		send_survey: {
			protocol: 1,
			id: uuid(832),
			code: SURVEY_CODE,
			version: 1,
			answers: { overall: 'satisfied', attitude: 'good' },
			comment: 'Được hướng dẫn kỹ'
		},
		staff_feedback: { protocol: 1, group: 'open' },
		staff_satisfaction: { ...months, by: 'month' }
	};
}
