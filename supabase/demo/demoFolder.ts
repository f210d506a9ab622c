import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeOwnership, type Ownership } from '#embedded/ownership.ts';
import { readSimulated } from '#embedded/simulated.ts';
import { StartError } from '#embedded/StartError.ts';

/** What the hold on a folder leaves behind. */
const holdFile = /^owner\.(json|lock\.sqlite)/;

/** A folder that is ours to fill, or one that holds the whole year already. */
export type DemoFolder = { state: 'to-fill' | 'loaded'; ownership: Ownership };

/**
 * Takes hold of the folder for the simulated year. One that was left half filled is emptied. Throws StartError, and has
 * touched nothing, when the folder holds anything else or somebody works on it.
 */
export function takeDemoFolder(dataDir: string): DemoFolder {
	refuseForeign(dataDir);
	const taken = takeOwnership(dataDir);
	if (!taken.ok) {
		const where = taken.error.url ? ` (${taken.error.url})` : '';
		throw new StartError(
			`Một chương trình khác đang dùng thư mục ${dataDir}${where}. Hãy dừng nó (Ctrl+C) rồi chạy lại.`
		);
	}
	try {
		refuseForeign(dataDir);
		if (readSimulated(dataDir)?.state === 'loaded')
			return { state: 'loaded', ownership: taken.value };
		for (const name of contentsOf(dataDir)) rmSync(join(dataDir, name), { recursive: true });
		return { state: 'to-fill', ownership: taken.value };
	} catch (cause) {
		taken.value.release();
		throw cause;
	}
}

function refuseForeign(dataDir: string): void {
	if (contentsOf(dataDir).length === 0 || readSimulated(dataDir)) return;
	throw new StartError(
		`Thư mục ${dataDir} đã có dữ liệu khác. Dữ liệu mô phỏng không bao giờ được nạp chung với dữ liệu của một cơ quan.\n` +
			'Chưa có gì bị thay đổi. Hãy đặt DATA_DIR là một thư mục mới, hoặc bỏ trống để dùng .data-phu-cu.'
	);
}

function contentsOf(dataDir: string): string[] {
	if (!existsSync(dataDir)) return [];
	return readdirSync(dataDir).filter((name) => !holdFile.test(name));
}
