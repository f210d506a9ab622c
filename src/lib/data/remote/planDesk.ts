import * as z from 'zod/mini';
import type { PlanDesk } from '$lib/data/ports/PlanDesk';
import { OutreachLog, TrainingLog } from '$lib/domain/plan/Logs';
import { PlanEvent, PlanYear } from '$lib/domain/plan/Plan';
import { ok, type Result } from '$lib/domain/shared/Result';
import type { Call } from './deskCalls';

/** The plan's side of the API: one call of one SQL function each. */
export function createPlanDesk(call: Call): PlanDesk {
	async function change(name: string, request: Record<string, unknown>): Promise<Result<null>> {
		const answer = await call(name, request, z.object({}));
		return answer.ok ? ok(null) : answer;
	}

	return {
		year: (place) => call('plan_year', place, PlanYear),
		async history(place) {
			const answer = await call('plan_history', place, z.object({ events: z.array(PlanEvent) }));
			return answer.ok ? ok(answer.value.events) : answer;
		},
		saveYear: (request) => change('save_plan_year', request),
		saveTask: (request) => change('save_plan_task', request),
		removeTask: (request) => change('remove_plan_task', request),
		reportTask: (request) => change('report_plan_task', request),
		importTasks: (request) => change('import_plan_tasks', request),
		outreach: (place) => call('outreach_log', place, OutreachLog),
		saveOutreach: (request) => change('save_outreach', request),
		removeOutreach: (request) => change('remove_outreach', request),
		training: (place) => call('training_log', place, TrainingLog),
		saveTraining: (request) => change('save_training', request),
		removeTraining: (request) => change('remove_training', request)
	};
}
