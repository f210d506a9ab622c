import type { Procedure } from '../catalogue/Procedure.ts';
import type { Requirement } from '../catalogue/Requirement.ts';
import { newSlug } from '../editing/slug.ts';
import { fold } from '../shared/fold.ts';
import { cleanLine, withoutBullet } from './cleanText.ts';
import { readPapers } from './listFigures.ts';
import { paperText } from './listTexts.ts';
import type { Merge } from './Merge.ts';

/** What stands on one line of the list: one paper, perhaps asked for by several rules. */
type Group = { text: string; name: string; requirements: Requirement[] };

const PAPER_FIELDS = ['requirements.name', 'requirements.kind', 'requirements.counts'] as const;

/**
 * The papers in force with what the lines of a list say otherwise: each line is held against the paper of the same words,
 * else of the same name, else against the only one left if their names are alike. When, why and what to do without it stay as they were authored,
 * and so do questions and remarks. Where no line can be told to belong to a paper, all papers stay.
 */
export function mergePapers(merge: Merge): Partial<Procedure> {
	const { base, fresh, cells, differs, book } = merge;
	if (!differs('papers')) return {};
	const groups = groupsOf(base.requirements);
	const left = new Set(groups);
	const rows = readPapers(cells.papers ?? '');
	const isBare = (text: string) =>
		rows.some((row) => row.doubt !== undefined && fold(withoutBullet(row.text)) === fold(text));
	const find = (test: (group: Group) => boolean) => {
		const found = [...left].find(test);
		if (found) left.delete(found);
		return found;
	};
	// A line without counts may have been read as a remark though it names one of our papers.
	const remarks = fresh.procedure.notes.filter(({ text }) => {
		const known = find(({ name }) => fold(name) === fold(text));
		if (known) book.read('requirements.name', text, known.requirements[0]?.name);
		return !known;
	});
	const listed = fresh.procedure.requirements;
	const known = new Map<Requirement, Group>();
	const match = (one: Requirement, group: Group | undefined) => group && known.set(one, group);
	for (const one of listed)
		match(
			one,
			find(({ text }) => fold(text) === fold(paperText(one)))
		);
	for (const one of listed.filter((each) => !known.has(each)))
		match(
			one,
			find(({ name }) => fold(name) === fold(one.officialName))
		);
	const [alone, ...others] = listed.filter((each) => !known.has(each));
	if (alone && others.length === 0 && left.size === 1)
		match(
			alone,
			find(({ name }) => isAkin(name, alone.officialName))
		);
	const isOurs = groups.length === 0 || left.size < groups.length;
	if (!isOurs) {
		for (const row of rows)
			book.drop(
				'requirements.name',
				cleanLine(row.text),
				'không khớp giấy nào đang dùng; giữ các giấy đang dùng'
			);
		return {};
	}
	for (const { name, requirements } of left)
		book.drop(
			'requirements.name',
			name,
			'có trong bản đang dùng, danh sách không còn ghi',
			requirements[0]?.name
		);
	const edits = new Map(
		[...known].flatMap(([one, group]) => editsOf(one, group, isBare(one.officialName), merge))
	);
	const kept = base.requirements.filter(
		(one) => ![...left].some((group) => group.requirements.includes(one))
	);
	const added = listed.filter((one) => !known.has(one));
	return {
		requirements: withAdded(
			kept.map((one) => edits.get(one) ?? one),
			added,
			merge
		),
		...withRemarks(remarks, merge)
	};
}

/** The rules of a paper in force with what a line says otherwise. */
function editsOf(
	listed: Requirement,
	{ text, requirements }: Group,
	isBare: boolean,
	{ book, take }: Merge
): [Requirement, Requirement][] {
	const at = requirements[0]?.name;
	if (fold(text) === fold(paperText(listed))) {
		book.read('requirements.name', text, at);
		return [];
	}
	const { officialName, kind, originals, copies } = listed;
	const isRenamed = requirements.every((one) => fold(one.officialName) !== fold(officialName));
	if (isRenamed)
		book.guess(
			'requirements.name',
			officialName,
			'tên giấy khác bản đang dùng; giữ lý do, điều kiện và cách làm khi thiếu',
			at
		);
	else book.read('requirements.name', officialName, at);
	if (isBare)
		book.drop('requirements.counts', '', 'danh sách không ghi số lượng; giữ như bản đang dùng', at);
	else take(['requirements.kind', 'requirements.counts'], listed.name);
	const figures = isBare ? {} : { kind, originals, copies };
	return requirements.map((one) => [
		one,
		{ ...one, ...(isRenamed ? { officialName } : {}), ...figures }
	]);
}

/** The papers of a list that are not in force, with ids nobody has yet. */
function withAdded(
	requirements: readonly Requirement[],
	added: readonly Requirement[],
	{ base, take }: Merge
): Requirement[] {
	const taken = new Set(base.requirements.flatMap(({ id, paper }) => [id, paper]));
	return [
		...requirements,
		...added.map((one) => {
			take(PAPER_FIELDS, one.name);
			const id = newSlug(one.name, taken);
			taken.add(id);
			return { ...one, id, paper: id };
		})
	];
}

function withRemarks(remarks: Procedure['notes'], { base, take }: Merge): Partial<Procedure> {
	const added = remarks.filter(({ text }) =>
		base.notes.every((note) => fold(note.text) !== fold(text))
	);
	if (added.length === 0) return {};
	take(['notes']);
	const taken = new Set(base.notes.map(({ id }) => id));
	return {
		notes: [
			...base.notes,
			...added.map((note) => {
				const id = newSlug(note.id, taken);
				taken.add(id);
				return { ...note, id };
			})
		]
	};
}

/** Words that papers of every kind have in their names. */
const EVERYWHERE = new Set(
	'giay to don khai ban sao chinh chup cua ve viec theo mau co va hoac so cac'.split(' ')
);

/** Whether most of what one name says is said by the other too: the same paper under a longer or shorter name. */
function isAkin(one: string, other: string): boolean {
	const [short = [], long = []] = [one, other]
		.map((name) => [
			...new Set(
				fold(name)
					.split(' ')
					.filter((word) => !EVERYWHERE.has(word))
			)
		])
		.sort((a, b) => a.length - b.length);
	return short.filter((word) => long.includes(word)).length > short.length / 2;
}

function groupsOf(requirements: readonly Requirement[]): Group[] {
	const groups = new Map<string, Group>();
	for (const one of requirements) {
		const text = paperText(one);
		const group = groups.get(text) ?? { text, name: one.officialName, requirements: [] };
		group.requirements.push(one);
		groups.set(text, group);
	}
	return [...groups.values()];
}
