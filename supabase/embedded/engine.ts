import type { PgliteConnection } from '@supabase/lite/pglite';

/** Watches the WebAssembly behind PGlite. */
export interface EngineGuard {
	/** Where the stack of the C code stands: the same before and after every statement, whatever became of it. */
	stackPointer(): number;
	/** Why the engine can run nothing any more; undefined while it is well. */
	fault(): EngineBroken | undefined;
	/** Resolves when the engine breaks. */
	readonly broken: Promise<EngineBroken>;
}

/** The C code was left half-way, by an overflow of the JavaScript stack or a trap: its memory can no longer be trusted. */
export class EngineBroken extends Error {
	constructor(cause: unknown) {
		super('PGlite was left in the middle of a statement', { cause });
		this.name = 'EngineBroken';
	}
}

/** What PGlite calls to run statements, and in the end to say what became of them. */
const entries = [
	'_PostgresMainLoopOnce',
	'_PostgresMainLongJmp',
	'_PostgresSendReadyForQueryIfNecessary',
	'_pgl_pq_flush'
] as const;

type Module = Record<(typeof entries)[number], () => void> & {
	___stack_pointer: WebAssembly.Global<'i32'>;
};

/** PGlite's exit status for "an error of SQL, go back to the main loop". */
const toMainLoop = 100;

/**
 * Makes up for two weaknesses of PGlite 0.4.5. A refused statement leaves the C code by a JavaScript exception, and nobody
 * puts the stack pointer back: after some twelve thousand refusals the C stack is used up and the process hangs. And every
 * other exception, an overflow of the JavaScript stack above all, is swallowed: the answer looks like a success without
 * rows, the next statement may never end. Here each entry into the C code leaves the pointer where it found it, and after
 * an exception that is no error of SQL every statement throws `EngineBroken`. Throws when PGlite is made otherwise.
 */
export function guardEngine(driver: Pick<PgliteConnection['driver'], 'Module'>): EngineGuard {
	const module: unknown = driver.Module;
	if (!isModule(module)) throw new Error('PGlite does not show the stack pointer and its entries');
	const pointer = module.___stack_pointer;
	const { promise: broken, resolve: tell } = Promise.withResolvers<EngineBroken>();
	let fault: EngineBroken | undefined;

	for (const name of entries) {
		let enter = module[name];
		const guarded = () => {
			// PGlite swallows everything its main loop throws but this, and lets through what the way back throws.
			if (fault) throw name === '_PostgresMainLoopOnce' ? { status: toMainLoop } : fault;
			const rest = pointer.value;
			try {
				enter();
			} catch (cause) {
				if (name === '_PostgresMainLoopOnce' && isErrorOfSql(cause)) throw cause;
				fault = new EngineBroken(cause);
				tell(fault);
				guarded();
			} finally {
				pointer.value = rest;
			}
		};
		// At its first call an entry of Emscripten puts the function of WebAssembly in its own place.
		Object.defineProperty(module, name, {
			get: () => guarded,
			set: (given: () => void) => (enter = given)
		});
	}
	return { stackPointer: () => pointer.value, fault: () => fault, broken };
}

function isModule(module: unknown): module is Module {
	return (
		typeof module === 'object' &&
		module !== null &&
		'___stack_pointer' in module &&
		module.___stack_pointer instanceof WebAssembly.Global &&
		entries.every((name) => typeof (module as Partial<Module>)[name] === 'function')
	);
}

function isErrorOfSql(cause: unknown): boolean {
	return (
		typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === toMainLoop
	);
}
