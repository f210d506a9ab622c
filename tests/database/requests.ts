import fc from 'fast-check';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Texts at the edges of what is checked; no control characters but tab and line end, no lone surrogates. */
export const texts = [
	'',
	' ',
	'x',
	'ab',
	' ab ',
	'\t\n',
	'\u00a0 \u00a0',
	'\u00a0ab',
	"' or 1=1 --",
	'%',
	'_',
	'\\',
	'\\u0001',
	'$1',
	'{}',
	'null',
	'Nguyễn Văn Đủ',
	'🙂',
	'1',
	'-1',
	'1e9',
	'0',
	'x'.repeat(59),
	'x'.repeat(60),
	'x'.repeat(61),
	'ế'.repeat(121),
	'x'.repeat(301),
	'x'.repeat(2001),
	'2026-02-30',
	'2026-11-30',
	'9999-12-31',
	'infinity',
	'a b@c.d',
	'a@b',
	'٠١٢٣٤٥٦٧٨٩'
];

const odd: Json[] = [
	null,
	true,
	false,
	0,
	1,
	-1,
	1.5,
	1e15,
	1e300,
	2147483648,
	[],
	{},
	[[]],
	[null],
	{ x: null },
	{ id: 1 },
	[{}],
	Array.from({ length: 81 }, () => ({ requirementId: 'x', state: 'ready' })),
	Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`k${index}`, 'v'])),
	Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`k${index}`, 'v'])),
	{ ['k'.repeat(61)]: 'v' }
];

/** Small changes of a text that is right: the mistakes a check is most likely to let through. */
const tweaks: ((text: string) => string)[] = [
	(text) => ` ${text}`,
	(text) => `${text} `,
	(text) => text.toUpperCase(),
	(text) => text.slice(0, -1),
	(text) => text + text,
	(text) => text.replace(/\d/g, '9')
];

type Change = {
	at: number;
	kind: 'tweak' | 'alike' | 'text' | 'odd' | 'drop' | 'add' | 'twice';
	pick: number;
};

const changes: fc.Arbitrary<Change> = fc.record({
	at: fc.nat(),
	kind: fc.constantFrom(
		'tweak',
		'tweak',
		'tweak',
		'alike',
		'alike',
		'text',
		'text',
		'odd',
		'drop',
		'add',
		'twice'
	),
	pick: fc.nat()
});

/** Almost-right copies of `good`: usually one or two places changed to one of `strings` or to something odd. */
export function mutated(good: unknown, strings: readonly string[]): fc.Arbitrary<Json> {
	const size = fc.oneof(
		{ weight: 1, arbitrary: fc.constant(0) },
		{ weight: 6, arbitrary: fc.constant(1) },
		{ weight: 3, arbitrary: fc.integer({ min: 2, max: 4 }) }
	);
	return size
		.chain((count) => fc.array(changes, { minLength: count, maxLength: count }))
		.map((list) =>
			list.reduce<Json>(
				(value, change) => apply(value, change, strings),
				structuredClone(good) as Json
			)
		);
}

/** Every copy of `good` with one text slightly changed, or replaced by one of `strings` of the same length. */
export function tweakedOnce(good: unknown, strings: readonly string[]): Json[] {
	return placesIn(good as Json).flatMap(({ value: present }, at) => {
		if (typeof present !== 'string') return [];
		const alike = strings.filter((text) => text.length === present.length);
		return [...tweaks.map((tweak) => tweak(present)), ...alike].map((text) => {
			const copy = structuredClone(good) as Json;
			const place = placesIn(copy)[at];
			if (place) put(place, text);
			return copy;
		});
	});
}

/** Every text in a value, at any depth, keys left out. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(textsIn);
}

function apply(root: Json, change: Change, strings: readonly string[]): Json {
	const places = placesIn(root);
	const place = places[change.at % (places.length + 1)];
	const value = chosen(change, place?.value, strings);
	if (!place) return change.kind === 'odd' && change.pick % 20 === 0 ? value : root;
	const { parent, key } = place;
	if (Array.isArray(parent) && change.kind === 'drop') parent.splice(Number(key), 1);
	else if (Array.isArray(parent) && change.kind === 'twice')
		parent.push(structuredClone(place.value));
	else if (!Array.isArray(parent) && change.kind === 'drop') delete parent[key];
	else if (!Array.isArray(parent) && change.kind === 'add')
		parent[strings[change.pick % strings.length] ?? 'x'] = 'thêm';
	else put(place, value);
	return root;
}

function put({ parent, key }: Place, value: Json): void {
	if (Array.isArray(parent)) parent[Number(key)] = value;
	else parent[key] = value;
}

/** What to put in place of `present`; alike = a text of the same length, so ids meet ids and codes meet codes. */
function chosen(
	{ kind, pick }: Change,
	present: Json | undefined,
	strings: readonly string[]
): Json {
	if (kind === 'odd' || kind === 'twice') return structuredClone(odd[pick % odd.length] ?? null);
	if (kind === 'tweak' && typeof present === 'string')
		return tweaks[pick % tweaks.length]?.(present) ?? null;
	const alike =
		kind === 'alike' && typeof present === 'string'
			? strings.filter((text) => text.length === present.length)
			: [];
	const list = alike.length > 0 ? alike : strings;
	return list[pick % list.length] ?? null;
}

type Place = { parent: Json[] | { [key: string]: Json }; key: string; value: Json };

function placesIn(value: Json): Place[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, member]) => [
		{ parent: value, key, value: member },
		...placesIn(member)
	]);
}
