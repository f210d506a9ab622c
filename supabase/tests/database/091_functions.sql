-- What must hold for every function of ours, whichever migration made it, and who may call which (S7 of the security reference).
begin;
select plan(6);

-- Extend this list together with the migration that needs it; each row is a decision. -------------------

create temp table allowed_execute (role_name text, function_name text);
insert into allowed_execute (role_name, function_name)
select role_name, function_name
from (values
	-- Called by a citizen's phone, with or without an account.
	('{anon,authenticated}', 'public.open_submission(jsonb)'),
	('{anon,authenticated}', 'public.finalize_submission(jsonb)'),
	('{anon,authenticated}', 'public.dossier_progress(jsonb)'),
	('{anon,authenticated}', 'public.lookup_dossier(jsonb)'),
	('{anon,authenticated}', 'public.pull_catalogue(jsonb)'),
	('{anon,authenticated}', 'public.open_answer(jsonb)'),
	('{anon,authenticated}', 'public.finalize_answer(jsonb)'),
	('{anon,authenticated}', 'public.withdraw_dossier(jsonb)'),
	('{anon,authenticated}', 'public.result_part(jsonb)'),
	('{anon,authenticated}', 'public.public_figures(jsonb)'),
	('{anon,authenticated}', 'public.open_survey(jsonb)'),
	('{anon,authenticated}', 'public.send_survey(jsonb)'),
	('{anon,authenticated}', 'public.dossier_survey(jsonb)'),
	('{anon,authenticated}', 'public.public_satisfaction(jsonb)'),
	('{anon,authenticated}', 'public.feedback_setup(jsonb)'),
	('{anon,authenticated}', 'public.send_feedback(jsonb)'),
	('{anon,authenticated}', 'public.feedback_status(jsonb)'),
	('{anon,authenticated}', 'public.reply_feedback(jsonb)'),
	('{anon,authenticated}', 'public.published_feedback(jsonb)'),
	-- Called by staff; each checks role, agency and department itself.
	('{authenticated}', 'public.accept_invitation(jsonb)'),
	('{authenticated}', 'public.my_staff(jsonb)'),
	('{authenticated}', 'public.preview_receipt(jsonb)'),
	('{authenticated}', 'public.receive_dossier(jsonb)'),
	('{authenticated}', 'public.start_dossier(jsonb)'),
	('{authenticated}', 'public.finish_dossier(jsonb)'),
	('{authenticated}', 'public.return_result(jsonb)'),
	('{authenticated}', 'public.staff_queue(jsonb)'),
	('{authenticated}', 'public.staff_dossier(jsonb)'),
	('{authenticated}', 'public.staff_slip(jsonb)'),
	('{authenticated}', 'public.recheck_file(jsonb)'),
	('{authenticated}', 'public.staff_list(jsonb)'),
	('{authenticated}', 'public.staff_changes(jsonb)'),
	('{authenticated}', 'public.invite_staff(jsonb)'),
	('{authenticated}', 'public.renew_invitation(jsonb)'),
	('{authenticated}', 'public.update_staff(jsonb)'),
	('{authenticated}', 'public.suspend_staff(jsonb)'),
	('{authenticated}', 'public.restore_staff(jsonb)'),
	('{authenticated}', 'public.untie_account(jsonb)'),
	('{authenticated}', 'public.save_department(jsonb)'),
	('{authenticated}', 'public.request_supplement(jsonb)'),
	('{authenticated}', 'public.reply_supplement(jsonb)'),
	('{authenticated}', 'public.resume_dossier(jsonb)'),
	('{authenticated}', 'public.refuse_dossier(jsonb)'),
	('{authenticated}', 'public.withdraw_at_desk(jsonb)'),
	('{authenticated}', 'public.stop_dossier(jsonb)'),
	('{authenticated}', 'public.bill_dossier(jsonb)'),
	('{authenticated}', 'public.confirm_payment(jsonb)'),
	('{authenticated}', 'public.take_fee(jsonb)'),
	('{authenticated}', 'public.extend_dossier(jsonb)'),
	('{authenticated}', 'public.halt_dossier(jsonb)'),
	('{authenticated}', 'public.correct_result(jsonb)'),
	('{authenticated}', 'public.assign_dossier(jsonb)'),
	('{authenticated}', 'public.pass_dossier(jsonb)'),
	('{authenticated}', 'public.move_dossier(jsonb)'),
	('{authenticated}', 'public.consult_agency(jsonb)'),
	('{authenticated}', 'public.close_consultation(jsonb)'),
	('{authenticated}', 'public.add_parts(jsonb)'),
	('{authenticated}', 'public.step_part(jsonb)'),
	('{authenticated}', 'public.finish_stage(jsonb)'),
	('{authenticated}', 'public.copy_external(jsonb)'),
	('{authenticated}', 'public.make_handover(jsonb)'),
	('{authenticated}', 'public.take_handover(jsonb)'),
	('{authenticated}', 'public.open_handovers(jsonb)'),
	('{authenticated}', 'public.handable_dossiers(jsonb)'),
	('{authenticated}', 'public.note_dossier(jsonb)'),
	('{authenticated}', 'public.note_presence(jsonb)'),
	('{authenticated}', 'public.store_result_part(jsonb)'),
	('{authenticated}', 'public.staff_result_part(jsonb)'),
	('{authenticated}', 'public.desk_setup(jsonb)'),
	('{authenticated}', 'public.find_person(jsonb)'),
	('{authenticated}', 'public.file_at_desk(jsonb)'),
	('{authenticated}', 'public.settle_same_day(jsonb)'),
	('{authenticated}', 'public.reserve_blank_slips(jsonb)'),
	('{authenticated}', 'public.open_blank_slips(jsonb)'),
	('{authenticated}', 'public.void_blank_slip(jsonb)'),
	('{authenticated}', 'public.note_print(jsonb)'),
	-- The calendar: administrators change it, all staff read it, the leader moves dates.
	('{authenticated}', 'public.save_calendar_day(jsonb)'),
	('{authenticated}', 'public.remove_calendar_day(jsonb)'),
	('{authenticated}', 'public.open_calendar_year(jsonb)'),
	('{authenticated}', 'public.save_office_hours(jsonb)'),
	('{authenticated}', 'public.staff_calendar(jsonb)'),
	('{authenticated}', 'public.preview_calendar_change(jsonb)'),
	('{authenticated}', 'public.move_due_dates(jsonb)'),
	('{authenticated}', 'public.open_file(jsonb)'),
	('{authenticated}', 'public.view_log(jsonb)'),
	('{authenticated}', 'public.issue_control_sheet(jsonb)'),
	('{authenticated}', 'public.register_page(jsonb)'),
	('{authenticated}', 'public.close_register(jsonb)'),
	('{authenticated}', 'public.note_register_print(jsonb)'),
	('{authenticated}', 'public.joint_receipt(jsonb)'),
	-- Figures: each checks whose the caller may read.
	('{authenticated}', 'public.staff_report(jsonb)'),
	('{authenticated}', 'public.staff_report_dossiers(jsonb)'),
	('{authenticated}', 'public.staff_index(jsonb)'),
	('{authenticated}', 'public.save_index_weight(jsonb)'),
	('{authenticated}', 'public.staff_late_reasons(jsonb)'),
	('{authenticated}', 'public.export_dossiers(jsonb)'),
	('{authenticated}', 'public.staff_dashboard(jsonb)'),
	('{authenticated}', 'public.staff_satisfaction(jsonb)'),
	('{authenticated}', 'public.staff_feedback(jsonb)'),
	('{authenticated}', 'public.answer_feedback(jsonb)'),
	('{authenticated}', 'public.note_vain_visit(jsonb)'),
	('{authenticated}', 'public.mend_vain_visit(jsonb)'),
	('{authenticated}', 'public.staff_trips(jsonb)'),
	('{authenticated}', 'public.trip_dossiers(jsonb)'),
	('{authenticated}', 'public.lacking_papers(jsonb)'),
	('{authenticated}', 'public.procedure_costs(jsonb)'),
	('{authenticated}', 'public.procedure_review(jsonb)'),
	-- The year's plan: its office reads it, leaders and administrators write, the leading department reports.
	('{authenticated}', 'public.plan_year(jsonb)'),
	('{authenticated}', 'public.plan_history(jsonb)'),
	('{authenticated}', 'public.save_plan_year(jsonb)'),
	('{authenticated}', 'public.save_plan_task(jsonb)'),
	('{authenticated}', 'public.remove_plan_task(jsonb)'),
	('{authenticated}', 'public.report_plan_task(jsonb)'),
	('{authenticated}', 'public.import_plan_tasks(jsonb)'),
	('{authenticated}', 'public.outreach_log(jsonb)'),
	('{authenticated}', 'public.save_outreach(jsonb)'),
	('{authenticated}', 'public.remove_outreach(jsonb)'),
	('{authenticated}', 'public.training_log(jsonb)'),
	('{authenticated}', 'public.save_training(jsonb)'),
	('{authenticated}', 'public.remove_training(jsonb)'),
	('{authenticated}', 'app.i_read_plan_of(uuid)'),
	('{authenticated}', 'public.staff_targets(jsonb)'),
	('{authenticated}', 'public.propose_target(jsonb)'),
	('{authenticated}', 'public.decide_target(jsonb)'),
	('{authenticated}', 'public.withdraw_target(jsonb)'),
	('{authenticated}', 'public.staff_cuts(jsonb)'),
	('{authenticated}', 'public.preview_cut(jsonb)'),
	('{authenticated}', 'public.propose_cut(jsonb)'),
	('{authenticated}', 'public.send_cut(jsonb)'),
	('{authenticated}', 'public.note_cut_reply(jsonb)'),
	('{authenticated}', 'public.decide_cut(jsonb)'),
	('{authenticated}', 'public.withdraw_cut(jsonb)'),
	-- Called by editors and leaders; each checks the role itself.
	('{authenticated}', 'public.begin_procedure_draft(jsonb)'),
	('{authenticated}', 'public.save_procedure_draft(jsonb)'),
	('{authenticated}', 'public.rebase_procedure_draft(jsonb)'),
	('{authenticated}', 'public.discard_procedure_draft(jsonb)'),
	('{authenticated}', 'public.propose_procedure(jsonb)'),
	('{authenticated}', 'public.return_proposal(jsonb)'),
	('{authenticated}', 'public.publish_procedure(jsonb)'),
	('{authenticated}', 'public.cancel_scheduled(jsonb)'),
	('{authenticated}', 'public.save_field(jsonb)'),
	('{authenticated}', 'public.save_posting(jsonb)'),
	('{authenticated}', 'public.catalogue_list(jsonb)'),
	('{authenticated}', 'public.procedure_draft(jsonb)'),
	('{authenticated}', 'public.procedure_history(jsonb)'),
	('{authenticated}', 'public.procedure_version(jsonb)'),
	-- Called by leaders and admins; each checks the role itself.
	('{authenticated}', 'public.notice_templates(jsonb)'),
	('{authenticated}', 'public.preview_notice_template(jsonb)'),
	('{authenticated}', 'public.save_notice_template(jsonb)'),
	-- Helpers of functions and policies that run with the caller's own rights.
	('{anon,authenticated}', 'app.fail(text,text)'),
	('{anon,authenticated}', 'app.require_protocol(jsonb)'),
	('{anon,authenticated}', 'app.upload_is_declared(text)'),
	('{authenticated}', 'app.end_of_day(date)'),
	('{authenticated}', 'app.find_ended(text,uuid,timestamp with time zone,uuid,integer)'),
	('{authenticated}', 'app.find_numbered(text)'),
	('{authenticated}', 'app.find_text(jsonb,text,integer)'),
	('{authenticated}', 'app.find_uuid(jsonb,text)'),
	('{authenticated}', 'app.get_uuid(jsonb,text)'),
	('{authenticated}', 'app.fold(text)'),
	('{authenticated}', 'app.local_time(timestamp with time zone)'),
	('{authenticated}', 'app.i_have_role(text)'),
	('{authenticated}', 'app.i_may_read_file(text)'),
	('{authenticated}', 'app.i_opened(text)'),
	('{authenticated}', 'app.note_joint(uuid[])'),
	('{authenticated}', 'app.visit_of(uuid)'),
	('{authenticated}', 'app.i_read_the_agency()'),
	('{authenticated}', 'app.i_work_in_a_department()'),
	('{authenticated}', 'app.my_agency_id()'),
	('{authenticated}', 'app.my_citizen_key()'),
	('{authenticated}', 'app.my_department_id()'),
	('{authenticated}', 'app.my_staff_id()'),
	('{authenticated}', 'app.phone_of(text)'),
	('{authenticated}', 'app.search_patterns(text)'),
	('{authenticated}', 'app.soon_by()'),
	('{authenticated}', 'app.staff_in_my_agency(uuid)'),
	('{authenticated}', 'app.result_of(uuid)'),
	('{authenticated}', 'app.sent_notices_of(uuid)'),
	('{authenticated}', 'app.supplements_of(uuid)'),
	('{authenticated}', 'app.life_of(dossiers)'),
	('{authenticated}', 'app.timeliness_of(dossiers)'),
	('{authenticated}', 'app.waits_of(uuid)'),
	('{authenticated}', 'app.parts_of(uuid)'),
	('{authenticated}', 'app.routing_of(uuid)'),
	('{authenticated}', 'app.payments_of(uuid)'),
	('{authenticated}', 'app.results_of(uuid)'),
	-- Called by the worker.
	('{service_role}', 'app.anchor_events(date)'),
	('{service_role}', 'app.claim_job()'),
	('{service_role}', 'app.finish_job(bigint,integer,text)'),
	('{service_role}', 'app.import_draft(jsonb,jsonb,text)'),
	('{service_role}', 'app.judge_file(uuid,jsonb)'),
	('{service_role}', 'app.note_channels(jsonb)'),
	('{service_role}', 'app.note_delivery(uuid,integer,text,text)'),
	('{service_role}', 'app.publish_due(date)'),
	('{service_role}', 'app.tell_public_figures()'),
	('{service_role}', 'app.purge_abandoned_submissions()'),
	('{service_role}', 'app.purge_lookup_attempts()'),
	('{service_role}', 'app.purge_survey_codes()'),
	('{service_role}', 'app.purge_unused_results()'),
	('{service_role}', 'app.refresh_hints()'),
	('{service_role}', 'app.take_delivery(text[])'),
	('{service_role}', 'app.take_files_to_verify(integer)'),
	('{service_role}', 'app.take_orphans(integer)')
) as decided (role_names, function_name), unnest(decided.role_names::text[]) as role_name;

-- Tables of `public` that nobody reads directly (none today).
-- An empty catalogue would make every check below pass.
select cmp_ok((select count(*) from tests.our_functions), '>=', 10::bigint, 'there are functions to check');

-- S7: functions -----------------------------------------------------------------------------------------

select is_empty(
	-- app.report_members has no settings so that the planner can take it into its callers; it names every schema, and no API role calls it.
	$$select full_name from tests.our_functions where not coalesce(proconfig, '{}') @> array['search_path=""']
		and full_name not like 'app.report_members(%'$$,
	'S7: every function has an empty search_path'
);
select is_empty(
	$$select full_name from tests.our_functions
	join pg_roles as owner on owner.oid = proowner
	where prosecdef and owner.rolsuper$$,
	'S7: no definer function belongs to a superuser'
);
select is_empty(
	$$select full_name from tests.our_functions, aclexplode(coalesce(proacl, acldefault('f', proowner))) as entry
	where entry.grantee = 0$$,
	'S7: no function is executable by PUBLIC'
);
select is_empty(
	$$select role_name, full_name
	from tests.our_functions, unnest(array['anon', 'authenticated', 'service_role']) as role_name
	where has_function_privilege(role_name, tests.our_functions.oid, 'execute')
	except select role_name, function_name from allowed_execute$$,
	'S7: nobody executes a function that is not on the list'
);
select is_empty(
	$$select role_name, function_name from allowed_execute
	except select role_name, full_name
	from tests.our_functions, unnest(array['anon', 'authenticated', 'service_role']) as role_name
	where has_function_privilege(role_name, tests.our_functions.oid, 'execute')$$,
	'S7: what is on the list exists and is granted'
);

select * from finish();
rollback;
