import { dateOfDay, weekdayOf } from '#domain/clock/localTime.ts';
import type { DemoOffice } from './offices.ts';
import type { Random } from './random.ts';

/** How full the days of the week are, Monday first: people come when the week begins. */
const weekday = [1.35, 1.1, 1, 0.95, 0.85];

/** How full the weeks are: a rush before Tết (12/2/2021), an empty office around it, fewer in the heat of summer. */
function season(date: string): number {
	if (date < '2021-02-08') return date < '2021-01-18' ? 1 : 1.3;
	if (date < '2021-02-10') return 0.45;
	if (date < '2021-02-26') return 0.6;
	if (date < '2021-06-01') return 1.1;
	return date < '2021-07-01' ? 1 : 0.9;
}

/** How many come on a working day, beside other days. */
export function weightOfDay(day: number): number {
	return (weekday[weekdayOf(day) - 1] ?? 1) * season(dateOfDay(day));
}

/** How often which field is asked for, at the district and in a commune. Invented: nobody has published it. */
const fieldWeights: Record<'district' | 'commune', Record<string, number>> = {
	district: {
		'dat-dai': 30,
		'chung-thuc': 13,
		'ho-kinh-doanh': 12,
		'xay-dung': 8,
		'bao-tro-xa-hoi': 7,
		'nguoi-co-cong': 6,
		'ho-tich': 6,
		'giao-duc': 4,
		'nong-nghiep': 4,
		'moi-truong': 3,
		'cong-thuong': 2,
		'noi-vu': 2,
		'van-hoa': 1,
		'hop-tac-xa': 1,
		'tu-phap': 1
	},
	commune: {
		'chung-thuc': 36,
		'ho-tich': 33,
		'bao-tro-xa-hoi': 13,
		'nguoi-co-cong': 7,
		'dat-dai': 6,
		'nong-nghiep': 3,
		'xay-dung': 2
	}
};

/** How often a field of this office is asked for on this day: schools and copies of diplomas are a summer matter. */
export function weightOfField(office: DemoOffice, field: string, day: number): number {
	const isSummer = dateOfDay(day) >= '2021-06-01';
	const summer = isSummer ? ({ 'giao-duc': 3, 'chung-thuc': 1.3 }[field] ?? 1) : 1;
	return (fieldWeights[office.commune ? 'commune' : 'district'][field] ?? 0) * summer;
}

/** How many come to an office, beside other offices. */
export function weightOfOffice(office: DemoOffice, position: number): number {
	return office.commune ? 10 - position : 46;
}

/** An office minute at which somebody is received: most in the morning, few at either end of the day. */
export function drawMinute(random: Random): number {
	const middle = (least: number, most: number) =>
		Math.round((random.whole(least, most) + random.whole(least, most)) / 2);
	return random.chance(0.64) ? middle(15, 225) : middle(285, 455);
}

/** Working days that the desk enters where the source states no limit. Invented, and said so on the slip. */
export const assumedDays: Record<string, number> = {
	'bao-tro-xa-hoi': 10,
	'chung-thuc': 2,
	'cong-thuong': 10,
	'dat-dai': 15,
	'giao-duc': 12,
	'ho-kinh-doanh': 3,
	'ho-tich': 3,
	'hop-tac-xa': 5,
	'moi-truong': 15,
	'nguoi-co-cong': 12,
	'noi-vu': 15,
	'nong-nghiep': 10,
	'tu-phap': 5,
	'van-hoa': 7,
	'xay-dung': 10
};
