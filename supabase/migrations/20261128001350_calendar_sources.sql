-- The grounds of the days that come with the installation are read by staff now, so they are said in Vietnamese. What an
-- office has entered itself stays as it is.

update public.calendar_days as known set source = said.vi
from (values
	('BLLĐ 2019 Đ112.1; dates: notice of the year', 'BLLĐ 2019 Đ112.1; ngày theo thông báo của năm'),
	('BLLĐ 2019 Đ112.1; date: notice of the year', 'BLLĐ 2019 Đ112.1; ngày theo thông báo của năm'),
	('Swap notice of the year', 'Thông báo hoán đổi ngày làm việc của năm'),
	('Swap notice of the year, as reported by the press', 'Thông báo hoán đổi ngày làm việc của năm (theo báo chí)'),
	('BLLĐ 2019 Đ112.1; notice of the year, as reported by the press', 'BLLĐ 2019 Đ112.1; thông báo của năm (theo báo chí)'),
	('Day off from 1/7/2026, as reported by the press', 'Nghị quyết 28/2026/QH16, nghỉ từ 1/7/2026 (theo báo chí)'),
	('BLLĐ 2019 Đ112.1; 10/3 âm lịch computed for UTC+7', 'BLLĐ 2019 Đ112.1; 10/3 âm lịch tính theo giờ Việt Nam')
) as said (en, vi)
where known.source = said.en;

update public.calendar_years as known set source = said.vi
from (values
	('Bộ luật Lao động 2019 Đ111.3, Đ112.1; official notices as reported by the press',
		'Bộ luật Lao động 2019 Đ111.3, Đ112.1; thông báo của năm (theo báo chí)')
) as said (en, vi)
where known.source = said.en;

update public.calendar_years set note = 'Tết, Giỗ Tổ và ngày liền kề 2/9 ghi theo trí nhớ, chưa đối chiếu.'
where note = 'Tết, Giỗ Tổ and the day beside 2/9 from memory.';
update public.calendar_years set note = 'Tết, Giỗ Tổ, ngày liền kề 2/9 và ngày hoán đổi 2/5 ghi theo trí nhớ, chưa đối chiếu.'
where note = 'Tết, Giỗ Tổ, the day beside 2/9 and the swap of 2/5 from memory.';
update public.calendar_years set note = 'Tết và ngày liền kề 2/9 chưa có thông báo.'
where note = 'Tết and the day beside 2/9 are not decided.';
update public.calendar_gaps set source = 'BLLĐ 2019 Đ112.1: năm ngày, quyết định hằng năm; đề xuất đã thấy: 4–10/2 hoặc 5–14/2'
where source = 'BLLĐ 2019 Đ112.1: five days, dates decided yearly; proposals seen: 4–10/2 or 5–14/2';
update public.calendar_gaps set source = 'BLLĐ 2019 Đ112.1: một ngày liền kề 2/9, quyết định hằng năm'
where source = 'BLLĐ 2019 Đ112.1: one day beside 2/9, decided yearly';
