/** A small house without faults: two features on each side, a domain, contracts. */
export const CLEAN_HOUSE: Readonly<Record<string, string>> = {
  'libs/domain/src/shared/index.ts': `export const cents = (value: number): number => value;`,
  'libs/domain/src/budget/index.ts': `import { cents } from '../shared'; export const available = (value: number): number => cents(value);`,
  'libs/contracts/src/budget/plain.ts': `export const BUDGET_PATH = '/api/v1/budget';`,
  'libs/contracts/src/budget/index.ts': `export * from './plain'; export * from './line.dto';`,
  'libs/contracts/src/budget/line.dto.ts': `import { IsInt } from 'class-validator'; export class LineDto { @IsInt() amountCents = 0; }`,
  'libs/testing/src/index.ts': `import { available } from '@etatlotse/domain/budget'; export const sample = available(1);`,
  'api/src/main.ts': `import { BudgetController } from './budget/budget.controller'; import { demand } from './demand'; import { caller } from './platform/http/caller'; export const app = [BudgetController, demand, caller];`,
  'api/src/platform/tx.ts': `import { Pool } from 'pg'; export const pool = new Pool();`,
  'api/src/platform/http/caller.ts': `export const caller = 1;`,
  'api/src/budget/index.ts': `export { book } from './use-cases/book-movement';`,
  'api/src/budget/budget.controller.ts': `import { LineDto } from '@etatlotse/contracts/budget'; import { book } from './use-cases/book-movement'; export const BudgetController = [LineDto, book];`,
  'api/src/budget/use-cases/book-movement.ts': `import { available } from '@etatlotse/domain/budget'; import { store } from '../line.repository'; export const book = [available, store];`,
  'api/src/budget/line.repository.ts': `import { LineRow } from './line.entity'; import { pool } from '../platform/tx'; export const store = [LineRow, pool];`,
  'api/src/budget/line.entity.ts': `export class LineRow {}`,
  'api/src/demand/index.ts': `import { book } from '../budget'; export const demand = book;`,
  'web/src/main.ts': `import { page } from './app/budget/budget.page'; import { demands } from './app/demand/demand.page'; export const all = [page, demands];`,
  'web/src/app/platform/session.ts': `export const session = 1;`,
  'web/src/app/ui/amount.ts': `export const amount = 1;`,
  'web/src/app/budget/budget.page.ts': `import { amount } from '../ui/amount'; import { store } from './budget.store'; export const page = [amount, store];`,
  'web/src/app/budget/budget.store.ts': `import { load } from './budget.client'; import { session } from '../platform/session'; export const store = [load, session];`,
  'web/src/app/budget/budget.client.ts': `import type { LineDto } from '@etatlotse/contracts/budget'; import { BUDGET_PATH } from '@etatlotse/contracts/budget/plain'; export const load = (): LineDto[] => [BUDGET_PATH as never];`,
  'web/src/app/demand/demand.page.ts': `export const demands = 1;`,
};

/** One wall, and the line that climbs over it. */
export interface WallCanary {
  readonly wall: string;
  readonly file: string;
  readonly line: string;
}

export const WALL_CANARIES: readonly WallCanary[] = [
  { wall: 'domain-is-pure', file: 'libs/domain/src/budget/index.ts', line: `import 'node:fs';` },
  { wall: 'contracts-know-domain-only', file: 'libs/contracts/src/budget/line.dto.ts', line: `import 'typeorm';` },
  { wall: 'plain-stays-plain', file: 'libs/contracts/src/budget/plain.ts', line: `export * from './line.dto';` },
  { wall: 'testing-knows-libs-only', file: 'libs/testing/src/index.ts', line: `import '../../../api/src/demand';` },
  { wall: 'tests-stay-out-of-the-product', file: 'api/src/demand/index.ts', line: `import '@etatlotse/testing';` },
  { wall: 'api-knows-no-web', file: 'api/src/demand/index.ts', line: `import 'chart.js';` },
  { wall: 'web-knows-no-api', file: 'web/src/app/demand/demand.page.ts', line: `import '@nestjs/common';` },
  { wall: 'web-runs-in-a-browser', file: 'web/src/app/demand/demand.page.ts', line: `import 'node:fs';` },
  {
    wall: 'web-takes-contracts-as-types',
    file: 'web/src/app/demand/demand.page.ts',
    line: `import { LineDto } from '@etatlotse/contracts/budget'; export const dto = LineDto;`,
  },
  { wall: 'no-cycles', file: 'libs/domain/src/shared/index.ts', line: `import '../budget';` },
  { wall: 'no-unknown-imports', file: 'api/src/demand/index.ts', line: `import './nowhere';` },
  { wall: 'no-dead-files', file: 'api/src/demand/forgotten.ts', line: `export const forgotten = 1;` },
  { wall: 'domain-shared-at-the-bottom', file: 'libs/domain/src/shared/index.ts', line: `import '../budget';` },
  {
    wall: 'feature-through-its-door',
    file: 'api/src/demand/index.ts',
    line: `import '../budget/use-cases/book-movement';`,
  },
  { wall: 'platform-knows-no-feature', file: 'api/src/platform/tx.ts', line: `import '../demand';` },
  { wall: 'database-behind-the-platform', file: 'api/src/demand/index.ts', line: `import 'pg';` },
  { wall: 'rows-stay-behind-the-repository', file: 'api/src/budget/index.ts', line: `import './line.entity';` },
  {
    wall: 'controller-asks-use-cases',
    file: 'api/src/budget/budget.controller.ts',
    line: `import './line.repository';`,
  },
  {
    wall: 'use-case-knows-no-http',
    file: 'api/src/budget/use-cases/book-movement.ts',
    line: `import '../../platform/http/caller';`,
  },
  {
    wall: 'web-features-are-strangers',
    file: 'web/src/app/demand/demand.page.ts',
    line: `import '../budget/budget.store';`,
  },
  {
    wall: 'web-platform-knows-no-feature',
    file: 'web/src/app/platform/session.ts',
    line: `import '../demand/demand.page';`,
  },
  { wall: 'ui-is-dumb', file: 'web/src/app/ui/amount.ts', line: `import '../platform/session';` },
  { wall: 'page-store-client', file: 'web/src/app/budget/budget.page.ts', line: `import './budget.client';` },
];
