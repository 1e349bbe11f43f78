/** One banned piece of code, where it is banned, and words of the message that names the replacement. */
export interface BanCanary {
  readonly ban: string;
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  readonly says: string;
}

const API = 'api/src/budget/canary.ts';
const DOMAIN = 'libs/domain/src/budget/canary.ts';
const WEB = 'web/src/app/budget/canary.ts';
const TEMPLATE = 'web/src/app/budget/canary.html';
const SYNTAX = 'no-restricted-syntax';

export const BAN_CANARIES: readonly BanCanary[] = [
  { ban: 'new Date() in the API', file: API, text: 'new Date();', rule: SYNTAX, says: 'Clock' },
  { ban: 'Date.now() in the domain', file: DOMAIN, text: 'Date.now();', rule: SYNTAX, says: 'Clock' },
  { ban: 'Math.random', file: API, text: 'Math.random();', rule: SYNTAX, says: 'Randomness is passed in' },
  { ban: 'parseFloat', file: API, text: `parseFloat('1');`, rule: SYNTAX, says: 'parseAmount' },
  { ban: 'Number.parseFloat', file: WEB, text: `Number.parseFloat('1');`, rule: SYNTAX, says: 'parseAmount' },
  { ban: 'toFixed', file: WEB, text: 'amount.toFixed(2);', rule: SYNTAX, says: 'formatCents' },
  { ban: 'SQL from a template', file: API, text: 'tx.query(`select ${name}`);', rule: SYNTAX, says: '$n parameters' },
  { ban: 'SQL from a sum', file: API, text: `tx.query('select ' + name);`, rule: SYNTAX, says: '$n parameters' },
  { ban: 'a sort key from outside', file: API, text: 'builder.orderBy(key);', rule: SYNTAX, says: 'allow-list' },
  {
    ban: 'a query beside the platform',
    file: API,
    text: 'dataSource.query(sql);',
    rule: SYNTAX,
    says: 'Transactions.run',
  },
  {
    ban: 'a query through a member',
    file: API,
    text: 'this.dataSource.query(sql);',
    rule: SYNTAX,
    says: 'Transactions.run',
  },
  {
    ban: 'a repository beside the platform',
    file: API,
    text: 'source.getRepository(Line);',
    rule: SYNTAX,
    says: 'Transactions.run',
  },
  { ban: 'console.log', file: API, text: `console.log('x');`, rule: 'no-console', says: 'console' },
  {
    ban: 'any',
    file: API,
    text: 'export const line: any = 1;',
    rule: '@typescript-eslint/no-explicit-any',
    says: 'any',
  },
  {
    ban: 'a package in the domain',
    file: DOMAIN,
    text: `import 'rxjs';`,
    rule: 'no-restricted-imports',
    says: 'imports nothing but itself',
  },
  {
    ban: 'the database in a contract',
    file: 'libs/contracts/src/budget/canary.ts',
    text: `import 'typeorm';`,
    rule: 'no-restricted-imports',
    says: 'data with rules',
  },
  {
    ban: 'the web in the API',
    file: API,
    text: `import '@angular/core';`,
    rule: 'no-restricted-imports',
    says: 'nothing of the web',
  },
  {
    ban: 'the server in the web',
    file: WEB,
    text: `import '@nestjs/common';`,
    rule: '@typescript-eslint/no-restricted-imports',
    says: 'browser',
  },
  {
    ban: 'a contract class in the web',
    file: WEB,
    text: `import { LineDto } from '@etatlotse/contracts/budget'; new LineDto();`,
    rule: '@typescript-eslint/no-restricted-imports',
    says: 'import type',
  },
  {
    ban: 'a picture without words',
    file: TEMPLATE,
    text: '<img src="x">',
    rule: '@angular-eslint/template/alt-text',
    says: 'alternative',
  },
  {
    ban: 'a style attribute',
    file: TEMPLATE,
    text: '<p style="color:red"></p>',
    rule: '@angular-eslint/template/no-inline-styles',
    says: 'classes',
  },
  {
    ban: 'a rule switched off in place',
    file: API,
    text: `/* eslint-${'dis'}able */\nparseFloat('1');`,
    rule: SYNTAX,
    says: 'parseAmount',
  },
];

/** What the same rules let through: the right place or the right way. */
export const ALLOWED: readonly { readonly what: string; readonly file: string; readonly text: string }[] = [
  { what: 'the clock in its place', file: 'api/src/platform/clock/canary.ts', text: 'export const now = new Date();' },
  {
    what: 'SQL from a constant of the file',
    file: API,
    text: 'const COLUMNS = `id`; export const run = (tx: Tx): unknown => tx.query(`select ${COLUMNS} from line`);',
  },
  { what: 'constant SQL', file: API, text: `export const run = (tx: Tx): unknown => tx.query('select $1', [1]);` },
  {
    what: 'SQL text without holes',
    file: API,
    text: 'export const run = (tx: Tx): unknown => tx.query(`select $1`, [1]);',
  },
  {
    what: 'the type of a contract',
    file: WEB,
    text: `import type { LineDto } from '@etatlotse/contracts/budget'; export type Line = LineDto;`,
  },
  {
    what: 'constants of a contract',
    file: WEB,
    text: `import { PATH } from '@etatlotse/contracts/budget/plain'; export const path = PATH;`,
  },
  {
    what: 'the domain in the web',
    file: WEB,
    text: `import { sum } from '@etatlotse/domain/shared'; export const total = sum;`,
  },
];
