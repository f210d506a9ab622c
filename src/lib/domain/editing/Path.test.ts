import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { birth } from '$lib/testing/builders';
import { citizenTexts } from '../catalogue/plainLanguage.ts';
import { Procedure } from '../catalogue/Procedure.ts';
import { fieldId, pathOfText, sectionOf, valueAt, type Path } from './Path.ts';

describe('the place of a text', () => {
	it('is found for every text of every procedure in the repository', () => {
		const files = globSync('supabase/catalogue/*/*.json');
		expect(files.length).toBeGreaterThan(20);
		for (const file of files) {
			const procedure = Procedure.parse(JSON.parse(readFileSync(file, 'utf8')));
			for (const { at, text } of citizenTexts(procedure)) {
				const path = pathOfText(procedure, at);
				expect(path && valueAt(procedure, path), `${file} ${at}`).toBe(text);
			}
		}
	});
	it.each([
		'paper nobody why',
		'question nobody',
		'answer registrant=nobody help',
		'lookalike Nothing',
		'post office'
	])('is not found for what is gone: %s', (at) => {
		const path = pathOfText(birth, at);
		expect(path && valueAt(birth, path)).toBeUndefined();
	});
});

describe('a place', () => {
	it.each<[Path, string, string]>([
		[['title'], 'names', 'f-title'],
		[['result', 'name'], 'who', 'f-result-name'],
		[['requirements', 2, 'why'], 'papers', 'f-requirements-2-why'],
		[['clock', 'supplement'], 'channels', 'f-clock-supplement'],
		[['clock', 'stages', 1, 'name'], 'channels', 'f-clock-stages-1-name'],
		[['lookalikes', 0, 'title'], 'notes', 'f-lookalikes-0-title'],
		[['eForm', 'sections', 0, 'fields', 1, 'label'], 'form', 'f-eForm-sections-0-fields-1-label'],
		[['provenance', 'asOf'], 'sources', 'f-provenance-asOf'],
		[['somethingNew'], 'sources', 'f-somethingNew']
	])('%j stands in %s', (path, section, id) => {
		expect(sectionOf(path)).toBe(section);
		expect(fieldId(path)).toBe(id);
	});
});
