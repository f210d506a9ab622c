import type { Procedure } from '$lib/domain/catalogue/Procedure';
import { isWording, type Warning } from '$lib/domain/editing/warnings';
import { viEditor } from '$lib/i18n/viEditor';
import { placeOf, sayWarning } from './sayFaults';

/** One tick of the proposal: `id` of its control, `key` under which it counts as read, `wording` the warnings it is for. */
export type ReadBox = {
	id: string;
	key: string;
	title: string;
	text: string;
	label: string;
	wording: Warning[];
};

const words = viEditor.propose;

/**
 * What is to be ticked before a draft is handed over: each thing the entry says, and once everything about wording. The
 * keys change with what is warned of, so that nothing new counts as read.
 */
export function readBoxes(procedure: Procedure, warnings: readonly Warning[]): ReadBox[] {
	const wording = warnings.filter(isWording);
	const times = new Map<string, number>();
	const boxes = warnings
		.filter((warning) => !isWording(warning))
		.map((warning, index): ReadBox => {
			const said = JSON.stringify(warning);
			const time = (times.get(said) ?? 0) + 1;
			times.set(said, time);
			return {
				id: `read-${index}`,
				key: `${said} ${time}`,
				title: placeOf(procedure, warning.path),
				text: sayWarning(warning),
				label: words.readOne,
				wording: []
			};
		});
	if (wording.length === 0) return boxes;
	return [
		...boxes,
		{
			id: 'read-wording',
			key: `wording ${wording.map(sayWarning).join()}`,
			title: '',
			text: '',
			label: words.readWording(wording.length),
			wording
		}
	];
}
