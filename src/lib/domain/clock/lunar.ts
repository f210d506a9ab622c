import { dateOfDay, dayOf } from './localTime.ts';

/**
 * The Vietnamese lunar calendar, as far as days off depend on it. Method: new moons and the sun's longitude after
 * J. Meeus, Astronomical Algorithms (2nd ed.), ch. 49 and 25, put on the days of the Vietnamese meridian (UTC+7,
 * QĐ 121-CP of 1967); month 11 holds the winter solstice, the first month without a major term is the leap one.
 */

/** A month of the lunar calendar: its first day (days since 1970-01-01), its number and whether it repeats one. */
export interface LunarMonth {
	start: number;
	month: number;
	isLeap: boolean;
}

/** The meridian of Vietnam; another one gives another country's calendar, which tests use to show the difference. */
const VIETNAM = 7;
const newMoonEpoch = 2_451_550.09766;
const meanMonth = 29.530588861;
/** Julian day of 1970-01-01T00:00 UT. */
const unixEpoch = 2_440_587.5;
const radians = Math.PI / 180;

/** Mùng 1 Tết of a year (1976–2099) as `YYYY-MM-DD`. */
export function lunarNewYear(year: number, meridian = VIETNAM): string {
	return dateOfDay(lunarDay(year, 1, 1, meridian));
}

/** Giỗ Tổ Hùng Vương, mùng 10 tháng Ba âm lịch, of a year (1976–2099) as `YYYY-MM-DD`. */
export function hungKingsDay(year: number): string {
	return dateOfDay(lunarDay(year, 3, 10, VIETNAM));
}

/** The day number of a day of months 1–10 of a lunar year; of a repeated month the first. */
function lunarDay(year: number, month: number, day: number, meridian: number): number {
	const found = lunarMonths(year, meridian).find((one) => one.month === month && !one.isLeap);
	if (!found) throw new RangeError(`no lunar month ${month}`);
	return found.start + day - 1;
}

/** The 12 or 13 months from month 11 of the year before up to month 10 of `year`, in order. */
export function lunarMonths(year: number, meridian = VIETNAM): LunarMonth[] {
	const first = solsticeMoon(year - 1, meridian);
	const count = solsticeMoon(year, meridian) - first;
	const starts = Array.from({ length: count + 1 }, (_, index) => moonDay(first + index, meridian));
	const terms = starts.map((start) => termAt(start, meridian));
	// Twelve months hold twelve major terms; of thirteen the first that holds none repeats the month before it.
	const leap = count === 13 ? terms.findIndex((term, index) => term === terms[index + 1]) : -1;
	return starts.slice(0, count).map((start, index) => ({
		start,
		month: ((10 + index - (leap !== -1 && index >= leap ? 1 : 0)) % 12) + 1,
		isLeap: index === leap
	}));
}

/** The number of the new moon that begins month 11 of a year: the last one not after the solstice's day. */
function solsticeMoon(year: number, meridian: number): number {
	const end = dayOf(`${year}-12-31`);
	let moon = Math.floor((end + unixEpoch - newMoonEpoch) / meanMonth) + 1;
	while (moonDay(moon, meridian) > end) moon -= 1;
	// At the first minute of its month 11 the sun has not reached 270° yet.
	return termAt(moonDay(moon, meridian), meridian) >= 9 ? moon - 1 : moon;
}

/** The local day on which the new moon of this number (0 = 6/1/2000) falls. */
function moonDay(moon: number, meridian: number): number {
	return Math.floor(universal(newMoon(moon)) - unixEpoch + meridian / 24);
}

/** Which twelfth of its way (0 = from the spring equinox) the sun is on as a local day begins. */
function termAt(day: number, meridian: number): number {
	return Math.floor(sunLongitude(dynamical(day + unixEpoch - meridian / 24)) / 30);
}

/** Julian day (dynamical time) of a new moon; Meeus ch. 49 without the planetary terms, good to a minute. */
function newMoon(moon: number): number {
	const t = moon / 1236.85;
	const e = 1 - 0.002516 * t - 0.0000074 * t * t;
	const sun = 2.5534 + 29.1053567 * moon - 0.0000014 * t * t;
	const luna = 201.5643 + 385.81693528 * moon + 0.0107582 * t * t + 0.00001238 * t ** 3;
	const f = 160.7108 + 390.67050284 * moon - 0.0016118 * t * t - 0.00000227 * t ** 3;
	const node = 124.7746 - 1.56375588 * moon + 0.0020672 * t * t + 0.00000215 * t ** 3;
	const mean =
		newMoonEpoch + meanMonth * moon + 0.00015437 * t * t - 0.00000015 * t ** 3 + 7.3e-10 * t ** 4;
	return newMoonTerms.reduce(
		(sum, [size, ofSun, ofMoon, ofF, ofNode]) =>
			sum +
			size *
				e ** Math.abs(ofSun) *
				Math.sin((ofSun * sun + ofMoon * luna + ofF * f + ofNode * node) * radians),
		mean
	);
}

/** Meeus, table of ch. 49: days, then multiples of the sun's and the moon's anomaly, the latitude argument, the node. */
const newMoonTerms: [number, number, number, number, number][] = [
	[-0.4072, 0, 1, 0, 0],
	[0.17241, 1, 0, 0, 0],
	[0.01608, 0, 2, 0, 0],
	[0.01039, 0, 0, 2, 0],
	[0.00739, -1, 1, 0, 0],
	[-0.00514, 1, 1, 0, 0],
	[0.00208, 2, 0, 0, 0],
	[-0.00111, 0, 1, -2, 0],
	[-0.00057, 0, 1, 2, 0],
	[0.00056, 1, 2, 0, 0],
	[-0.00042, 0, 3, 0, 0],
	[0.00042, 1, 0, 2, 0],
	[0.00038, 1, 0, -2, 0],
	[-0.00024, -1, 2, 0, 0],
	[-0.00017, 0, 0, 0, 1],
	[-0.00007, 2, 1, 0, 0],
	[0.00004, 0, 2, -2, 0],
	[0.00004, 3, 0, 0, 0],
	[0.00003, 1, 1, -2, 0],
	[0.00003, 0, 2, 2, 0],
	[-0.00003, 1, 1, 2, 0],
	[0.00003, -1, 1, 2, 0],
	[-0.00002, -1, 1, -2, 0],
	[-0.00002, 1, 3, 0, 0],
	[0.00002, 0, 4, 0, 0]
];

/** The sun's apparent longitude in degrees, 0 ≤ … < 360; Meeus ch. 25, good to 0.01° (a quarter of an hour). */
function sunLongitude(julianDay: number): number {
	const t = (julianDay - 2_451_545) / 36_525;
	const anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t * t) * radians;
	const centre =
		(1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
		(0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
		0.000289 * Math.sin(3 * anomaly);
	const longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre;
	const apparent = longitude - 0.00569 - 0.00478 * Math.sin((125.04 - 1934.136 * t) * radians);
	return ((apparent % 360) + 360) % 360;
}

/** What the turning of the earth lags behind dynamical time, in days; a parabola that is right to a minute 1975–2100. */
function lag(julianDay: number): number {
	const t = (julianDay - 2_451_545) / 365.25;
	return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86_400;
}

function universal(dynamicalDay: number): number {
	return dynamicalDay - lag(dynamicalDay);
}

function dynamical(universalDay: number): number {
	return universalDay + lag(universalDay);
}
