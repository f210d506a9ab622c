-- Drafts of a field that is not in our list wait in one of their own; the office may rename it.
begin;
select plan(3);

select is((select name from public.fields where code = 'chua-phan-loai'), 'Chưa phân loại', 'the field for unsorted drafts is there');
select is((select max(position) from public.fields), 999, 'and comes last');
select app.seed_field('{"code": "chua-phan-loai", "name": "Other", "help": "Other", "position": 1}');
select is((select name from public.fields where code = 'chua-phan-loai'), 'Chưa phân loại', 'the repository never overwrites it');

select * from finish();
rollback;
