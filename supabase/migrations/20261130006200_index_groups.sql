-- Bộ chỉ số phục vụ người dân, doanh nghiệp (QĐ 766/QĐ-TTg): its groups, lines and weights as data. Nobody of us has read the decision
-- with its points: what was seen in a source says which, what is only remembered says so, and what is not known is not there.

create table app.index_groups (
	code text primary key,
	name text not null,
	max_points numeric(5, 2) not null check (max_points > 0 and max_points <= 100),
	verified boolean not null,
	source text not null check (length(source) between 5 and 300),
	place int not null unique,
	version int not null default 1
);
comment on table app.index_groups is
	'The groups of the index of QĐ 766/QĐ-TTg with the most points each can have (domain §5.2). verified = somebody has seen this number in the source that is named; else it is from memory and every screen says so.';
alter table app.index_groups enable row level security;

create table app.index_lines (
	code text primary key,
	group_code text not null references app.index_groups (code),
	name text not null,
	rule text not null,
	max_points numeric(5, 2) check (max_points > 0 and max_points <= 100),
	full_at numeric(5, 2) check (full_at > 0 and full_at <= 100),
	verified boolean not null,
	source text not null check (length(source) between 5 and 300),
	computed text unique check (computed in (
		'on-time', 'time-used', 'services-used', 'online-share', 'paid-online', 'e-results', 'digitised', 'feedback', 'satisfaction'
	)),
	place int not null unique,
	version int not null default 1
);
comment on table app.index_lines is
	'The lines of the index: how each is counted, the most points it can have and the share from which it has all of them. max_points null = how a group''s points are split on its lines was not found; full_at null = the share for all points was not found. Either leaves the line without points.';
comment on column app.index_lines.full_at is 'Per cent from which all points are given; below it they are given in proportion.';
comment on column app.index_lines.computed is 'What app.index_measures counts for it; null = there is no data for it here.';
comment on column app.index_lines.verified is 'Rule and share for all points (and max_points once there is one) were seen in the source that is named.';
create index index_lines_of_group on app.index_lines (group_code, place);
alter table app.index_lines enable row level security;

insert into app.index_groups (code, name, max_points, verified, source, place) values
	('1', 'Công khai, minh bạch', 18, true, 'Màn hình một hệ thống đang chạy, ghi 17,8/18', 1),
	('2', 'Tiến độ, kết quả giải quyết', 20, false, 'Theo trí nhớ, chưa đối chiếu văn bản', 2),
	('3', 'Dịch vụ công trực tuyến', 12, true, 'Màn hình một hệ thống đang chạy', 3),
	('3-pay', 'Thanh toán trực tuyến', 10, false, 'Theo trí nhớ, chưa đối chiếu văn bản', 4),
	('4', 'Số hóa hồ sơ', 22, false, 'Theo trí nhớ, chưa đối chiếu văn bản; một màn hình đang chạy ghi 12', 5),
	('5', 'Mức độ hài lòng', 18, false, 'Theo trí nhớ, chưa đối chiếu văn bản', 6);

insert into app.index_lines (code, group_code, name, rule, full_at, verified, source, computed, place)
select code, group_code, name, rule, full_at, true, 'Bản mô tả công thức tính chỉ số 766', computed, row_number() over (order by code collate "C")
from (values
	('1.1', '1', 'Thủ tục được công bố đúng hạn', 'Nguồn chỉ ghi tên chỉ số này.', null, null),
	('1.2', '1', 'Thủ tục được cập nhật, công khai đúng hạn', 'Cấp tỉnh không quá 5 ngày làm việc.', null, null),
	('1.3', '1', 'Thủ tục công khai đủ các phần', 'Đủ 7 phần, từ a đến g.', null, null),
	('1.4', '1', 'Hồ sơ đã đồng bộ lên Cổng Dịch vụ công quốc gia', 'Số hồ sơ đã đồng bộ ÷ tổng số hồ sơ.', null, null),
	('2.1', '2', 'Hồ sơ giải quyết đúng hạn', 'Số hồ sơ xong trước hạn và đúng hạn ÷ số hồ sơ đã giải quyết.', null, 'on-time'),
	('2.2', '2', 'Thời gian giải quyết so với thời gian hẹn', 'Ở đây tính: tổng số ngày làm việc đã dùng ÷ tổng số ngày làm việc được hẹn của hồ sơ đã giải quyết, không tính ngày chờ giấy tờ, chờ nộp tiền. Càng thấp càng nhanh.', null, 'time-used'),
	('3.1', '3', 'Dịch vụ công trực tuyến trên số đủ điều kiện', 'Số thủ tục làm được trực tuyến ÷ số thủ tục đủ điều kiện.', 80, null),
	('3.2', '3', 'Dịch vụ công trực tuyến có hồ sơ', 'Ở đây đếm: thủ tục trực tuyến có ít nhất một hồ sơ nộp trực tuyến trong kỳ ÷ mọi thủ tục trực tuyến đang công bố.', null, 'services-used'),
	('3.3', '3', 'Hồ sơ nộp trực tuyến', 'Số hồ sơ nộp trực tuyến ÷ số hồ sơ tiếp nhận trong kỳ.', 50, 'online-share'),
	('3.5', '3-pay', 'Thủ tục cho phép thanh toán trực tuyến', 'Nguồn chỉ ghi tên chỉ số này.', 80, null),
	('3.6', '3-pay', 'Hồ sơ thanh toán trực tuyến', 'Ở đây đếm hồ sơ đã thu phí, lệ phí tại quầy trong kỳ; thuế và khoản nộp ở cơ quan khác không tính.', null, 'paid-online'),
	('4.1', '4', 'Kết quả điện tử', 'Ở đây đếm: hồ sơ trả kết quả bằng tệp ÷ hồ sơ đã giải quyết.', null, 'e-results'),
	('4.2', '4', 'Hồ sơ được số hóa', 'Ở đây đếm: hồ sơ có giấy tờ lưu thành tệp ÷ hồ sơ tiếp nhận trong kỳ.', 80, 'digitised'),
	('4.3', '4', 'Dùng lại giấy tờ đã số hóa', 'Nguồn chỉ ghi tên chỉ số này.', 80, null),
	('4.4', '4', 'Chia sẻ dữ liệu', 'Nguồn chỉ ghi tên chỉ số này.', null, null),
	('4.5', '4', 'Khai thác dữ liệu dân cư', 'Nguồn chỉ ghi tên chỉ số này.', null, null),
	('5.1–5.3', '5', 'Phản ánh, kiến nghị xử lý đúng hạn', 'Từ chối trong 2 ngày làm việc, hỏi thêm trong 5, trả lời trong 15, công khai trong 2. Ở đây đếm: phản ánh, kiến nghị trả lời hoặc từ chối đúng hạn ÷ số đã trả lời, đã từ chối hoặc đã quá hạn.', null, 'feedback'),
	('5.4', '5', 'Mức độ hài lòng', '100 % trừ tỷ lệ hồ sơ quá hạn và tỷ lệ phản ánh, không hài lòng. Ở đây lấy tỷ lệ trả lời “Không hài lòng” trong phiếu khảo sát.', 90, 'satisfaction')
) as lines (code, group_code, name, rule, full_at, computed);

create table app.index_events (
	action_id uuid primary key,
	kind text not null check (kind in ('group', 'line')),
	code text not null,
	staff_id uuid not null references public.staff (id),
	staff_name text not null,
	agency_id uuid not null references public.agencies (id),
	request jsonb not null,
	before jsonb not null,
	after jsonb not null,
	reason text not null,
	at timestamptz not null default now()
);
comment on table app.index_events is 'Every change of a weight of the index: who, when, before and after, why. Append-only. What came with the installation has no line here.';
create index index_events_of on app.index_events (kind, code, at);
alter table app.index_events enable row level security;
create trigger keep_index_events before update or delete on app.index_events for each row execute function app.refuse_change();
create trigger keep_all_index_events before truncate on app.index_events for each statement execute function app.refuse_change();

create function app.find_points(request jsonb, name text, most numeric) returns numeric
language plpgsql
immutable
set search_path = ''
as $$
declare
	points constant numeric := case when jsonb_typeof(request -> name) = 'number' then (request ->> name)::numeric end;
begin
	if coalesce(request -> name, 'null') = 'null' then
		return null;
	end if;
	if points is null or points <= 0 or points > most or points <> round(points, 2) then
		perform app.fail('PT400', 'index-points');
	end if;
	return points;
end
$$;
comment on function app.find_points(jsonb, text, numeric) is 'Points or per cent {name} of a request: above 0, at most `most`, two decimals; null when absent. PT400 index-points.';
revoke all on function app.find_points(jsonb, text, numeric) from public, anon, authenticated;

create function app.index_json(wanted_kind text, wanted_code text) returns jsonb
language sql
stable
security definer
set search_path = ''
as $$
	select jsonb_build_object('maxPoints', max_points, 'verified', verified, 'source', source, 'version', version)
	from app.index_groups where wanted_kind = 'group' and code = wanted_code
	union all
	select jsonb_build_object('maxPoints', max_points, 'fullAt', full_at, 'verified', verified, 'source', source, 'version', version)
	from app.index_lines where wanted_kind = 'line' and code = wanted_code
$$;
comment on function app.index_json(text, text) is 'The weights of a group or line as the record keeps them, or null.';
revoke all on function app.index_json(text, text) from public, anon, authenticated;

create function public.save_index_weight(request jsonb) returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
declare
	me public.staff := app.begin_administration(request);
	wanted_id uuid;
	earlier app.index_events;
	wanted_kind text;
	wanted_code text;
	points numeric;
	full_share numeric;
	named_source text;
	why text;
	before jsonb;
begin
	wanted_id := app.get_uuid(request, 'actionId');
	-- One index for all offices of this database, one writer at a time.
	perform pg_advisory_xact_lock(hashtextextended('app.index_groups', 0));
	select * into earlier from app.index_events where action_id = wanted_id;
	if found then
		if earlier.staff_id <> me.id or earlier.request <> request then
			perform app.fail('PT409', 'action-id-used');
		end if;
		return jsonb_build_object('version', earlier.after -> 'version');
	end if;
	wanted_kind := app.find_text(request, 'kind', 10);
	if wanted_kind is null or wanted_kind not in ('group', 'line') then
		perform app.fail('PT400', 'index-kind');
	end if;
	wanted_code := app.find_text(request, 'code', 20);
	points := app.find_points(request, 'maxPoints', 100);
	if wanted_kind = 'group' and points is null then
		perform app.fail('PT400', 'index-points');
	end if;
	if wanted_kind = 'line' then
		full_share := app.find_points(request, 'fullAt', 100);
	end if;
	named_source := app.find_text(request, 'source', 300);
	if coalesce(length(named_source), 0) < 5 or jsonb_typeof(request -> 'verified') is distinct from 'boolean' then
		perform app.fail('PT400', 'index-source');
	end if;
	why := app.find_text(request, 'reason', 500);
	if coalesce(length(why), 0) < 3 then
		perform app.fail('PT400', 'index-reason');
	end if;
	before := app.index_json(wanted_kind, wanted_code);
	if before is null then
		perform app.fail('PT404', 'index-unknown');
	end if;
	if request -> 'expectedVersion' is distinct from before -> 'version' then
		perform app.fail('PT409', 'version-stale');
	end if;
	if wanted_kind = 'group' then
		update app.index_groups set max_points = points, verified = (request ->> 'verified')::boolean, source = named_source, version = version + 1
		where code = wanted_code;
	else
		update app.index_lines set max_points = points, full_at = full_share, verified = (request ->> 'verified')::boolean, source = named_source,
			version = version + 1
		where code = wanted_code;
	end if;
	if exists (
		select 1 from app.index_groups as grouped join app.index_lines as line on line.group_code = grouped.code
		group by grouped.code having sum(line.max_points) > grouped.max_points
	) then
		perform app.fail('PT409', 'index-split');
	end if;
	insert into app.index_events (action_id, kind, code, staff_id, staff_name, agency_id, request, before, after, reason)
	values (wanted_id, wanted_kind, wanted_code, me.id, me.full_name, me.agency_id, request, before, app.index_json(wanted_kind, wanted_code), why);
	return jsonb_build_object('version', app.index_json(wanted_kind, wanted_code) -> 'version');
end
$$;
comment on function public.save_index_weight(jsonb) is
	'{protocol, actionId, kind group|line, code, maxPoints (null for a line: not known), fullAt? (lines: per cent for all points, null = not known), verified, source, reason, expectedVersion} → {version}: an admin writes down a weight of the index and where it stands. The index is one for all offices of this database, as the calendar is; the record (app.index_events) says who changed it. PT400 index-kind, index-points, index-source, index-reason; PT403 not-staff, role-missing; PT404 index-unknown; PT409 index-split (the lines have more than their group), version-stale, action-id-used.';
revoke all on function public.save_index_weight(jsonb) from public, anon, authenticated;
grant execute on function public.save_index_weight(jsonb) to authenticated;
