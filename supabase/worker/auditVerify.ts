import { muteBackendConsole } from '#embedded/backendLog.ts';
import { loadEnvironment, openForReading } from '#embedded/openForCommand.ts';
import { StartError } from '#embedded/StartError.ts';
import { summaryOf, verifyHistory } from './verifyHistory.ts';

/** 0 = everything is as it was written, 1 = something is not, 2 = the command could not do its work. */
const EXIT = { well: 0, faults: 1, stopped: 2 };

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

function wordsOf(cause: unknown): string {
	if (cause instanceof StartError) return cause.message;
	const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
	// 3F000, 42883: no schema, no function of ours.
	if (code === '3F000' || code === '42883')
		return 'Cơ sở dữ liệu này chưa được cập nhật đủ để kiểm tra. Hãy chạy npm start một lần (trên Supabase: supabase db push).';
	if (code === '42501')
		return 'Tài khoản trong DATABASE_URL không có quyền kiểm tra. Hãy dùng tài khoản sở hữu cơ sở dữ liệu (trên Supabase: postgres).';
	return `Lỗi không lường trước:\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`;
}

async function run(): Promise<number> {
	const { database, close } = await openForReading(process.env);
	try {
		const report = await verifyHistory(database, say);
		for (const line of summaryOf(report)) say(line);
		return report.faults === 0 ? EXIT.well : EXIT.faults;
	} finally {
		await close();
	}
}

loadEnvironment();
muteBackendConsole(() => undefined);
try {
	// Only now: PGlite sets an exit code of its own when it closes.
	process.exitCode = await run();
} catch (cause) {
	process.stderr.write(`${wordsOf(cause)}\n`);
	process.exitCode = EXIT.stopped;
}
