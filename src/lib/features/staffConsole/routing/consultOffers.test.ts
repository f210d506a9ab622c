import { describe, expect, it } from 'vitest';
import { offeredText, offersOf, type Offer } from './consultOffers';
import { aDossier } from '../dossier/testDossier';

const limit = { unit: 'working-day' as const, value: 2 };
const first: Offer = {
	agency: 'Cơ quan liên quan',
	limit,
	silence: 'agrees',
	source: 'NĐ 217/2026',
	until: '2026-11-27'
};
const second: Offer = { ...first, agency: 'Sở Xây dựng', silence: 'waits', until: '2026-11-25' };
const ids = ['offer', 'agency', 'until', 'silence', 'question'];

/** What the form proposes for each control. */
const proposed = (offers: Offer[], picked?: string) =>
	ids.map((id) => offeredText(offers, picked, `consult-${id}`, '2026-11-25'));

describe('asking whom the procedure names', () => {
	it.each<[string, Offer[], string | undefined, string[]]>([
		['nobody is named', [], undefined, ['', '', '', '', '']],
		[
			'the first, as long as none was picked',
			[first, second],
			undefined,
			['Cơ quan liên quan', 'Cơ quan liên quan', '2026-11-27', 'NĐ 217/2026', '']
		],
		[
			'whom silence binds not, and whose day is today already',
			[first, second],
			'Sở Xây dựng',
			['Sở Xây dựng', 'Sở Xây dựng', '', '', '']
		],
		['another one', [first], '', ['', '', '', '', '']],
		[
			'a law that is not named',
			[{ ...first, source: null }],
			undefined,
			['Cơ quan liên quan', 'Cơ quan liên quan', '2026-11-27', 'quy định của thủ tục này', '']
		]
	])('%s', (_, offers, picked, texts) => expect(proposed(offers, picked)).toEqual(texts));

	it('is not offered once more', () => {
		const { routing } = aDossier();
		const wait = {
			id: 'w1',
			kind: 'agency' as const,
			pauses: false,
			reason: 'Có tranh chấp không',
			documentNumber: null,
			about: { agency: 'Cơ quan liên quan' },
			until: '2026-11-27',
			from: '2026-11-23T02:00:00Z',
			fromBy: 'Lê Văn Việc',
			to: null,
			toBy: null,
			outcome: null
		};
		const dossier = aDossier({
			waits: [wait],
			routing: { ...routing, consults: [first, second] }
		});
		expect(offersOf(dossier)).toEqual([second]);
	});
});
