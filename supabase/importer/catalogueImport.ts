import { existsSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { toLocal } from '#domain/clock/localTime.ts';
import type { ImportedRecord } from '#domain/importer/Imported.ts';
import { muteBackendConsole } from '#embedded/backendLog.ts';
import { loadEnvironment, openForCommand } from '#embedded/openForCommand.ts';
import { StartError } from '#embedded/StartError.ts';
import { listTemplate } from '#importer/exportFiles.ts';
import { importFiles, inForceAtHand } from '#importer/importFiles.ts';
import { catalogueOfOffice, catalogueOfRepository, type Catalogue } from './catalogueOf.ts';
import { findImportFiles } from './findImportFiles.ts';
import { readArguments, USAGE, type ImportOrder } from './readArguments.ts';
import { storeDrafts, type StoredRecord } from './storeDrafts.ts';
import { reportText, summaryLines } from './writeReport.ts';

/** 0 = every record ended well, 1 = some record failed, 2 = the command could not do its work. */
const EXIT = { well: 0, someFailed: 1, stopped: 2 };

/** The folder of the authored catalogue. */
const CATALOGUE = join(import.meta.dirname, '../catalogue');

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function stop(words: string): never {
	process.stderr.write(`${words}\n`);
	process.exit(EXIT.stopped);
}

async function read(
	order: ImportOrder,
	{ fields, titles, published }: Catalogue
): Promise<ImportedRecord[]> {
	const found = findImportFiles(order.paths);
	if (!found.ok) throw new StartError(found.error);
	const { files, unread } = found.value;
	const records = await importFiles(files, {
		fields,
		inForce: { ...inForceAtHand(published), titles },
		today: toLocal(new Date()).slice(0, 10)
	});
	return [
		...records,
		...unread.map(({ name, reason }): ImportedRecord => ({
			file: name,
			result: { kind: 'failed', reason }
		}))
	];
}

async function run(order: ImportOrder): Promise<StoredRecord[]> {
	// Found out before anything is stored, not after.
	if (order.report !== undefined && !existsSync(dirname(order.report)))
		throw new StartError(`Không có thư mục để ghi báo cáo ${order.report}.`);
	if (order.dryRun) return read(order, catalogueOfRepository(CATALOGUE));
	const office = await openForCommand(process.env, say);
	try {
		const records = await read(order, await catalogueOfOffice(office.database));
		return await storeDrafts(
			records,
			office.database,
			`Lệnh nhập danh mục (${userInfo().username})`
		);
	} finally {
		await office.close();
	}
}

/** npm runs commands in the project's folder; paths are meant from where the person stands. */
function fromHere(path: string): string {
	return resolve(process.env.INIT_CWD ?? '.', path);
}

const order = readArguments(process.argv.slice(2), fromHere);
if (!order.ok) stop(`${order.error}\n\n${USAGE}`);
loadEnvironment();
muteBackendConsole(say);
// Whoever reads only the first lines (`| head`) hangs up; the work goes on.
process.stdout.on('error', () => undefined);
try {
	const { template, paths, report, dryRun } = order.value;
	if (template !== undefined) {
		writeFileSync(template, await listTemplate());
		say(`Đã ghi mẫu danh sách: ${template}`);
	}
	if (paths.length > 0) {
		const records = await run(order.value);
		if (report !== undefined) writeFileSync(report, reportText(records, report, dryRun));
		for (const line of summaryLines(records, dryRun)) say(line);
		say(`Báo cáo: ${report}`);
		if (records.some(({ result }) => result.kind === 'failed')) process.exitCode = EXIT.someFailed;
	}
} catch (cause) {
	stop(
		cause instanceof StartError
			? cause.message
			: `Lỗi không lường trước:\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
	);
}
