import { dateOfDay, dayOf, isWeekend } from './localTime.ts';
import { hungKingsDay, lunarNewYear } from './lunar.ts';

/**
 * A day the office may want in its calendar. `awaits`: somebody decides it yearly (the Prime Minister: Tết, the day
 * beside 2/9, swaps), so it needs the number of that notice; otherwise `law` is source enough.
 */
export interface DaySuggestion {
	day: string;
	kind: 'holiday' | 'substitute' | 'swap-off';
	name: string;
	law: string;
	awaits: boolean;
}

const holidaysLaw = 'Bộ luật Lao động 2019, Điều 112 khoản 1';
const yearlyLaw = 'Bộ luật Lao động 2019, Điều 112 khoản 1 và khoản 3';
const substituteLaw = 'Bộ luật Lao động 2019, Điều 111 khoản 3';
const cultureLaw = 'Nghị quyết 28/2026/QH16, nghỉ từ 1/7/2026 (theo báo chí)';

/** A holiday that has a date; `isNew`: outside Đ112, so nothing says yet that Đ111.3 gives a day for it. */
type Fixed = { day: number; name: string; law: string; isNew?: boolean };

/**
 * The days off of a year (1976–2099) by law (BLLĐ 2019 Đ112.1, Đ111.3; 24/11 from 1/7/2026), in order, as suggestions:
 * only Monday–Friday, each once. Where the date is decided yearly every likely day is there, to choose from.
 */
export function suggestYear(year: number): DaySuggestion[] {
	const fixed = fixedHolidays(year);
	const certain = withSubstitutes(fixed);
	const taken = new Set(certain.map(({ day }) => day));
	const yearly = [...tetDays(year), ...nationalDayPartners(year)].filter(
		({ day }) => !taken.has(day)
	);
	const off = [...certain, ...yearly];
	return [...off, ...bridges(off, fixed, year)]
		.sort((a, b) => a.day - b.day)
		.map((one) => ({ ...one, day: dateOfDay(one.day) }));
}

type NumberedSuggestion = Omit<DaySuggestion, 'day'> & { day: number };

function fixedHolidays(year: number): Fixed[] {
	return [
		{ day: dayOf(`${year}-01-01`), name: 'Tết Dương lịch', law: holidaysLaw },
		{
			day: dayOf(hungKingsDay(year)),
			name: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)',
			law: holidaysLaw
		},
		{ day: dayOf(`${year}-04-30`), name: 'Ngày Chiến thắng', law: holidaysLaw },
		{ day: dayOf(`${year}-05-01`), name: 'Quốc tế Lao động', law: holidaysLaw },
		{ day: dayOf(`${year}-09-02`), name: 'Quốc khánh', law: holidaysLaw },
		...(year >= 2026
			? [
					{
						day: dayOf(`${year}-11-24`),
						name: 'Ngày Văn hóa Việt Nam',
						law: cultureLaw,
						isNew: true
					}
				]
			: [])
	];
}

/** Đ111.3: a holiday on a weekly day off gives the next working day, the earlier holiday first. */
function withSubstitutes(holidays: Fixed[]): NumberedSuggestion[] {
	const off = new Set(holidays.map(({ day }) => day));
	return [...holidays]
		.sort((a, b) => a.day - b.day)
		.map(({ day, name, law, isNew = false }) => {
			if (!isWeekend(dateOfDay(day))) return { day, kind: 'holiday', name, law, awaits: false };
			let next = day + 1;
			while (isWeekend(dateOfDay(next)) || off.has(next)) next += 1;
			off.add(next);
			return {
				day: next,
				kind: 'substitute',
				name: `Nghỉ bù ${name}`,
				law: substituteLaw,
				awaits: isNew
			};
		});
}

/** Five days, decided yearly: those of the two usual blocks, from one or from two days before mùng 1. */
function tetDays(year: number): NumberedSuggestion[] {
	const first = dayOf(lunarNewYear(year));
	const blocks = [first - 1, first - 2].map((start) =>
		withSubstitutes(
			Array.from({ length: 5 }, (_, index) => ({
				day: start + index,
				name: 'Tết Âm lịch',
				law: yearlyLaw
			}))
		)
	);
	const found = new Map<number, NumberedSuggestion>();
	for (const one of blocks.flat())
		if (!found.has(one.day)) found.set(one.day, { ...one, awaits: true });
	return [...found.values()];
}

/** One day beside 2/9, decided yearly: 1/9 or 3/9. */
function nationalDayPartners(year: number): NumberedSuggestion[] {
	return [`${year}-09-01`, `${year}-09-03`]
		.map(dayOf)
		.filter((day) => !isWeekend(dateOfDay(day)))
		.map((day) => ({
			day,
			kind: 'holiday',
			name: 'Quốc khánh (ngày liền kề)',
			law: yearlyLaw,
			awaits: true
		}));
}

/** A single working day between a holiday and a weekend is what gets swapped for a Saturday, when something is. */
function bridges(off: NumberedSuggestion[], holidays: Fixed[], year: number): NumberedSuggestion[] {
	const free = new Set([...off, ...holidays].map(({ day }) => day));
	const isFree = (day: number) => isWeekend(dateOfDay(day)) || free.has(day);
	const beside = new Set([...free].flatMap((day) => [day - 1, day + 1]));
	return (
		[...beside]
			.filter((day) => !isFree(day) && isFree(day - 1) && isFree(day + 1))
			// The first and the last day of a year may lie beside a holiday of another one.
			.filter((day) => dateOfDay(day).startsWith(`${year}-`))
			.map((day) => ({
				day,
				kind: 'swap-off',
				name: 'Đổi với một thứ Bảy làm bù',
				law: 'Thông báo hoán đổi ngày làm việc của năm',
				awaits: true
			}))
	);
}
