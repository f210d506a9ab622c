-- Days off and make-up days of 2021 and 2025–2027. Only weekdays off and working Saturdays are listed.
-- 2022–2024 have no calendar on purpose: nobody has checked them, so no date is computed in them.

insert into public.calendar_years (year, status, source, note) values
	(2021, 'complete', 'Bộ luật Lao động 2019 Đ111.3, Đ112.1', 'Tết, Giỗ Tổ and the day beside 2/9 from memory.'),
	(2025, 'complete', 'Bộ luật Lao động 2019 Đ111.3, Đ112.1', 'Tết, Giỗ Tổ, the day beside 2/9 and the swap of 2/5 from memory.'),
	(2026, 'complete', 'Bộ luật Lao động 2019 Đ111.3, Đ112.1; official notices as reported by the press', ''),
	(2027, 'provisional', 'Bộ luật Lao động 2019 Đ111.3, Đ112.1', 'Tết and the day beside 2/9 are not decided.');

insert into public.calendar_days (day, kind, name, source, verification) values
	('2021-01-01', 'holiday', 'Tết Dương lịch', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2021-02-10', 'holiday', 'Tết Tân Sửu', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2021-02-11', 'holiday', 'Tết Tân Sửu', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2021-02-12', 'holiday', 'Tết Tân Sửu', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2021-02-15', 'holiday', 'Tết Tân Sửu', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2021-02-16', 'holiday', 'Tết Tân Sửu', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2021-04-21', 'holiday', 'Giỗ Tổ Hùng Vương', 'BLLĐ 2019 Đ112.1', 'from-memory'),
	('2021-04-30', 'holiday', 'Ngày Chiến thắng', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2021-05-03', 'substitute', 'Nghỉ bù Quốc tế Lao động (thứ Bảy 1/5)', 'BLLĐ 2019 Đ111.3', 'computed'),
	('2021-09-02', 'holiday', 'Quốc khánh', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2021-09-03', 'holiday', 'Quốc khánh (ngày liền kề)', 'BLLĐ 2019 Đ112.1; date: notice of the year', 'from-memory'),

	('2025-01-01', 'holiday', 'Tết Dương lịch', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2025-01-27', 'holiday', 'Tết Ất Tỵ', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2025-01-28', 'holiday', 'Tết Ất Tỵ', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2025-01-29', 'holiday', 'Tết Ất Tỵ', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2025-01-30', 'holiday', 'Tết Ất Tỵ', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2025-01-31', 'holiday', 'Tết Ất Tỵ', 'BLLĐ 2019 Đ112.1; dates: notice of the year', 'from-memory'),
	('2025-04-07', 'holiday', 'Giỗ Tổ Hùng Vương', 'BLLĐ 2019 Đ112.1', 'from-memory'),
	('2025-04-26', 'make-up', 'Làm bù cho thứ Sáu 2/5', 'Swap notice of the year', 'from-memory'),
	('2025-04-30', 'holiday', 'Ngày Chiến thắng', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2025-05-01', 'holiday', 'Quốc tế Lao động', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2025-05-02', 'swap-off', 'Nghỉ hoán đổi với thứ Bảy 26/4', 'Swap notice of the year', 'from-memory'),
	('2025-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', 'BLLĐ 2019 Đ112.1; date: notice of the year', 'from-memory'),
	('2025-09-02', 'holiday', 'Quốc khánh', 'BLLĐ 2019 Đ112.1', 'verified'),

	('2026-01-01', 'holiday', 'Tết Dương lịch', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2026-01-02', 'swap-off', 'Nghỉ hoán đổi với thứ Bảy 10/1', 'Swap notice of the year', 'from-memory'),
	('2026-01-10', 'make-up', 'Làm bù cho thứ Sáu 2/1', 'Swap notice of the year', 'from-memory'),
	('2026-02-16', 'holiday', 'Tết Bính Ngọ', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-02-17', 'holiday', 'Tết Bính Ngọ', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-02-18', 'holiday', 'Tết Bính Ngọ', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-02-19', 'holiday', 'Tết Bính Ngọ', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-02-20', 'holiday', 'Tết Bính Ngọ', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-04-27', 'substitute', 'Nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật 26/4)', 'BLLĐ 2019 Đ111.3', 'computed'),
	('2026-04-30', 'holiday', 'Ngày Chiến thắng', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2026-05-01', 'holiday', 'Quốc tế Lao động', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2026-08-22', 'make-up', 'Làm bù cho thứ Hai 31/8', 'Swap notice of the year, as reported by the press', 'verified'),
	('2026-08-31', 'swap-off', 'Nghỉ hoán đổi với thứ Bảy 22/8', 'Swap notice of the year, as reported by the press', 'verified'),
	('2026-09-01', 'holiday', 'Quốc khánh (ngày liền kề)', 'BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'verified'),
	('2026-09-02', 'holiday', 'Quốc khánh', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2026-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Day off from 1/7/2026, as reported by the press', 'verified'),

	('2027-01-01', 'holiday', 'Tết Dương lịch', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2027-04-16', 'holiday', 'Giỗ Tổ Hùng Vương', 'BLLĐ 2019 Đ112.1; 10/3 âm lịch computed for UTC+7', 'computed'),
	('2027-04-30', 'holiday', 'Ngày Chiến thắng', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2027-05-03', 'substitute', 'Nghỉ bù Quốc tế Lao động (thứ Bảy 1/5)', 'BLLĐ 2019 Đ111.3', 'computed'),
	('2027-09-02', 'holiday', 'Quốc khánh', 'BLLĐ 2019 Đ112.1', 'verified'),
	('2027-11-24', 'holiday', 'Ngày Văn hóa Việt Nam', 'Day off from 1/7/2026, as reported by the press', 'verified');

insert into public.calendar_gaps (from_day, to_day, note, source) values
	(
		'2027-02-04', '2027-02-14',
		'Lịch nghỉ Tết Đinh Mùi 2027 chưa có quyết định (mùng 1 là thứ Bảy 6/2/2027).',
		'BLLĐ 2019 Đ112.1: five days, dates decided yearly; proposals seen: 4–10/2 or 5–14/2'
	),
	(
		'2027-09-01', '2027-09-03',
		'Ngày nghỉ liền kề Quốc khánh 2/9/2027 chưa có quyết định (1/9 hoặc 3/9).',
		'BLLĐ 2019 Đ112.1: one day beside 2/9, decided yearly'
	);

insert into public.office_hours (position, opens, closes) values
	(1, '07:00', '11:30'),
	(2, '13:30', '17:00');
