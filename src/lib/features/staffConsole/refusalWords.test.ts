import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { viStaff } from '$lib/i18n/viStaff';
import { refusalWords } from './refusalWords';

const folder = 'supabase/migrations';
const receiving = ['442_receipt_slip', '444_receive_dossier', '446_process_dossier'];
/** Said elsewhere: as "somebody was faster", or only when the console itself is at fault. */
const saidElsewhere = ['request-malformed'];

it('has words for every refusal of receiving, finishing and returning', () => {
	const sql = readdirSync(folder)
		.filter((file) => receiving.some((name) => file.includes(name)))
		.map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
		.join('');
	// The key may stand in a case expression, so every key-like literal of a line that fails is taken.
	const keys = [...sql.matchAll(/app\.fail\('PT4\d\d', (.+)\);/g)]
		.flatMap((call) => [...(call[1] ?? '').matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)])
		.map((literal) => literal[1] ?? '')
		.filter((key) => !saidElsewhere.includes(key));
	expect(keys).toContain('limit-unusable');
	expect(keys.filter((key) => !(key in viStaff.refusals.keys))).toEqual([]);
});

it('falls back to the kind', () => {
	expect(refusalWords({ kind: 'offline', key: 'never-heard' })).toBe(viStaff.refusals.offline);
});
