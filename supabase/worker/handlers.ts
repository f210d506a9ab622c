import { sendNotices } from './notices/sendNotices.ts';
import { sweepFiles } from './sweepFiles.ts';
import { verifyFiles } from './verifyFiles.ts';
import type { WorkerTools } from './worker.ts';

/** Does one job; a throw means "try again later". Must be safe to run twice. */
export type Handler = (tools: WorkerTools, payload: unknown) => Promise<void>;

/** Kind of job → what does it. */
export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
	['purge-lookup-attempts', callFunction('app.purge_lookup_attempts')],
	['purge-abandoned-submissions', callFunction('app.purge_abandoned_submissions')],
	['purge-unused-results', callFunction('app.purge_unused_results')],
	['purge-survey-codes', callFunction('app.purge_survey_codes')],
	['anchor-events', callFunction('app.anchor_events')],
	['hint-papers', callFunction('app.refresh_hints')],
	['publish-due', callFunction('app.publish_due')],
	['tell-public-figures', callFunction('app.tell_public_figures')],
	// Where nobody builds pages, phones still hear of every change by the delta.
	['rebuild-pages', async (tools) => tools.rebuildPages?.()],
	['send-notices', async (tools) => void (await sendNotices(tools))],
	['verify-files', async (tools) => void (await verifyFiles(tools))],
	[
		'sweep-files',
		async (tools) => {
			const { removed } = await sweepFiles(tools);
			if (removed > 0) tools.log(`Đã xóa ${removed} tệp không còn thuộc hồ sơ nào.`);
		}
	]
]);

/** A job that is one call of a function in SQL. */
function callFunction(name: string): Handler {
	return ({ run }) => run(async (database) => void (await database.query(`select ${name}()`)));
}
