import eslint from '@eslint/js';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.spec.ts', 'api/test/**', 'libs/testing/**', 'web/e2e/**', 'web/src/test-setup.ts'];

/** Calls that have one right place or none at all. Each message names what to use instead. */
const banned = {
  clock: {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The clock is passed in: use Clock from platform/clock (API) or an argument (domain).',
  },
  now: {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'The clock is passed in: use Clock from platform/clock (API) or an argument (domain).',
  },
  random: {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Randomness is passed in: use Ids from platform/clock (API) or an argument (domain).',
  },
  parseFloat: {
    selector:
      'CallExpression[callee.name="parseFloat"], MemberExpression[object.name="Number"][property.name="parseFloat"]',
    message: 'Amounts are whole cents: use parseAmount from @etatlotse/domain/shared.',
  },
  toFixed: {
    selector: 'CallExpression[callee.property.name="toFixed"]',
    message: 'Amounts are whole cents: use formatCents, shares use formatPercent.',
  },
  querySql: {
    // A part of SQL that is itself a constant of the file may stand in it; its name is in capitals.
    selector:
      'CallExpression[callee.property.name="query"] > TemplateLiteral.arguments:first-child' +
      ':has(> *.expressions:not(Identifier[name=/^[A-Z][A-Z0-9_]*$/])), ' +
      'CallExpression[callee.property.name="query"] > BinaryExpression.arguments:first-child',
    message: 'SQL is constant text with $n parameters. Names of columns come from an allow-list of whole statements.',
  },
  orderBy: {
    selector:
      'CallExpression[callee.property.name=/^(addOrderBy|orderBy|addSelect|groupBy|having)$/][arguments.0.type!="Literal"]',
    message: 'A sort or group key is a literal: choose it from an allow-list (switch over the known keys).',
  },
  database: {
    selector:
      'CallExpression[callee.property.name="getRepository"], ' +
      'CallExpression[callee.property.name=/^(query|transaction|createQueryRunner|createQueryBuilder)$/][callee.object.name=/^(dataSource|connection|pool)$/], ' +
      'CallExpression[callee.property.name=/^(query|transaction|createQueryRunner|createQueryBuilder)$/][callee.object.property.name=/^(dataSource|connection|pool)$/]',
    message: 'Only platform/database opens transactions: use Transactions.run and its Tx, which carry the tenant.',
  },
};

/** One rule holds all bans of a place, because a later setting replaces an earlier one. */
const ban = (...names) => ['error', ...names.map((name) => banned[name])];
const numbers = ['random', 'parseFloat', 'toFixed'];
const sql = ['querySql', 'orderBy', 'database'];

const noImport = (...patterns) => ['error', { patterns }];

export default tseslint.config(
  {
    ignores: ['**/dist', '**/.angular', '**/.nx', '.data', '.stryker-tmp', 'reports', 'coverage', '**/*.generated.ts'],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    // Rules that need types are in .oxlintrc.json.
    extends: [eslint.configs.recommended, ...tseslint.configs.recommended],
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      // Input is checked for control characters on purpose.
      'no-control-regex': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ban('clock', 'now', ...numbers, ...sql),
    },
  },
  {
    // Dependency injection reads the constructor's types at run time, so Nest classes need real imports.
    files: ['api/src/**/*.ts', 'libs/contracts/**/*.ts', 'web/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': noImport({
        regex: '^(?!\\.{1,2}/|@etatlotse/domain/)',
        message: 'The domain imports nothing but itself: pass what it needs as an argument.',
      }),
    },
  },
  {
    files: ['libs/contracts/**/*.ts'],
    rules: {
      'no-restricted-imports': noImport({
        group: ['typeorm', 'pg', '@nestjs/common', '@nestjs/core', '@angular/*', '**/api/**', '**/web/**'],
        message: 'A contract is data with rules: only class-validator, class-transformer and the domain.',
      }),
    },
  },
  {
    files: ['api/**/*.ts'],
    rules: {
      'no-restricted-imports': noImport({
        group: ['@angular/*', 'chart.js', '**/web/**'],
        message: 'The API knows nothing of the web.',
      }),
    },
  },
  {
    files: [
      'api/src/platform/database/**',
      'api/src/platform/jobs/**',
      'api/src/migrations/**',
      'api/src/migrate.ts',
      'api/src/demo/**',
    ],
    rules: { 'no-restricted-syntax': ban('clock', 'now', ...numbers, 'querySql', 'orderBy') },
  },
  {
    // Names of tables and roles cannot be parameters; migrations make them from constants.
    files: ['api/src/migrations/**'],
    rules: { 'no-restricted-syntax': ban('clock', 'now', ...numbers) },
  },
  { files: ['api/src/platform/clock/**'], rules: { 'no-restricted-syntax': ban('parseFloat', 'toFixed', ...sql) } },
  {
    files: ['web/src/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      'no-restricted-syntax': ban(...numbers),
      '@typescript-eslint/no-restricted-imports': noImport(
        {
          group: ['@nestjs/*', 'typeorm', 'pg', 'class-validator', 'node:*', '**/api/**'],
          message: 'This runs in a browser.',
        },
        {
          regex: '^@etatlotse/contracts/(?!.+/plain$)',
          message: 'Use `import type` for contracts; constants come from @etatlotse/contracts/<noun>/plain.',
          allowTypeImports: true,
        },
      ),
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: 'et', style: 'kebab-case' },
          { type: 'attribute', prefix: 'et', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'et', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
    },
  },
  {
    files: ['web/src/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: { '@angular-eslint/template/no-inline-styles': ['error', { allowNgStyle: false, allowBindToStyle: true }] },
  },
  {
    // Tests may look at the real clock and the database from outside.
    files: TESTS,
    rules: { 'no-restricted-syntax': ban('random', 'parseFloat') },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    // Functions handed to a browser (`page.evaluate`) see its globals.
    languageOptions: { globals: { ...nodeGlobals(), document: 'readonly', window: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.cjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { ...nodeGlobals(), require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  prettier,
);

function nodeGlobals() {
  const names = [
    'process',
    'console',
    'Buffer',
    'URL',
    'URLSearchParams',
    'fetch',
    'FormData',
    'performance',
    'globalThis',
    'AbortSignal',
    'AbortController',
    'TextDecoder',
    'structuredClone',
  ];
  const timers = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate'];
  return Object.fromEntries([...names, ...timers].map((name) => [name, 'readonly']));
}
