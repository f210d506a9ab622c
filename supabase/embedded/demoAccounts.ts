import type { Database } from './database.ts';
import type { DemoAccount, FirstRunFile } from './firstRun.ts';
import type { Turns } from './turns.ts';

/** What the account work needs: the file that remembers, the database, its turns, and the app's own API. */
export interface DemoAccountTools {
	firstRun: FirstRunFile;
	database: Database;
	turns: Turns;
	/** Calls the API as a client does: path, JSON body and, when signed in, the access token. */
	call(path: string, body: unknown, accessToken?: string): Promise<Response>;
	log(line: string): void;
}

/**
 * Brings every demo account to the end of the real path: invited, signed up, invitation accepted. Each step is written
 * down before the next, so a start that was interrupted anywhere goes on where it stopped. An account whose e-mail is
 * taken with another password is reported and left alone. Throws when the API answers something else entirely.
 */
export async function completeDemoAccounts(tools: DemoAccountTools): Promise<void> {
	for (const account of tools.firstRun.content.accounts) {
		if (account.ready) continue;
		const accessToken = await signUpOrIn(tools, account);
		if (!accessToken) {
			tools.log(`Tài khoản ${account.email} đã có từ trước với mật khẩu khác: giữ nguyên.`);
			continue;
		}
		await acceptInvitation(tools, account, accessToken);
		account.ready = true;
		delete account.code;
		tools.firstRun.save();
	}
}

async function signUpOrIn(tools: DemoAccountTools, account: DemoAccount) {
	const credentials = { email: account.email, password: account.password };
	const signedUp = await tools.call('/auth/v1/signup', credentials);
	if (signedUp.ok) return accessTokenOf(signedUp);
	const signedIn = await tools.call('/auth/v1/token?grant_type=password', credentials);
	if (signedIn.ok) return accessTokenOf(signedIn);
	// 422 user_already_exists, then 400 invalid_credentials: somebody else's password.
	if (signedUp.status === 422 && signedIn.status === 400) return undefined;
	throw new Error(`demo account ${account.role}: sign-up answered ${signedUp.status}`);
}

async function acceptInvitation(tools: DemoAccountTools, account: DemoAccount, token: string) {
	// A code that was written down but never committed is unknown: one new code is enough.
	for (let attempt = 1; attempt <= 2; attempt += 1) {
		const code = account.code ?? (await invite(tools, account));
		const answer = await tools.call(
			'/rest/v1/rpc/accept_invitation',
			{ request: { protocol: 1, code } },
			token
		);
		if (answer.ok) return;
		const body: { message?: string } = await answer.json();
		if (body.message === 'already-staff') return;
		if (body.message !== 'invitation-unknown')
			throw new Error(`demo account ${account.role}: ${answer.status} ${body.message}`);
		delete account.code;
	}
	throw new Error(`demo account ${account.role}: two invitations in a row were unknown`);
}

/** The code is written down before the invitation commits: a stop in between leaves no staff row without a code. */
async function invite(tools: DemoAccountTools, account: DemoAccount): Promise<string> {
	return tools.turns.take(() =>
		tools.database.transaction(async (inside) => {
			const [row] = await inside.query<{ code: string }>(
				'select app.invite_demo_staff($1) as code',
				[account.role]
			);
			if (!row) throw new Error(`demo account ${account.role}: no invitation`);
			account.code = row.code;
			tools.firstRun.save();
			return row.code;
		})
	);
}

async function accessTokenOf(answer: Response): Promise<string> {
	const body: { access_token?: string } = await answer.json();
	if (!body.access_token) throw new Error('sign-up gave no session: are confirmations on?');
	return body.access_token;
}
