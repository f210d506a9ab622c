import { randomBytes, randomInt } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateApiKey } from '@supabase/lite';
import * as z from 'zod/mini';
import { StartError } from './StartError.ts';
import { writeFileAtomically } from './atomicFile.ts';

/** One demo account. `code` is its unused invitation; `ready` once the invitation is accepted. */
export const DemoAccount = z.object({
	role: z.string(),
	email: z.string(),
	password: z.string(),
	code: z.optional(z.string()),
	ready: z.boolean()
});
export type DemoAccount = z.infer<typeof DemoAccount>;

/** Everything a first run generates. Kept in `first-run.json`, readable by the owner of the folder only. */
export const FirstRun = z.object({
	version: z.literal(1),
	createdAt: z.string(),
	jwtSecret: z.string().check(z.minLength(32)),
	publishableKey: z.string().check(z.startsWith('sb_publishable_')),
	secretKey: z.string().check(z.startsWith('sb_secret_')),
	accounts: z.array(DemoAccount)
});
export type FirstRun = z.infer<typeof FirstRun>;

const demoRoles = ['receiver', 'officer', 'approver', 'leader', 'editor', 'admin'];

/** The generated secrets and accounts, and how to keep a change of them. */
export interface FirstRunFile {
	path: string;
	content: FirstRun;
	/** Replaces the file in one step, mode 600. */
	save(): void;
}

/**
 * Reads `first-run.json` of the data folder, or generates it. What a stopped first run already wrote is kept and
 * completed later. Throws StartError when the file is there but unreadable: new secrets would lock everyone out.
 */
export async function openFirstRun(dataDir: string, now: Date): Promise<FirstRunFile> {
	const path = join(dataDir, 'first-run.json');
	const exists = existsSync(path);
	const content = exists ? read(path) : await generate(now);
	const save = () => writeFileAtomically(path, `${JSON.stringify(content, null, '\t')}\n`, 0o600);
	if (exists) chmodSync(path, 0o600);
	else save();
	return { path, content, save };
}

async function generate(now: Date): Promise<FirstRun> {
	return {
		version: 1,
		createdAt: now.toISOString(),
		jwtSecret: randomBytes(48).toString('base64url'),
		publishableKey: (await generateApiKey('publishable')).key,
		secretKey: (await generateApiKey('secret')).key,
		accounts: demoRoles.map((role) => newAccount(role, `${role}@motcua.test`))
	};
}

/** An account to be brought to the end of the real path (demoAccounts.ts), with a password of its own. */
export function newAccount(role: string, email: string, code?: string): DemoAccount {
	return { role, email, password: newPassword(), ready: false, ...(code ? { code } : {}) };
}

/** Four groups of four signs that are not mistaken for one another on paper (79 bits). */
function newPassword(): string {
	const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
	const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('');
	return [group(), group(), group(), group()].join('-');
}

function read(path: string): FirstRun {
	try {
		return FirstRun.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch (cause) {
		throw new StartError(
			`Tệp ${path} bị hỏng, nên không đọc được các khóa bí mật của máy chủ.\n` +
				'Hãy khôi phục tệp này từ bản sao lưu rồi chạy lại. Dữ liệu vẫn còn nguyên.',
			{ cause }
		);
	}
}
