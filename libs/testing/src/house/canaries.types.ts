/** For every rule that needs types: what it must find. */
export const TYPED_CANARIES: Readonly<Record<string, string>> = {
  'await-thenable': `export const wait = async (value: number): Promise<void> => { await value; };`,
  'no-array-delete': `export const drop = (list: string[]): void => { delete list[0]; };`,
  'no-base-to-string': 'export const say = (line: { id: string }): string => `${line}`;',
  'no-duplicate-type-constituents': `export type Twice = 'a' | 'a';`,
  'no-floating-promises': `const save = (): Promise<number> => Promise.resolve(1); export const run = (): void => { save(); };`,
  'no-for-in-array': `export const walk = (list: string[]): void => { for (const key in list) list.push(key); };`,
  'no-implied-eval': `setTimeout('run()', 1);`,
  'no-misused-promises': `const is = (): Promise<boolean> => Promise.resolve(true); export const asked = (): number => { if (is()) return 1; return 2; };`,
  'no-redundant-type-constituents': `export type Loose = unknown | string;`,
  'no-unnecessary-type-assertion': `export const same = (text: string): string => text as string;`,
  'no-unsafe-argument': `const take = (text: string): string => text; export const give = (): string => take(JSON.parse('1'));`,
  'no-unsafe-assignment': `export const read = (): void => { const value = JSON.parse('1'); void value; };`,
  'no-unsafe-call': `export const call = (): void => { JSON.parse('1')(); };`,
  'no-unsafe-enum-comparison': `enum Kind { A = 1 } export const is = (kind: Kind, other: number): boolean => kind === other;`,
  'no-unsafe-member-access': `export const look = (): void => { void JSON.parse('1').id; };`,
  'no-unsafe-return': `export const answer = (): string => JSON.parse('1');`,
  'only-throw-error': `export const fail = (): void => { throw 'late'; };`,
  'prefer-promise-reject-errors': `export const refuse = (): Promise<void> => Promise.reject('late');`,
  'restrict-plus-operands': `export const add = (line: { id: string }): string => line + 'x';`,
  'restrict-template-expressions': 'export const tell = (list: string[]): string => `${list}`;',
  'switch-exhaustiveness-check': `export const word = (kind: 'a' | 'b'): void => { switch (kind) { case 'a': break; } };`,
  'unbound-method': `class Till { private sum = 0; add(): void { this.sum += 1; } } export const loose = new Till().add;`,
};

/** What the compiler must find, each in the project whose settings forbid it. */
export const COMPILER_CANARIES: readonly { readonly file: string; readonly text: string; readonly code: string }[] = [
  { file: 'api/src/wrong.ts', text: `export const amount: number = 'ten';`, code: 'TS2322' },
  { file: 'api/test/wrong.ts', text: `export const amount: number = 'ten';`, code: 'TS2322' },
  {
    file: 'libs/domain/src/wrong.ts',
    text: `export const first = (list: string[]): string => list[0];`,
    code: 'TS2322',
  },
  {
    file: 'libs/contracts/src/wrong.ts',
    text: `import { Nothing } from './nowhere'; export { Nothing };`,
    code: 'TS2307',
  },
  { file: 'libs/testing/src/wrong.spec.ts', text: `it('counts', () => 1 + nothing);`, code: 'TS2304' },
  { file: 'web/src/main.ts', text: `import './app/wrong';`, code: '' },
  { file: 'web/src/app/wrong.ts', text: `export const x = (row: Record<string, number>) => row.x;`, code: 'TS4111' },
  {
    file: 'web/src/app/wrong.spec.ts',
    text: `it('counts', () => { const one: number = 'one'; void one; });`,
    code: 'TS2322',
  },
  { file: 'web/e2e/wrong.journey.ts', text: `export const port: number = 'one';`, code: 'TS2322' },
];
