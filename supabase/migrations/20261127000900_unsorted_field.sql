-- A place for drafts whose field is not in the office's list yet: a draft must name a field, and an import never
-- invents one. Hidden from citizens as long as nothing is published in it.

insert into public.fields (code, name, help, position)
values ('chua-phan-loai', 'Chưa phân loại', 'Thủ tục vừa nhập, chưa xếp vào lĩnh vực nào', 999)
on conflict (code) do nothing;
