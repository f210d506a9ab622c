import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// `npm run vectors` is a gate: what counts is its exit code and the lines it prints.
let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'vectors-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function replay(content: string): { status: number | null; output: string } {
	const file = join(folder, 'cases.json');
	writeFileSync(file, content);
	const script = join(import.meta.dirname, '../../supabase/database/replayVectors.ts');
	const { status, stdout, stderr } = spawnSync(process.execPath, [script, file], {
		encoding: 'utf8'
	});
	return { status, output: stdout + stderr };
}

function vectors(dueDate: string): string {
	return JSON.stringify([
		{
			calendar: { off: [], makeUp: [], hours: [], years: [2026] },
			cases: [
				{
					name: 'one day',
					received: '2026-11-16T09:00',
					limit: { value: 1, unit: 'working-day' },
					expect: { dueDate }
				}
			]
		}
	]);
}

test('cases that hold: exit 0', () => {
	const { status, output } = replay(vectors('2026-11-17'));
	expect(output).toMatch(/cases\.json\nTypeScript: 1 passed, 0 failed\nSQL: 1 passed, 0 failed\n$/);
	expect(status).toBe(0);
});

test('a difference: exit 1, told with case, key, expected and got', () => {
	const { status, output } = replay(vectors('2026-11-18'));
	expect(output).toContain('TypeScript: one day: dueDate expected 2026-11-18, got 2026-11-17');
	expect(output).toContain('TypeScript: 0 passed, 1 failed');
	expect(output).toContain('SQL: 0 passed, 1 failed');
	expect(status).toBe(1);
});

test('a file of another shape: exit 1, told in plain words', () => {
	const { status, output } = replay('{"cases": []}');
	expect(output).toContain('the file is no list of');
	expect(status).toBe(1);
});
