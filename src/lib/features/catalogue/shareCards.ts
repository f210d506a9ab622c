/** Fields with a picture in `static/chia-se`; one that an office adds itself gets the general picture. */
export const SHARE_CARDS: readonly string[] = [
	'ho-tich',
	'chung-thuc',
	'dat-dai',
	'xay-dung',
	'ho-kinh-doanh',
	'bao-tro-xa-hoi',
	'nuoi-con-nuoi',
	'hop-tac-xa',
	'nguoi-co-cong',
	'chinh-sach-quan-doi',
	'giao-duc',
	'nong-nghiep',
	'moi-truong',
	'giao-thong',
	'cong-thuong',
	'tai-chinh',
	'noi-vu',
	'ton-giao',
	'van-hoa',
	'khieu-nai',
	'tu-phap'
];
