-- What the office tells a citizen, in its own words: kinds of notices, the facts their words may name, and texts that are
-- kept in every version. Filling in happens here and nowhere else, so phone, mail, message and preview say the same.

create table app.notice_channels (
	channel text primary key,
	position int not null unique,
	name text not null,
	is_on boolean not null default false
);
comment on table app.notice_channels is 'Ways to reach a citizen; the worker says which of them it can send by. `app` needs nobody to send.';
alter table app.notice_channels enable row level security;
insert into app.notice_channels (channel, position, name, is_on) values
	('app', 1, 'Trong ứng dụng', true), ('email', 2, 'Thư điện tử', false),
	('sms', 3, 'Tin nhắn SMS', false), ('zalo', 4, 'Tin nhắn Zalo', false);

create table app.notice_kinds (
	kind text primary key,
	position int not null unique,
	name text not null
);
comment on table app.notice_kinds is 'What a citizen is told of: the action of the event, but `replace` = its newer filing took its place.';
alter table app.notice_kinds enable row level security;

create table app.notice_words (
	name text primary key,
	position int not null unique,
	meaning text not null,
	sample text not null,
	only_in_app boolean not null
);
comment on table app.notice_words is 'What a text may name as {name}. Free text of the desk and whatever tells of the matter stays in the app (domain §4.6).';
alter table app.notice_words enable row level security;
insert into app.notice_words (position, name, meaning, sample, only_in_app) values
	(1, 'mã hồ sơ', 'mã hồ sơ, hoặc mã đăng ký khi chưa có mã hồ sơ', 'H99.01-261123-0007', false),
	(2, 'thời điểm', 'lúc việc này xảy ra', '9 giờ 05, Thứ Hai, 23/11/2026', false),
	(3, 'ngày hẹn trả', 'ngày hẹn trả kết quả đang có hiệu lực', 'Thứ Năm, 26/11/2026, trước 17 giờ', false),
	(4, 'ngày hẹn cũ', 'ngày đã hẹn trước đó; chỉ có khi dời hẹn hoặc xong sớm', 'Thứ Sáu, 27/11/2026', false),
	(5, 'hạn chót', 'ngày cuối để bổ sung giấy tờ hoặc nộp tiền', 'Thứ Sáu, 04/12/2026', false),
	(6, 'số giấy tờ', 'số giấy tờ cần bổ sung', '2', false),
	(7, 'số tiền', 'số tiền phải nộp', '8.000 đồng', false),
	(8, 'bản điện tử', 'lời mời tải kết quả, khi kết quả có bản điện tử', 'Kết quả có bản điện tử: mở hồ sơ trên điện thoại để tải về.', false),
	(9, 'nơi xem', 'nơi xem hồ sơ', 'mục “Hồ sơ của tôi” trên điện thoại đã nộp hồ sơ', false),
	(10, 'cơ quan', 'tên trung tâm', 'Trung tâm Phục vụ hành chính công xã Bến Đò', false),
	(11, 'địa chỉ', 'địa chỉ của quầy', 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa', false),
	(12, 'điện thoại', 'số điện thoại của quầy', '0200 000 0100', false),
	(13, 'phòng xử lý', 'phòng chuyên môn giải quyết hồ sơ', 'Tư pháp – Hộ tịch', true),
	(14, 'lý do', 'lý do cán bộ đã ghi', 'Cần xác minh thêm tại nơi cư trú cũ', true),
	(15, 'nơi giải quyết đúng', 'nơi cần nộp, khi nộp nhầm nơi', 'Ủy ban nhân dân xã Bến Cát', true),
	(16, 'lời trả lời', 'câu trả lời của cán bộ', 'Bạn chụp lại trang 2 là đủ.', true),
	(17, 'mã hồ sơ mới', 'mã của hồ sơ thay thế', 'DK-7K2M-Q4RT', false),
	(18, 'số bưu gửi', 'số của bưu gửi, khi kết quả gửi qua bưu điện', 'EE123456789VN', false),
	(19, 'đơn vị gửi', 'đơn vị bưu chính đã nhận chuyển', 'Bưu điện Việt Nam', true),
	(20, 'nơi gửi đến', 'địa chỉ nhận kết quả qua bưu điện', 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa', true),
	(21, 'số kết quả', 'số của bản kết quả đã sửa', '125/2026', true);

create table app.notice_templates (
	id bigint generated always as identity primary key,
	agency_id uuid references public.agencies (id),
	kind text not null references app.notice_kinds (kind),
	channel text not null references app.notice_channels (channel),
	version int not null,
	subject text not null,
	body text not null,
	saved_by uuid references public.staff (id),
	saved_name text,
	saved_at timestamptz not null default now(),
	unique nulls not distinct (agency_id, kind, channel, version)
);
comment on table app.notice_templates is
	'Every version of every text, append-only; no agency = as shipped. The latest of the own agency is in force, else the latest shipped.';
comment on column app.notice_templates.subject is 'Title in the app, subject of a mail, empty for messages.';
alter table app.notice_templates enable row level security;
create trigger keep_templates before update or delete on app.notice_templates
	for each row execute function app.refuse_change();
create trigger keep_all_templates before truncate on app.notice_templates
	for each statement execute function app.refuse_change();

create function app.template_of(of_agency uuid, of_kind text, of_channel text) returns app.notice_templates
language sql
stable
security definer
set search_path = ''
as $$
	select template.* from app.notice_templates as template
	where (template.agency_id = of_agency or template.agency_id is null) and template.kind = of_kind and template.channel = of_channel
	order by template.agency_id is null, template.version desc
	limit 1
$$;
comment on function app.template_of(uuid, text, text) is 'The text in force for this agency, kind and channel.';
revoke all on function app.template_of(uuid, text, text) from public, anon, authenticated;

-- Saying things -------------------------------------------------------------------------------------------

create function app.say_date(day date) returns text
language sql
immutable
strict
set search_path = ''
as $$
	select (array['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'])[extract(dow from day)::int + 1]
		|| to_char(day, ', DD/MM/YYYY')
$$;
comment on function app.say_date(date) is '"Thứ Năm, 26/11/2026"; the twin of formatDate in TypeScript.';
revoke all on function app.say_date(date) from public, anon, authenticated;

create function app.say_clock(of_day time) returns text
language sql
immutable
strict
set search_path = ''
as $$
	select extract(hour from of_day) || ' giờ' || case when extract(minute from of_day) > 0 then to_char(of_day, ' MI') else '' end
$$;
comment on function app.say_clock(time) is '"17 giờ", "16 giờ 05".';
revoke all on function app.say_clock(time) from public, anon, authenticated;

create function app.say_time(moment timestamptz) returns text
language sql
stable
strict
set search_path = ''
as $$
	select app.say_clock((moment at time zone 'Asia/Ho_Chi_Minh')::time) || ', ' || app.say_date((moment at time zone 'Asia/Ho_Chi_Minh')::date)
$$;
comment on function app.say_time(timestamptz) is '"16 giờ 05, Thứ Hai, 23/11/2026"; the twin of formatTime in TypeScript.';
revoke all on function app.say_time(timestamptz) from public, anon, authenticated;

create function app.say_due(day date, moment timestamptz) returns text
language sql
stable
set search_path = ''
as $$
	select case
		when moment is not null then app.say_date((moment at time zone 'Asia/Ho_Chi_Minh')::date)
			|| ', trước ' || app.say_clock((moment at time zone 'Asia/Ho_Chi_Minh')::time)
		when day is not null then app.say_date(day)
			|| coalesce(', trước ' || app.say_clock((app.working_calendar() #>> '{hours,-1,1}')::time), '')
	end
$$;
comment on function app.say_due(date, timestamptz) is
	'"Thứ Năm, 26/11/2026, trước 17 giờ": by the hour when one was promised, else by closing time; null without a date.';
revoke all on function app.say_due(date, timestamptz) from public, anon, authenticated;

create function app.say_money(amount bigint) returns text
language sql
immutable
strict
set search_path = ''
as $$ select replace(to_char(amount, 'FM999,999,999,999'), ',', '.') || ' đồng' $$;
comment on function app.say_money(bigint) is '"8.000 đồng"; the twin of formatMoney in TypeScript.';
revoke all on function app.say_money(bigint) from public, anon, authenticated;

-- Filling in ----------------------------------------------------------------------------------------------

create function app.fill_line(line text, words jsonb) returns text
language sql
immutable
set search_path = ''
as $$
	-- Piece by piece, in one pass: a brace in somebody's reason is not filled in again.
	select case when bool_and(name is null or words ->> name is not null) then string_agg(concat(piece, words ->> name), '' order by position) end
	from rows from (
		unnest(regexp_split_to_array(line, '\{[^{}]*\}')),
		unnest(array(select found[1] from regexp_matches(line, '\{([^{}]*)\}', 'g') as found))
	) with ordinality as list (piece, name, position)
$$;
comment on function app.fill_line(text, jsonb) is 'The line with its {names} filled in; null when one of them has no word.';
revoke all on function app.fill_line(text, jsonb) from public, anon, authenticated;

create function app.fill_template(template text, words jsonb, in_one_line boolean) returns text
language sql
immutable
set search_path = ''
as $$
	-- A line that names what this notice does not have is left out whole: nobody reads "Hẹn trả: ." or a bare {name}.
	select case when in_one_line
		then btrim(regexp_replace(filled, '\s+', ' ', 'g'))
		else btrim(regexp_replace(filled, e'\n{3,}', e'\n\n', 'g'), e' \n')
	end
	from (
		select coalesce(string_agg(app.fill_line(line, words), e'\n' order by position), '') as filled
		from unnest(string_to_array(template, e'\n')) with ordinality as list (line, position)
	) as text
$$;
comment on function app.fill_template(text, jsonb, boolean) is
	'A text with its {names} filled in, without the lines of which a word is missing; for subjects and messages in one line.';
revoke all on function app.fill_template(text, jsonb, boolean) from public, anon, authenticated;
