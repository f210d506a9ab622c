import { callFunction, signIn, type ServerProcess } from '../embedded/harness.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_TRIES = 50;

/** The lines of a slip, counted as the console does: the second slip asks for the same papers in another order. */
function linesOf(round: number) {
	const pieces = { originals: 1, certified: 0, copies: 0 };
	const lines = [
		{ requirementId: 'giay-chung-sinh', name: 'Giấy chứng sinh', verdict: 'wrong', ...pieces },
		{ requirementId: 'giay-uy-quyen', name: 'Giấy ủy quyền', verdict: 'missing', ...pieces },
		{ requirementId: null, name: 'Tờ khai trang 2', verdict: 'missing', ...pieces }
	];
	const ordered = round === 1 ? lines : lines.slice(1).reverse();
	return ordered.map((line, index) => ({
		...line,
		id: `line-${index + 1}`,
		reason: 'Ảnh mờ, chưa đọc được'
	}));
}

/** The desk at its own good line: sends slips and goes on without waiting for answers. */
export async function openSlipDesk(server: ServerProcess) {
	const tokens = new Map<string, string>();
	for (const role of ['receiver', 'leader']) {
		const account = server.firstRun.accounts.find((one) => one.role === role);
		if (account) tokens.set(role, await signIn(server, account));
	}
	let until = '';

	async function call(role: string, name: string, request: Record<string, unknown>) {
		const answer = await callFunction(
			server,
			name,
			{ request: { protocol: 1, ...request } },
			tokens.get(role)
		);
		return { isOk: answer.ok, body: (await answer.json()) as Record<string, unknown> };
	}

	/** One action at the version seen; an answer that came in between is seen at the next try, as at a real desk. */
	async function act(role: string, name: string, dossierId: string, rest: object): Promise<void> {
		let last: unknown;
		for (let tried = 0; tried < MOST_TRIES; tried += 1) {
			const { body } = await call(role, 'staff_dossier', { dossierId });
			const request = { actionId: crypto.randomUUID(), dossierId, ...rest };
			const acted = await call(role, name, { ...request, expectedVersion: body.version });
			if (acted.isOk) return;
			last = acted.body;
			if (acted.body.message !== 'version-stale') break;
		}
		throw new Error(`${name}: ${JSON.stringify(last)}`);
	}

	/** The first day a few days from now at which the office is open. */
	async function findUntil(dossierId: string): Promise<void> {
		for (let days = 3; days < 20; days += 1) {
			until = new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
			const sent = await act('receiver', 'request_supplement', dossierId, {
				lines: linesOf(1),
				until
			}).catch((cause: Error) => cause.message);
			if (sent === undefined) return;
			if (!String(sent).includes('supplement-until')) throw new Error(String(sent));
		}
	}

	return {
		async ask(dossierId: string) {
			if (!until) return findUntil(dossierId);
			await act('receiver', 'request_supplement', dossierId, { lines: linesOf(1), until });
		},
		askAgain: (dossierId: string) =>
			act('leader', 'request_supplement', dossierId, {
				lines: linesOf(2),
				until,
				again: { reason: 'Giấy nhận tại quầy chưa ký' }
			}),
		refuse: (dossierId: string) =>
			act('receiver', 'refuse_dossier', dossierId, { reason: 'Không thuộc nơi này' })
	};
}
