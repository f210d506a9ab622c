import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { muteBackendConsole } from '#embedded/backendLog.ts';
import { loadEnvironment, openForCommand } from '#embedded/openForCommand.ts';
import { StartError } from '#embedded/StartError.ts';
import { exportProcedures, type ExportForm } from '#importer/exportFiles.ts';
import { catalogueOfOffice } from './catalogueOf.ts';

const USAGE = `Cách dùng: npm run catalogue:export -- TỆP
  TỆP kết thúc bằng .json (đủ mọi nội dung), .xlsx hoặc .csv (danh sách)`;

function stop(words: string): never {
	process.stderr.write(`${words}\n`);
	process.exit(2);
}

function formOf(file: string): ExportForm | undefined {
	return (['json', 'xlsx', 'csv'] as const).find((form) => file.endsWith(`.${form}`));
}

const [named = ''] = process.argv.slice(2);
const file = resolve(process.env.INIT_CWD ?? '.', named);
const form = formOf(file);
if (!form) stop(USAGE);
loadEnvironment();
muteBackendConsole(() => undefined);
try {
	const office = await openForCommand(process.env, () => undefined);
	try {
		const { fields, published } = await catalogueOfOffice(office.database);
		writeFileSync(file, await exportProcedures(form, [...published.values()], fields));
		process.stdout.write(`Đã ghi ${published.size} thủ tục vào ${file}\n`);
	} finally {
		await office.close();
	}
} catch (cause) {
	stop(cause instanceof StartError ? cause.message : String(cause));
}
