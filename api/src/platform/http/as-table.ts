import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  SetMetadata,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { firstValueFrom, type Observable, of } from 'rxjs';
import { CLOCK, type Clock } from '../clock/clock';
import { currencyOf } from '../database/tenant-currency';
import { Transactions } from '../database/transactions';
import { tongueOf } from '../problem/problem-body';
import { ProblemException } from '../problem/problem-exception';
import { attachment } from './attachment';
import { callerOf } from './caller';
import { type TableShape, tableIn } from './table';
import { type NumberStyle, tableCsv, tableWorkbook } from './table-file';

export const AS_TABLE = Symbol('as-table');
/** The two parameters that turn a list into a file; the list itself never sees them. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export const NUMBER_STYLES = ['de', 'plain'] as const;
/** More rows than this are refused, not cut: a filter makes them fewer. */
const ROWS_MAX = 20_000;
const PAGE = '100';
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * The list of this route is also a file: `?as=csv` or `?as=xlsx`, the numbers of a CSV by `numbers=de` (the default) or
 * `numbers=plain`. It is the same route with the same permission, filter and SQL, read page by page to its end.
 */
export const AsTable = (table: TableShape): MethodDecorator =>
  applyDecorators(SetMetadata(AS_TABLE, table), UseInterceptors(TableInterceptor));

@Injectable()
export class TableInterceptor implements NestInterceptor {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly transactions: Transactions,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
    const { query } = request;
    if (query['as'] === undefined) return next.handle();
    const shape = Reflect.getMetadata(AS_TABLE, context.getHandler()) as TableShape;
    const as = oneOf(query, 'as', TABLE_FORMATS);
    const numbers: NumberStyle = query['numbers'] === undefined ? 'de' : oneOf(query, 'numbers', NUMBER_STYLES);
    delete query['as'];
    delete query['numbers'];
    const tongue = tongueOf(request.headers['accept-language']);
    const rows = await allRows(query, next);
    const table = tableIn(shape, await this.transactions.run(callerOf(request), currencyOf));
    const content =
      as === 'csv'
        ? Buffer.from(tableCsv(table, rows, tongue, numbers), 'utf8')
        : await tableWorkbook(table, rows, tongue);
    // A list that names its own type would keep it.
    void context.switchToHttp().getResponse<FastifyReply>().header('content-type', TYPES[as]);
    const fileName = `${table.name[tongue]} ${this.clock.today()}.${as}`;
    return of(new StreamableFile(content, { type: TYPES[as], disposition: attachment(fileName) }));
  }
}

function oneOf<Value extends string>(query: Record<string, unknown>, field: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === query[field]);
  if (found === undefined) throw new ProblemException('QUERY_INVALID', {}, [{ field, code: 'QUERY_INVALID' }]);
  return found;
}

interface ReadPage {
  readonly rows: readonly unknown[];
  readonly nextCursor: string | null;
}

/** Asks the handler for page after page, each with its own checks, as whoever leafs through the list does. */
async function allRows(query: Record<string, unknown>, next: CallHandler): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  const isPaged = query['limit'] !== undefined;
  if (isPaged) query['limit'] = PAGE;
  for (;;) {
    const page = pageOf(await firstValueFrom(next.handle()));
    rows.push(...page.rows);
    if (rows.length > ROWS_MAX) throw new ProblemException('TABLE_TOO_LONG', { max: ROWS_MAX });
    if (page.nextCursor === null) return rows;
    query['cursor'] = page.nextCursor;
  }
}

/** Some lists come as text that the database has written, some without pages. */
function pageOf(answer: unknown): ReadPage {
  const read: unknown = typeof answer === 'string' ? JSON.parse(answer) : answer;
  if (Array.isArray(read)) return { rows: read, nextCursor: null };
  const { rows, nextCursor = null } = read as Partial<ReadPage>;
  return { rows: rows ?? [], nextCursor };
}
