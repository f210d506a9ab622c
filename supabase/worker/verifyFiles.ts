import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { FileStorage } from './FileStorage.ts';
import { findFileFault, type FileFault } from './fileFault.ts';
import type { WorkerTools } from './worker.ts';

const FileToVerify = z.object({
	fileId: z.string(),
	folder: z.string(),
	type: z.string(),
	attempts: z.array(z.int())
});
type FileToVerify = z.infer<typeof FileToVerify>;

/** What was found at one attempt; no hash = no bytes. */
interface Finding {
	attempt: number;
	sha256: string | null;
	fault: FileFault | null;
}

const filesAtOnce = 20;
/** A job is another worker's after ten minutes; what is left then comes with the next run. */
const mostRounds = 10;

/**
 * Hashes the stored bytes of every file that is due and tells SQL, which compares. The bytes are read outside any turn
 * of the database. One that cannot be read is logged and comes again. Gives how many were looked at.
 */
export async function verifyFiles({ run, storage, log }: WorkerTools): Promise<number> {
	let looked = 0;
	for (let round = 0; round < mostRounds; round += 1) {
		const files = await run(async (database) => {
			const [row] = await database.query<{ files: unknown }>(
				'select app.take_files_to_verify($1::int) as files',
				[filesAtOnce]
			);
			return z.array(FileToVerify).parse(row?.files);
		});
		for (const file of files) {
			try {
				const findings = JSON.stringify(await findingsAt(file, storage));
				await run((database) =>
					// As text: one of the drivers would write JSON as a JSON string.
					database.query('select app.judge_file($1::uuid, $2::text::jsonb)', [
						file.fileId,
						findings
					])
				);
			} catch (cause) {
				log(`Chưa kiểm tra được tệp ${file.fileId}, sẽ thử lại: ${String(cause)}`);
			}
		}
		looked += files.length;
		if (files.length < filesAtOnce) break;
	}
	return looked;
}

async function findingsAt(file: FileToVerify, storage: FileStorage): Promise<Finding[]> {
	const findings: Finding[] = [];
	// One after the other: five attempts of 10 MiB side by side would be felt on a small machine.
	for (const attempt of file.attempts) {
		const bytes = await storage.find(`${file.folder}/${attempt}`);
		findings.push({
			attempt,
			sha256: bytes ? createHash('sha256').update(bytes).digest('hex') : null,
			fault: bytes ? findFileFault(bytes, file.type) : null
		});
	}
	return findings;
}
