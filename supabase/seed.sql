-- Demo offices for a first run. The names are invented; an office replaces them with its own.

insert into public.agencies (code, name, address, phone, receives)
values ('H99', 'UBND tỉnh Đồng Lúa (dùng thử)', 'Số 1 đường Trung Tâm, tỉnh Đồng Lúa', '1022', false);

insert into public.agencies (code, parent_id, name, place, address, phone, receives)
select 'H99.01', id, 'Trung tâm Phục vụ hành chính công xã Bến Đò (dùng thử)',
	'Bến Đò', 'Thôn Trung, xã Bến Đò, tỉnh Đồng Lúa', '0200 000 0100', true
from public.agencies where code = 'H99';

insert into public.departments (agency_id, name, field_codes)
select agencies.id, department.name, department.field_codes
from public.agencies,
	(values
		('Tư pháp – Hộ tịch', array['ho-tich']),
		('Văn hóa – Xã hội', array[]::text[]),
		('Kinh tế', array[]::text[])
	) as department (name, field_codes)
where agencies.code = 'H99.01';
