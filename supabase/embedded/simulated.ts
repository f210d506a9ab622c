import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { writeFileAtomically } from './atomicFile.ts';
import { StartError } from './StartError.ts';

const fileName = 'simulated.json';

/** Says that a data folder holds invented dossiers: it is written before the first of them, and nothing takes it away. */
export const Simulated = z.object({
	version: z.literal(1),
	scenario: z.literal('phu-cu'),
	seed: z.string(),
	/** `loading` = the year is not lived to its end; such a folder is filled anew, never served. */
	state: z.enum(['loading', 'loaded'])
});
export type Simulated = z.infer<typeof Simulated>;

/** What the folder says of itself; undefined for an office's own. Throws StartError when it cannot be read. */
export function readSimulated(dataDir: string): Simulated | undefined {
	const path = join(dataDir, fileName);
	if (!existsSync(path)) return undefined;
	try {
		return Simulated.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch (cause) {
		throw new StartError(`Tệp ${path} bị hỏng. Hãy xóa cả thư mục ${dataDir} rồi nạp lại.`, {
			cause
		});
	}
}

/** Writes it down, in one step. */
export function writeSimulated(dataDir: string, simulated: Simulated): void {
	writeFileAtomically(join(dataDir, fileName), `${JSON.stringify(simulated)}\n`, 0o600);
}

/**
 * What every page of a server over this folder says on top, or undefined over a real office's data. Throws StartError
 * for a folder that is not filled to the end.
 */
export function findPageNotice(dataDir: string): string | undefined {
	const simulated = readSimulated(dataDir);
	if (simulated?.state === 'loading')
		throw new StartError(
			`Dữ liệu mô phỏng trong thư mục ${dataDir} chưa nạp xong. Hãy chạy lại: npm run demo:phu-cu`
		);
	return simulated && 'Dữ liệu mô phỏng – không phải hồ sơ thật';
}
