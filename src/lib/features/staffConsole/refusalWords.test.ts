import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { viLife } from '$lib/i18n/viLife';
import { viStaff } from '$lib/i18n/viStaff';
import { viSupplement } from '$lib/i18n/viSupplement';
import { refusalWords } from './refusalWords';

const folder = 'supabase/migrations';
const acting = [
	'442_receipt_slip',
	'444_receive_dossier',
	'446_process_dossier',
	'610_supplements',
	'630_refusal_withdrawal',
	'640_',
	'1120_money',
	'1130_extend_halt',
	'1140_corrected_results'
];
/** Said elsewhere: as "somebody was faster", to a phone, or only when the console itself is at fault. */
const saidElsewhere = [
	'request-malformed',
	'status-changed',
	'submission-unknown',
	'submission-replaced',
	'already-received'
];

it('has words for every refusal of an action on a dossier', () => {
	const sql = readdirSync(folder)
		.filter((file) => acting.some((name) => file.includes(name)))
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
		.join('');
	// The key may stand in a case expression, so every key-like literal of a line that fails is taken.
	const keys = [...sql.matchAll(/app\.fail\('PT4\d\d', (.+)\);/g)]
		.flatMap((call) => [...(call[1] ?? '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)])
		.map((literal) => literal[1] ?? '')
		.filter((key) => !saidElsewhere.includes(key));
	expect(keys).toContain('limit-unusable');
	const known = { ...viStaff.refusals.keys, ...viSupplement.refusals, ...viLife.refusals };
	expect(keys.filter((key) => !(key in known))).toEqual([]);
});

it('falls back to the kind', () => {
	expect(refusalWords({ kind: 'offline', key: 'never-heard' })).toBe(viStaff.refusals.offline);
});
