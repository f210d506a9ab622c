import { expect, it } from 'vitest';
import type { CatalogueEvent } from '$lib/domain/catalogue/Draft';
import { viEditor } from '$lib/i18n/viEditor';
import { lastSaver } from './lastSaver';
import { sayReturned } from './sayReturned';
import { aDraft } from './testCatalogue';

const event = (action: string, mine: boolean): CatalogueEvent => ({
	id: action,
	action,
	actor: 'Nguyễn Văn Anh',
	mine,
	at: '2026-11-26T01:00:00Z',
	note: null
});

it('tells two people of one name apart', () => {
	for (const mine of [true, false]) {
		const draft = aDraft({
			returnedReason: 'Thiếu phí',
			events: [event('return', mine), event('save', mine), event('begin', !mine)]
		});
		expect(lastSaver(draft)).toEqual({ name: 'Nguyễn Văn Anh', isSelf: mine });
		expect(sayReturned(draft)).toBe(
			mine ? viEditor.takenBack('Thiếu phí') : viEditor.returned('Thiếu phí')
		);
	}
});

it('says nothing of what nobody has done', () => {
	expect(lastSaver(aDraft())).toEqual({ name: undefined, isSelf: false });
	expect(sayReturned(aDraft())).toBeUndefined();
});
