import { findApplicantLabel } from './personLabels';
import type { IntakeFault } from '$lib/domain/intake/checkIntake';
import { faultText } from '$lib/features/submission';
import { viCounter } from '$lib/i18n/viCounter';

const words = viCounter.faults;

/** Faults in words that say what to do, each with the control to go to. */
export function faultMessages(faults: readonly IntakeFault[]): { id: string; message: string }[] {
	return faults.map(({ id, key, about = '', field }) => {
		if (key === 'field')
			return { id, message: field ? faultText(findApplicantLabel(about), field) : about };
		const text = words[key];
		return { id, message: typeof text === 'function' ? text(about) : text };
	});
}
