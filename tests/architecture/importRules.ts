import { findTarget, importsOf } from './imports.ts';
import type { SourceFile } from './sources.ts';

/** A part of the house; everything in it has the same rights. */
type Zone =
	| 'domain'
	| 'ui'
	| 'i18n'
	| 'ports'
	| 'local'
	| 'remote'
	| 'images'
	| 'importer'
	| 'sync'
	| 'features'
	| 'app'
	| 'routes'
	| 'backend'
	| 'tests';

const PLACES: [RegExp, Zone][] = [
	[/\.test\.ts$|\/test[A-Z]\w*\.ts$|^src\/lib\/testing\/|^tests\//, 'tests'],
	[/^src\/lib\/domain\//, 'domain'],
	[/^src\/lib\/ui\//, 'ui'],
	[/^src\/lib\/i18n\//, 'i18n'],
	[/^src\/lib\/data\/ports\//, 'ports'],
	[/^src\/lib\/data\/local\//, 'local'],
	[/^src\/lib\/data\/remote\//, 'remote'],
	[/^src\/lib\/data\/images\//, 'images'],
	[/^src\/lib\/data\/importer\//, 'importer'],
	[/^src\/lib\/sync\//, 'sync'],
	[/^src\/lib\/features\//, 'features'],
	[/^src\/lib\/app\//, 'app'],
	[/^src\/(routes\/|hooks\.server\.ts$)/, 'routes'],
	[/^supabase\//, 'backend']
];

/** Who may import whom (design §3): zones by value, zones by type only, packages. */
const RIGHTS: Record<Exclude<Zone, 'tests'>, { may: Zone[]; types: Zone[]; packages: RegExp }> = {
	domain: { may: [], types: [], packages: /^zod\/mini$/ },
	ui: { may: [], types: [], packages: /^(svelte(\/.*)?|uqr)$/ },
	i18n: { may: [], types: [], packages: /^$/ },
	ports: { may: [], types: ['domain'], packages: /^$/ },
	local: { may: ['domain'], types: ['ports'], packages: /^dexie$/ },
	remote: { may: ['domain'], types: ['ports'], packages: /^(@supabase\/\S+|zod\/mini)$/ },
	images: { may: ['domain'], types: ['ports'], packages: /^$/ },
	importer: {
		may: ['domain'],
		types: ['ports'],
		packages: /^(read|write)-excel-file\/universal$/
	},
	sync: { may: ['domain'], types: ['ports'], packages: /^$/ },
	features: {
		may: ['domain', 'ui', 'i18n'],
		types: ['ports'],
		packages: /^(svelte(\/.*)?|\$app\/\S+|virtual:pwa-register)$/
	},
	app: {
		may: ['domain', 'local', 'remote', 'images', 'importer', 'sync', 'ui', 'i18n'],
		types: ['ports'],
		packages: /^(svelte|\$app\/environment|zod\/mini)$/
	},
	routes: {
		may: ['features', 'ui', 'i18n'],
		types: [],
		packages: /^(svelte|@sveltejs\/kit|\$app\/\S+|\$env\/\S+)$/
	},
	backend: {
		may: ['domain'],
		types: [],
		packages:
			/^(node:\S+|@supabase\/lite(\/\S+)?|@electric-sql\/pglite(\/\S+)?|postgres|zod\/mini)$/
	}
};

/** Single doors through the walls above: who, to what, by type only or not. */
const DOORS: { from: RegExp; to: RegExp; typeOnly?: true }[] = [
	{ from: /^src\/lib\/features\//, to: /^src\/lib\/app\/(context|loadCatalogue)\.ts$/ },
	{ from: /^src\/lib\/features\//, to: /^src\/lib\/app\/citizenServices\.ts$/, typeOnly: true },
	// Services of two rarely opened pages: in context.ts they would weigh on every citizen's first page.
	{ from: /^src\/lib\/features\/feedback\//, to: /^src\/lib\/app\/feedbackServices\.ts$/ },
	{ from: /^src\/lib\/features\/scan\//, to: /^qr\/decode\.js$/ },
	{ from: /^src\/lib\/app\/hash\.ts$/, to: /^@noble\/hashes\// },
	// Locked PDFs are told from open ones with MD5, which no browser has.
	{ from: /^src\/lib\/data\/images\//, to: /^@noble\/hashes\/(legacy|sha2)\.js$/ },
	// The command reads lists with the same library as the editor's screen.
	{ from: /^supabase\/importer\//, to: /^src\/lib\/data\/importer\// },
	{ from: /^supabase\/worker\/notices\//, to: /^nodemailer$/ },
	{ from: /^src\/lib\/app\/localStores\.ts$/, to: /^fake-indexeddb/ },
	{ from: /^src\/routes\//, to: /^src\/lib\/app\/context\.ts$/ },
	{ from: /^src\/routes\/\+layout\.svelte$/, to: /^src\/(lib\/app\/|app\.css$)/ },
	{ from: /\/\+page\.ts$/, to: /^src\/lib\/app\/loadCatalogue\.ts$/ },
	{ from: /\/\+page\.ts$/, to: /^src\/lib\/domain\//, typeOnly: true },
	{
		from: /(\/(\+server|\+page\.server)|^src\/hooks\.server)\.ts$/,
		to: /^src\/lib\/app\/(shippedCatalogue|headTags)\.ts$/
	}
];

/** One sentence for each import that crosses a wall of the house. */
export function importFaults(files: readonly SourceFile[]): string[] {
	const paths = new Set(files.map((file) => file.path));
	return files.flatMap((file) => {
		const zone = zoneOf(file.path);
		return importsOf(file).flatMap(({ specifier, kind }) => {
			const target = findTarget(file, specifier, paths) ?? specifier;
			if (specifier.includes('../..')) return [`${file.path} climbs: ${specifier}`];
			if (zone === undefined || zone === 'tests') return [];
			if (isAllowed(file.path, zone, target, kind === 'type')) return [];
			return [`${file.path} must not import ${specifier}`];
		});
	});
}

function zoneOf(path: string): Zone | undefined {
	return PLACES.find(([place]) => place.test(path))?.[1];
}

function isAllowed(
	path: string,
	zone: Exclude<Zone, 'tests'>,
	target: string,
	isType: boolean
): boolean {
	const open = DOORS.some(
		(door) => door.from.test(path) && door.to.test(target) && (isType || !door.typeOnly)
	);
	if (open) return true;
	const rights = RIGHTS[zone];
	const targetZone = zoneOf(target);
	if (targetZone === undefined) return rights.packages.test(target);
	if (zone === 'features' && targetZone === 'features') return isOwnOrDoor(path, target);
	if (targetZone === zone) return true;
	return rights.may.includes(targetZone) || (isType && rights.types.includes(targetZone));
}

/** A feature reaches another one only through its index.ts. */
function isOwnOrDoor(path: string, target: string): boolean {
	const own = path.split('/').slice(0, 4).join('/');
	return target.startsWith(`${own}/`) || /^src\/lib\/features\/[^/]+\/index\.ts$/.test(target);
}

/** Files that import each other in a circle at run time (types are erased, `import()` comes later), each circle once. */
export function findCycles(files: readonly SourceFile[]): string[] {
	const paths = new Set(files.map((file) => file.path));
	const targets = new Map(
		files.map((file) => [
			file.path,
			importsOf(file)
				.filter((item) => item.kind === 'value')
				.flatMap((item) => findTarget(file, item.specifier, paths) ?? [])
		])
	);
	const cycles: string[] = [];
	const done = new Set<string>();
	function visit(path: string, trail: string[]): void {
		const start = trail.indexOf(path);
		if (start >= 0) {
			cycles.push([...trail.slice(start), path].join(' → '));
			return;
		}
		if (done.has(path)) return;
		for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
		done.add(path);
	}
	for (const path of targets.keys()) visit(path, []);
	return cycles;
}
