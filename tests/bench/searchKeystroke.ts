import { createServer } from 'vite';
import type { Line } from './run.ts';

type Entry = {
	code: string;
	title: string;
	shortTitle: string;
	synonyms: string[];
	result: string;
};
type Engine = { createProcedureSearch(entries: Entry[]): (query: string) => string[] };

/** A commune's shelf, and all procedures of the country. */
const SIZES = [
	{ count: 300, rounds: 20, budget: 8 },
	{ count: 6000, rounds: 8, budget: 50 }
];
/** The first rounds warm the engine up. */
const WARM_UP = 3;
/** A cheap phone beside this machine. */
const SLOWER = 4;
const QUERIES = [
	'giấy khai sinh',
	'dang ky ket hon',
	'sổ đỏ nhà đất',
	'xac nhan ho khau',
	'1.000123'
];
const WORDS =
	'đăng ký cấp lại giấy phép chứng nhận xác nhận quyền sử dụng đất nhà ở khai sinh khai tử kết hôn hộ tịch cư trú người cao tuổi trẻ em trợ cấp bảo hiểm kinh doanh hộ gia đình xây dựng sửa chữa chuyển nhượng thừa kế bản sao trích lục thay đổi cải chính bổ sung thông tin nuôi con nuôi giám hộ'.split(
		' '
	);

/**
 * One search per keystroke of five queries over made-up procedures, on this machine at full speed: the rules alone, as
 * the worker runs them beside the page.
 */
export async function measureSearch(): Promise<Line[]> {
	const server = await createServer({
		server: { middlewareMode: true, hmr: false, ws: false },
		appType: 'custom',
		logLevel: 'error'
	});
	try {
		const { createProcedureSearch } = (await server.ssrLoadModule(
			'/src/lib/features/catalogue/procedureSearch.ts'
		)) as Engine;
		return SIZES.map(({ count, rounds, budget }) => {
			const times = timeKeystrokes(createProcedureSearch(makeEntries(count)), rounds);
			const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
			const slow = p95 * SLOWER;
			return {
				what: `search keystroke in the worker, ${count} procedures, p95 of ${times.length} (here; × ${SLOWER})`,
				budget: `≤ ${budget} ms at ${SLOWER}× slower`,
				measured: `${p95.toFixed(2)} ms (${slow.toFixed(1)} ms, ${(slow / budget).toFixed(2)} of the budget)`,
				peer: ''
			};
		});
	} finally {
		await server.close();
	}
}

/** Milliseconds of each keystroke, shortest first. */
function timeKeystrokes(search: (query: string) => string[], rounds: number): number[] {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		for (const query of QUERIES) {
			for (let length = 1; length <= query.length; length += 1) {
				const start = performance.now();
				search(query.slice(0, length));
				if (round >= WARM_UP) times.push(performance.now() - start);
			}
		}
	}
	return times.sort((a, b) => a - b);
}

/** The same entries in every run. */
function makeEntries(count: number): Entry[] {
	let state = 20261123;
	const next = (below: number) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state % below;
	};
	const phrase = (words: number) =>
		Array.from({ length: words }, () => WORDS[next(WORDS.length)]).join(' ');
	return Array.from({ length: count }, (_, index) => ({
		code: `1.${String(index).padStart(6, '0')}`,
		title: `Thủ tục ${phrase(9)}`,
		shortTitle: phrase(5),
		synonyms: Array.from({ length: 6 }, () => phrase(3)),
		result: phrase(3)
	}));
}
