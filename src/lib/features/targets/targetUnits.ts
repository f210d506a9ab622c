import {
	TARGET_KINDS,
	type Target,
	type TargetKind,
	type TargetSheet
} from '$lib/domain/report/Target';
import { viTargets } from '$lib/i18n/viTargets';

/** One kind of target of a unit: what is in force, what waits for the leader, and what was before, the latest first. */
export type TargetRow = {
	kind: TargetKind;
	inForce?: Target;
	open?: Target;
	before: readonly Target[];
};

/** The whole agency (departmentId null) or a department with its targets. */
export type TargetUnit = { departmentId: string | null; name: string; rows: readonly TargetRow[] };

/** The units of a sheet: the whole agency first, then the departments in their order, each with the kinds it has. */
export function unitsOf(sheet: TargetSheet): TargetUnit[] {
	return [{ id: null, name: viTargets.whole }, ...sheet.departments].map(({ id, name }) => ({
		departmentId: id,
		name,
		rows: TARGET_KINDS.flatMap((kind) => {
			const targets = sheet.targets.filter(
				(target) => target.departmentId === id && target.kind === kind
			);
			return targets.length > 0 ? [rowOf(kind, targets)] : [];
		})
	}));
}

function rowOf(kind: TargetKind, targets: readonly Target[]): TargetRow {
	const inForce = targets.find(isInForce);
	const open = targets.find(({ state }) => state === 'proposed');
	const before = targets
		.filter((target) => target !== inForce && target !== open)
		.sort((one, two) => two.proposedAt.localeCompare(one.proposedAt));
	return { kind, before, ...(inForce && { inForce }), ...(open && { open }) };
}

/** The version of the target in force, which a proposal replaces; 0 = there is none. */
export function versionInForce(
	sheet: TargetSheet,
	departmentId: string | null,
	kind: TargetKind
): number {
	const found = sheet.targets.find(
		(target) => target.departmentId === departmentId && target.kind === kind && isInForce(target)
	);
	return found?.version ?? 0;
}

function isInForce({ state, replaced }: Target): boolean {
	return state === 'approved' && !replaced;
}
