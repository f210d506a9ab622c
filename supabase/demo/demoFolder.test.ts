import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeOwnership } from '#embedded/ownership.ts';
import { writeSimulated } from '#embedded/simulated.ts';
import { StartError } from '#embedded/StartError.ts';
import { takeDemoFolder } from './demoFolder.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'mot-cua-demo-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mark = (state: 'loading' | 'loaded') =>
	writeSimulated(folder, { version: 1, scenario: 'phu-cu', seed: 'x', state });
const fill = () => {
	mkdirSync(join(folder, 'database'));
	writeFileSync(join(folder, 'database', 'PG_VERSION'), '17');
	writeFileSync(join(folder, 'first-run.json'), '{}');
};
/** Takes the folder and lets go of it again. */
const take = (dataDir = folder) => {
	const { state, ownership } = takeDemoFolder(dataDir);
	ownership.release();
	return state;
};

test('a new folder and an empty one are to be filled', () => {
	expect(take()).toBe('to-fill');
	// What the hold of the first time left behind is nothing of anybody's.
	expect(take()).toBe('to-fill');
	expect(take(join(folder, 'new'))).toBe('to-fill');
});

test("an office's own folder is refused and left as it was, not even locked", () => {
	fill();
	const before = readdirSync(folder);
	expect(() => take()).toThrow(StartError);
	expect(readdirSync(folder)).toEqual(before);
});

test("any other file is somebody else's, too", () => {
	writeFileSync(join(folder, 'ghi-chu.txt'), 'x');
	expect(() => take()).toThrow(StartError);
	expect(existsSync(join(folder, 'ghi-chu.txt'))).toBe(true);
});

test('a year that was not lived to its end is emptied', () => {
	fill();
	mark('loading');
	expect(take()).toBe('to-fill');
	expect(readdirSync(folder).filter((name) => !name.startsWith('owner.'))).toEqual([]);
});

test('a whole year stays', () => {
	fill();
	mark('loaded');
	expect(take()).toBe('loaded');
	expect(existsSync(join(folder, 'database', 'PG_VERSION'))).toBe(true);
});

test('a folder that a server works on is left alone', () => {
	fill();
	mark('loading');
	const server = takeOwnership(folder);
	expect(() => take()).toThrow(/đang dùng/);
	expect(existsSync(join(folder, 'first-run.json'))).toBe(true);
	if (server.ok) server.value.release();
});
