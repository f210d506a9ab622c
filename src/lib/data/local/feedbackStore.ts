import type { FeedbackStore } from '$lib/data/ports/FeedbackStore';
import { FeedbackDraft, FeedbackReceipt } from '$lib/domain/feedback/Feedback';
import { SurveyDraft } from '$lib/domain/feedback/Survey';

const SURVEY = 'mot-cua.survey.';
const MESSAGE = 'mot-cua.feedback';
const RECEIPTS = 'mot-cua.feedback-receipts';
const MOST_RECEIPTS = 20;

type Shape<T> = { safeParse(value: unknown): { success: boolean; data?: T } };

/**
 * On localStorage, not in IndexedDB: a few hundred characters that must be there at once, on pages that load nothing
 * else. Where the browser forbids it, the page itself remembers them and `isKept` says so.
 */
export function createFeedbackStore(storage: Storage | undefined): FeedbackStore {
	const memory = new Map<string, string>();
	let isKept = storage !== undefined;

	function read(key: string): string | null {
		return memory.get(key) ?? storage?.getItem(key) ?? null;
	}

	function write(key: string, value: unknown): void {
		const text = JSON.stringify(value);
		try {
			if (!storage) throw new Error('no storage');
			storage.setItem(key, text);
			memory.delete(key);
			isKept = true;
		} catch {
			memory.set(key, text);
			isKept = false;
		}
	}

	function remove(key: string): void {
		memory.delete(key);
		try {
			storage?.removeItem(key);
		} catch {
			// What cannot be removed is replaced by the next one.
		}
	}

	/** Something else wrote there, or an older version of the app: as if nothing were kept. */
	function parse<T>(text: string | null, shape: Shape<T>): T | undefined {
		try {
			const parsed = shape.safeParse(JSON.parse(text ?? 'null'));
			return parsed.success ? parsed.data : undefined;
		} catch {
			return undefined;
		}
	}

	function keys(): string[] {
		const stored = storage
			? Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
			: [];
		return [...new Set([...stored, ...memory.keys()])];
	}

	function receipts(): FeedbackReceipt[] {
		const list = parse<unknown[]>(read(RECEIPTS), {
			safeParse: (value) => ({ success: Array.isArray(value), data: value as unknown[] })
		});
		return (list ?? []).flatMap((one) => {
			const parsed = FeedbackReceipt.safeParse(one);
			return parsed.success ? [parsed.data] : [];
		});
	}

	return {
		get isKept() {
			return isKept;
		},
		surveys() {
			return keys()
				.filter((key) => key.startsWith(SURVEY))
				.flatMap((key) => parse(read(key), SurveyDraft) ?? []);
		},
		saveSurvey: (draft) => write(SURVEY + draft.id, draft),
		removeSurvey: (id) => remove(SURVEY + id),
		message: () => parse(read(MESSAGE), FeedbackDraft),
		saveMessage: (draft) => write(MESSAGE, draft),
		settleMessage(receipt) {
			const others = receipts().filter(({ id }) => id !== receipt.id);
			write(RECEIPTS, [receipt, ...others].slice(0, MOST_RECEIPTS));
			remove(MESSAGE);
		},
		removeMessage: () => remove(MESSAGE),
		receipts
	};
}
