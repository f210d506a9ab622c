import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from './backend.ts';
import { importCatalogue, type Offered } from './catalogue.ts';
import { openDatabase, type Database } from './database.ts';
import { openFirstRun, type FirstRunFile } from './firstRun.ts';
import { migrate, seedOnce } from './migrate.ts';
import { restorePrivileges } from './privileges.ts';
import { ensureRoles } from './roles.ts';
import { createStorageFiles } from './storageFiles.ts';

/** Where an office keeps its data and what its database is made from. */
export interface OfficePlace {
	dataDir: string;
	/** A real PostgreSQL; without it PGlite keeps the data in `dataDir`. */
	databaseUrl?: string;
	/** The folder that holds migrations/, seed.sql and catalogue/. */
	supabaseDir: string;
	/** What a new database is seeded with instead of seed.sql. */
	seedFile?: string;
	log(line: string): void;
}

/** The database of an office, migrated and seeded, and the backend over it, which has not read its schema yet. */
export interface Office {
	firstRun: FirstRunFile;
	database: Database;
	files: ReturnType<typeof createStorageFiles>;
	app: ReturnType<typeof createBackend>;
	/** What the authored catalogue offered. */
	offered: Offered;
}

/**
 * Opens the data of an office in the one order that works (design §9): secrets, database, system schema, roles,
 * migrations, catalogue. The caller holds the folder (`takeOwnership`) and closes the database, which `onOpen` hands
 * over as soon as it is open. Throws StartError for what the office can mend.
 */
export async function openOffice(
	place: OfficePlace,
	onOpen: (database: Database) => void
): Promise<Office> {
	const { dataDir, supabaseDir, log } = place;
	const firstRun = await openFirstRun(dataDir, new Date());
	const database = await openDatabase(join(dataDir, 'database'), place.databaseUrl);
	onOpen(database);
	const files = createStorageFiles(join(dataDir, 'files'));
	const app = createBackend(database, firstRun.content, files);
	mkdirSync(join(dataDir, 'files'), { recursive: true, mode: 0o700 });
	await app.ensureSystemSchema();
	await restorePrivileges(database);
	await ensureRoles(database);
	const applied = await migrate(database, join(supabaseDir, 'migrations'));
	if (applied.length > 0) log(`Cơ sở dữ liệu: đã chạy ${applied.length} bước cập nhật.`);
	await seedOnce(database, place.seedFile ?? join(supabaseDir, 'seed.sql'));
	const offered = await importCatalogue(database, join(supabaseDir, 'catalogue'));
	log(`Danh mục: ${offered.count} thủ tục.`);
	return { firstRun, database, files, app, offered };
}
