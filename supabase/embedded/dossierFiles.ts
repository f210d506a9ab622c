import type { FileStorage } from '../worker/FileStorage.ts';
import type { WorkerTools } from '../worker/worker.ts';
import type { createStorageFiles } from './storageFiles.ts';

const bucket = 'dossier-files';

/** The stored files of dossiers for the worker, over the folder the backend keeps its objects in. */
export function createDossierFiles(
	files: ReturnType<typeof createStorageFiles>,
	run: WorkerTools['run']
): FileStorage {
	return {
		async find(name) {
			try {
				const { body } = await files.getObject(bucket, name, undefined);
				return body instanceof Uint8Array ? body : undefined;
			} catch (cause) {
				if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
				throw cause;
			}
		},
		async remove(names) {
			// The row last: killed in between, the sweep meets the name again.
			await files.deleteObjects(bucket, names);
			await run((database) =>
				database.query(
					'delete from storage.objects where bucket_id = $1 and name = any (array(select jsonb_array_elements_text($2::text::jsonb)))',
					[bucket, JSON.stringify(names)]
				)
			);
		}
	};
}
