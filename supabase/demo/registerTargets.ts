import { seedArticle } from '#domain/report/seedArticle.ts';
import type { Caller } from './callsOf.ts';
import { makeCall, type YearTools } from './liveYear.ts';
import type { DemoOffice, DemoStaff } from './offices.ts';
import { uuidOf } from './random.ts';

/** Monday, 4 January 2021, 09:00 in Vietnam: the first working day of the year. */
const start = Date.UTC(2021, 0, 4, 2);
const year = Number(seedArticle.from.slice(0, 4));

/**
 * The article's target for online dossiers, registered for the district, for its one-stop and for each department of that:
 * put forward by whoever signs there, approved by the leader.
 */
export async function registerTargets(
	offices: readonly DemoOffice[],
	tools: Pick<YearTools, 'database' | 'clock' | 'accounts'>
): Promise<void> {
	let at = start;
	const ask = (staff: DemoStaff, name: string, request: Record<string, unknown>) => {
		const caller: Caller = { staff };
		return makeCall(
			{ at: (at += 60_000), caller, name, request: { protocol: 1, ...request } },
			tools
		);
	};
	for (const { staff, departments } of offices.slice(0, 2)) {
		const leader = staff.find(({ roles }) => roles.includes('leader'));
		if (!leader) throw new RangeError('nobody leads the office');
		for (const department of [undefined, ...departments]) {
			const signer = staff.find(
				(one) => one.department === department?.id && one.roles.includes('approver')
			);
			const key = department?.id ?? leader.id;
			const { targetId, version } = await ask(signer ?? leader, 'propose_target', {
				actionId: uuidOf('target', key),
				year,
				kind: 'online',
				percent: seedArticle.onlineTargetPercent,
				expectedVersion: 0,
				...(department ? { departmentId: department.id } : { note: seedArticle.source })
			});
			await ask(leader, 'decide_target', {
				actionId: uuidOf('target approved', key),
				targetId,
				expectedVersion: version,
				decision: 'approve'
			});
		}
	}
}
