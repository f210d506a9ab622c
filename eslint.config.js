import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Mistakes the compiler does not see; the rest of the usual list is TypeScript's own work here. */
const core = {
	'array-callback-return': 'error',
	eqeqeq: ['error', 'always', { null: 'ignore' }],
	'for-direction': 'error',
	'no-async-promise-executor': 'error',
	'no-case-declarations': 'error',
	'no-compare-neg-zero': 'error',
	'no-cond-assign': 'error',
	'no-constant-binary-expression': 'error',
	'no-constant-condition': 'error',
	'no-control-regex': 'error',
	'no-debugger': 'error',
	'no-dupe-else-if': 'error',
	'no-duplicate-case': 'error',
	'no-empty': 'error',
	'no-empty-character-class': 'error',
	'no-empty-pattern': 'error',
	'no-eval': 'error',
	'no-ex-assign': 'error',
	'no-extra-boolean-cast': 'error',
	'no-fallthrough': 'error',
	'no-implied-eval': 'error',
	'no-irregular-whitespace': 'error',
	'no-loss-of-precision': 'error',
	'no-misleading-character-class': 'error',
	'no-new-func': 'error',
	'no-prototype-builtins': 'error',
	'no-regex-spaces': 'error',
	'no-self-assign': 'error',
	'no-self-compare': 'error',
	'no-shadow-restricted-names': 'error',
	'no-sparse-arrays': 'error',
	'no-unreachable-loop': 'error',
	'no-unsafe-finally': 'error',
	'no-unsafe-optional-chaining': 'error',
	'no-unused-private-class-members': 'error',
	'no-useless-assignment': 'error',
	'no-useless-backreference': 'error',
	'no-useless-catch': 'error',
	'no-useless-escape': 'error',
	'no-var': 'error',
	'object-shorthand': 'error',
	'prefer-const': 'error',
	'use-isnan': 'error',
	'valid-typeof': 'error'
};

/**
 * Who may import whom (design §3). A list holds the beginnings a specifier may have; `types` are open to
 * `import type` only. Dynamic imports, and what a path resolves to, are checked by tests/architecture.
 */
const DOMAIN = '\\$lib/domain/';
const PORTS = '\\$lib/data/ports/';
const SCREEN = ['\\./', 'svelte$', 'svelte/', '\\$app/', '\\$lib/ui/', '\\$lib/i18n/'];
const FEATURE = {
	values: [
		...SCREEN,
		DOMAIN,
		'\\$lib/app/(context|loadCatalogue|feedbackServices)$',
		'\\$lib/features/[^/]+$',
		'virtual:pwa-register$'
	],
	types: [PORTS, '\\$lib/app/citizenServices$']
};
const ROUTE = [...SCREEN, '@sveltejs/kit$', '\\$env/', '\\$lib/features/', '\\$lib/app/context$'];
const ROUTES = 'src/routes/**/';

const BACKEND = [
	'\\.\\.?/',
	'#(domain|embedded|database)/',
	'node:',
	'@supabase/lite',
	'@electric-sql/pglite',
	'postgres$',
	'zod/mini$'
];

const ARROWS = [
	{ files: ['src/lib/domain/**'], values: ['\\.\\.?/', 'zod/mini$'] },
	{ files: ['src/lib/i18n/**'], values: ['\\./'] },
	{ files: ['src/lib/ui/**'], values: ['\\./', 'svelte$', 'svelte/', '\\$lib/ui/', 'uqr$'] },
	{ files: ['src/lib/data/ports/**'], values: ['\\./', DOMAIN] },
	{ files: ['src/lib/data/local/**'], values: ['\\./', DOMAIN, PORTS, 'dexie$'] },
	{ files: ['src/lib/data/remote/**'], values: ['\\./', DOMAIN, PORTS, 'zod/mini$', '@supabase/'] },
	{
		files: ['src/lib/data/images/**'],
		values: ['\\./', DOMAIN, PORTS, '@noble/hashes/(legacy|sha2)\\.js$']
	},
	{
		files: ['src/lib/data/importer/**'],
		values: ['\\./', '#domain/', '(read|write)-excel-file/universal$']
	},
	{ files: ['src/lib/sync/**'], values: ['\\./', DOMAIN, PORTS] },
	{ files: ['src/lib/features/**'], ...FEATURE },
	// A large feature has rooms; that nobody climbs into another feature is checked by tests/architecture.
	{
		files: ['src/lib/features/*/*/*'],
		values: [...FEATURE.values, '\\.\\./'],
		types: FEATURE.types
	},
	{
		files: ['src/lib/features/scan/**'],
		values: [...FEATURE.values, 'qr/decode\\.js$'],
		types: FEATURE.types
	},
	{
		files: ['src/lib/app/**'],
		values: [
			'\\./',
			'svelte$',
			'\\$app/environment$',
			'zod/mini$',
			'\\$lib/(domain|data|sync|ui|i18n)/'
		]
	},
	{ files: [`${ROUTES}*`], values: ROUTE },
	{
		files: [`${ROUTES}+page.ts`],
		values: [...ROUTE, '\\$lib/app/loadCatalogue$'],
		types: [DOMAIN]
	},
	{
		files: [`${ROUTES}+server.ts`, `${ROUTES}+page.server.ts`, 'src/hooks.server.ts'],
		values: [...ROUTE, '\\$lib/app/(shippedCatalogue|headTags)$']
	},
	{
		files: ['src/routes/+layout.svelte'],
		values: [...ROUTE, '\\$lib/app/', '\\.\\./app\\.css$']
	},
	{ files: ['supabase/**'], values: BACKEND },
	{ files: ['supabase/importer/**'], values: [...BACKEND, '#importer/'] },
	{ files: ['supabase/worker/notices/**'], values: [...BACKEND, 'nodemailer$'] },
	// Tests may also reach for their tools and the fakes; code under test keeps its arrows.
	{
		files: [
			'src/**/*.test.ts',
			'src/lib/testing/**',
			'src/**/test*.ts',
			'supabase/**/*.test.ts',
			'supabase/worker/**/test*.ts'
		],
		values: [
			'\\.\\.?/',
			'\\$lib/',
			'node:',
			'vitest$',
			'zod/mini$',
			'fast-check$',
			'fake-indexeddb',
			'dexie$',
			'smtp-server$',
			'@supabase/',
			'#(domain|embedded|database|importer)/'
		]
	}
];

function arrowRule({ values, types = [] }) {
	const onlyBeginning = (beginnings) => `^(?!${beginnings.join('|')})`;
	const message =
		'Not an import this folder may have: see "Who may import whom" in CONTRIBUTING.md.';
	const upTwice = { regex: '\\.\\./\\.\\.', message: 'Use $lib/… or #domain/…, never ../../' };
	const patterns = [{ regex: onlyBeginning([...values, ...types]), message }, upTwice];
	if (types.length > 0)
		patterns.push({ regex: onlyBeginning(values), allowTypeImports: true, message });
	return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.data/',
			'.data-phu-cu/',
			'test-results/',
			'playwright-report/'
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			...core,
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/ban-ts-comment': [
				'error',
				{ 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }
			],
			'@typescript-eslint/consistent-type-imports': [
				'error',
				{ fixStyle: 'separate-type-imports' }
			],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'max-lines': ['error', { max: 400 }],
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{ patterns: [{ regex: '\\.\\./\\.\\.', message: 'Use #domain/…, never ../../' }] }
			]
		}
	},
	// A promise nobody waits for loses its error. Asking the types is dear, so only plain TypeScript is asked.
	{
		files: ['src/**/*.ts', 'supabase/**/*.ts', 'tests/**/*.ts'],
		ignores: ['**/*.svelte.ts'],
		languageOptions: {
			parserOptions: {
				project: ['./tsconfig.json', './tsconfig.node.json'],
				tsconfigRootDir: import.meta.dirname
			}
		},
		rules: {
			'@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }],
			'@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
			'@typescript-eslint/await-thenable': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': 'error',
			// The app always lives at the root of its own origin: there is no base path to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'svelte/no-target-blank': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-at-debug-tags': 'error'
		}
	},
	// Plain maps in a state class are its bookkeeping; what screens see is $state.
	{ files: ['**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
	...ARROWS.map(({ files, ...arrow }) => ({ files, rules: arrowRule(arrow) })),
	{ files: ['**/*.test.ts', 'tests/**'], rules: { 'max-lines': ['error', { max: 500 }] } },
	// Programs and test runs speak to the terminal.
	{
		files: ['supabase/**', 'tests/**', '**/*.test.ts', '**/*.config.*', '.size-limit.js'],
		rules: { 'no-console': 'off' }
	}
);
