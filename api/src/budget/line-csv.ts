import { PassThrough, type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { LineGridQuery } from '@etatlotse/contracts/budget';
import type { LineSort } from '@etatlotse/contracts/budget/plain';
import { BALANCE_FIELD, bringsMoney, type LineBalance, MOVEMENT_KINDS, revenueOf } from '@etatlotse/domain/budget';
import { cents, inCurrency } from '@etatlotse/domain/shared';
import { currencyOf } from '../platform/database/tenant-currency';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { CSV_START, type CsvCell, csvRow } from '../platform/http/csv-row';
import type { Tongue } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { LINE_CSV_LABELS, type LineCsvLabel } from './line-csv.labels';
import { visibleLines } from './line-list.queries';
import { isAuthorityUnknown, sortOrder } from './line.sql';

const ROWS_AT_ONCE = 500;

type CsvRow = Readonly<Record<string, string | number | boolean | null>>;

/** The list of lines as a file: one look at the database, read and sent in pieces, one file at a time for a person. */
@Injectable()
export class LineCsv {
  constructor(private readonly transactions: Transactions) {}

  fileName(fiscalYear: number, tongue: Tongue): string {
    return `${LINE_CSV_LABELS[tongue].fileName}-${fiscalYear}.csv`;
  }

  /**
   * Opens the file. What can be refused is refused before the first byte; a fault after it cuts the answer off, so a half
   * file never looks whole.
   */
  async open(caller: Caller, query: LineGridQuery, tongue: Tongue): Promise<Readable> {
    const out = new PassThrough();
    const opened = Promise.withResolvers<Readable>();
    let isOpen = false;
    this.transactions
      .run(caller, async (tx) => {
        await takeTurn(tx);
        const { found, params } = await visibleLines(tx, caller, query);
        await tx.query(declareSql(query.sort ?? 'number', found), params);
        const first = await nextRows(tx);
        const currency = await currencyOf(tx);
        isOpen = true;
        opened.resolve(out);
        await fill(out, fileText(tx, first, tongue, currency));
      })
      // The next file may be asked for as soon as this one has ended, so the turn is given back before.
      .then(() => out.end())
      .catch((fault: unknown) => {
        opened.reject(fault);
        // Before the first byte nobody listens to the stream yet; the refusal itself is the answer.
        out.destroy(isOpen && fault instanceof Error ? fault : undefined);
      });
    return opened.promise;
  }
}

/**
 * Hands the text over as fast as the database gives it: a slow reader must not hold a transaction open. What waits for the
 * reader is at most the file itself. Somebody who left gets no more.
 */
async function fill(out: PassThrough, texts: AsyncIterable<string>): Promise<void> {
  for await (const text of texts) {
    if (out.destroyed) return;
    out.write(text);
  }
}

/** Two files at once for one person would only load the house twice. */
async function takeTurn(tx: Transaction): Promise<void> {
  const [turn] = await tx.query<{ is_free: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS is_free`,
    [`line-csv ${tx.tenantId} ${tx.personId}`],
  );
  if (turn?.is_free !== true) throw new ProblemException('EXPORT_RUNNING', { retryAfterSeconds: 5 });
}

const nextRows = (tx: Transaction): Promise<CsvRow[]> => tx.query<CsvRow>(fetchSql);

async function* fileText(
  tx: Transaction,
  first: readonly CsvRow[],
  tongue: Tongue,
  currency: string,
): AsyncGenerator<string> {
  const labels = LINE_CSV_LABELS[tongue];
  yield CSV_START + csvRow([...textFields, ...amountFields].map(([field]) => inCurrency(labels[field], currency)));
  for (let rows = first; rows.length > 0; rows = await nextRows(tx)) {
    yield rows.map((row) => csvRow(cellsOf(row, labels))).join('');
  }
}

function cellsOf(row: CsvRow, labels: Readonly<Record<LineCsvLabel, string>>): CsvCell[] {
  const texts = textFields.map(([field, , isCode]): CsvCell => {
    const text = String(row[field] ?? '');
    return isCode === true && text in labels ? labels[text as LineCsvLabel] : text;
  });
  const amounts = amountFields.map(([field]): CsvCell => {
    if (field !== 'availableCents') return { amountCents: Number(row[field]) };
    // Money that is expected is not available: a revenue line has a formula of its own, as in the list on the screen.
    if (bringsMoney(String(row['direction']))) return { amountCents: revenueOf(balanceOfRow(row)).openCents };
    return row['isAuthorityUnknown'] === true ? labels.unknown : { amountCents: Number(row[field]) };
  });
  return [...texts, ...amounts];
}

const balanceOfRow = (row: CsvRow): LineBalance =>
  Object.fromEntries(
    MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], cents(Number(row[BALANCE_FIELD[kind]]))]),
  ) as unknown as LineBalance;

/** Field, where it comes from, and whether it holds a code that has a word. */
const textFields: readonly (readonly [LineCsvLabel, string, boolean?])[] = [
  ['number', 'l.number'],
  ['name', 'l.name'],
  ['frame', 'l.frame', true],
  ['unit', `u.code || ' ' || u.name`],
  ['subBudget', 'l.sub_budget'],
  ['product', 'l.product'],
  ['productName', 'l.product_name'],
  ['account', 'l.account'],
  ['accountName', 'l.account_name'],
  ['projectKey', 'l.project_key'],
  ['costCentre', 'l.cost_centre'],
  ['direction', 'l.direction', true],
  ['sphere', 'l.sphere', true],
  ['runOrChange', 'l.run_or_change', true],
  ['serviceClass', 'l.service_class', true],
  ['networkZone', 'l.network_zone', true],
  ['pool', '(SELECT cp.code FROM cover_pool cp WHERE cp.tenant_id = l.tenant_id AND cp.pool_id = l.pool_id)'],
];

const columnOf = new Map<LineCsvLabel, string>([
  ...MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], `${kind}_cents`] as const),
  ['adjustedCents', 'adjusted_cents'],
  ['availableCents', 'available_cents'],
]);

/** The formula from left to right, as the line's page shows it. */
const amountFields: readonly (readonly [LineCsvLabel, string])[] = (
  [
    'appropriationCents',
    'carryOverCents',
    'overPlanCents',
    'outsidePlanCents',
    'earmarkCents',
    'transferCents',
    'adjustedCents',
    'lockCents',
    'reservationCents',
    'commitmentCents',
    'actualCents',
    'availableCents',
  ] as const
).map((field) => [field, `coalesce(b.${columnOf.get(field)}, 0)`]);

const fields = [...textFields, ...amountFields].map(([field, sql]) => `${sql} AS "${field}"`).join(', ');

const declareSql = (sort: LineSort, found: string): string => `
  DECLARE line_csv NO SCROLL CURSOR FOR
  SELECT ${fields}, ${isAuthorityUnknown} AS "isAuthorityUnknown" ${found} ${sortOrder(sort)}`;

const fetchSql = `FETCH FORWARD ${ROWS_AT_ONCE} FROM line_csv`;
