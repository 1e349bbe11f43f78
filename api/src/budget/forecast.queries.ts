import { Injectable } from '@nestjs/common';
import type { ForecastFigures, ForecastRow, Forecasts, LineForecast } from '@etatlotse/contracts/budget/plain';
import { unitScope } from '@etatlotse/domain/access';
import {
  type EarlierYear,
  forecastLight,
  type ForecastSum,
  FORECAST_LIGHTS,
  FRAME_CODES,
  type FrameCode,
  MONTHS_IN_YEAR,
  sumForecasts,
  type YearEndForecast,
  yearEndForecast,
  yearProgress,
} from '@etatlotse/domain/budget';
import {
  type Cents,
  cents,
  dayOf,
  daysInMonth,
  type FiscalYear,
  fiscalYear as toFiscalYear,
  type PlainDate,
  plainDate,
  ZERO_CENTS,
} from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { isAuthorityUnknown } from './line.sql';

/** Years before this one that the season is told from. */
const EARLIER_YEARS = 3;

interface LineFacts {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly frame: FrameCode | null;
  readonly pool: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** Asked for, and not only a member of the pool of a line that is. */
  readonly is_asked: boolean;
  readonly authority_cents: number | null;
  readonly bound_cents: number;
  /** Fiscal year, month, cents. */
  readonly months: readonly (readonly [number, number, number])[];
}

type Told = LineFacts & { readonly forecast: YearEndForecast; readonly earlierYears: readonly EarlierYear[] };

/** What will have been spent when the year ends, told from the months of this year and earlier ones and from what is bound. */
@Injectable()
export class ForecastQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the line does not exist for this caller or spends nothing by its nature. */
  async ofLine(caller: Caller, lineId: string, fiscalYear: number): Promise<LineForecast | null> {
    const { year, asOf, lines } = await this.tell(caller, fiscalYear, lineId);
    const line = lines.find((one) => one.id === lineId);
    if (line === undefined) return null;
    const pool = line.pool === null ? null : { ...line.pool, ...figuresOf(sumOf(lines), asOf, year) };
    const own = figuresOf(sumOf([line]), asOf, year);
    return {
      ...own,
      light: pool?.light ?? own.light,
      fiscalYear,
      asOf,
      method: line.forecast.method,
      byMethod: line.forecast.byMethod,
      expectedMonthCents: line.forecast.expectedMonthCents,
      earlierYears: line.earlierYears.map((one) => one.fiscalYear),
      pool,
    };
  }

  /** Lines in the IT frames that the caller may see, what is short first, and what lacks most among those. */
  async list(caller: Caller, fiscalYear: number): Promise<Forecasts> {
    const { year, asOf, lines } = await this.tell(caller, fiscalYear, null);
    const lights = lightsOf(lines, asOf, year);
    const asked = lines.filter((line): line is Told & { frame: FrameCode } => line.is_asked && line.frame !== null);
    const rows = asked.map((line): ForecastRow => {
      const own = figuresOf(sumOf([line]), asOf, year);
      const light = lights.get(shareOf(line)) ?? own.light;
      const { id, number, name, frame } = line;
      return {
        id,
        number,
        name,
        frame,
        ...own,
        light,
        method: line.forecast.method,
        poolCode: line.pool?.code ?? null,
      };
    });
    return {
      fiscalYear,
      asOf,
      rows: rows.toSorted((a, b) => rank(a) - rank(b) || leftOf(a) - leftOf(b) || (a.number < b.number ? -1 : 1)),
      frames: FRAME_CODES.flatMap((frame) => {
        const own = asked.filter((line) => line.frame === frame);
        return own.length === 0 ? [] : [{ frame, lines: own.length, ...figuresOf(sumOf(own), asOf, year) }];
      }),
    };
  }

  private async tell(
    caller: Caller,
    fiscalYear: number,
    lineId: string | null,
  ): Promise<{ year: FiscalYear; asOf: PlainDate; lines: readonly Told[] }> {
    return this.transactions.run(caller, async (tx) => {
      const year = toFiscalYear(fiscalYear);
      const asOf = await knownUntil(tx, year);
      const scope = unitScope(caller.actor, 'budget.read');
      const facts = await tx.query<LineFacts>(factsSql, [tx.tenantId, fiscalYear, scope, lineId, EARLIER_YEARS]);
      return { year, asOf, lines: facts.map((line) => told(line, year, asOf)) };
    });
  }
}

/**
 * The last day of which spending is known: today in the month that is running, as long as it has bookings; else the end of the
 * last month that has any, because figures may come late. A year that is over is known to its end.
 */
async function knownUntil(tx: Transaction, year: FiscalYear): Promise<PlainDate> {
  const today = plainDate(tx.today);
  const last = dayOf(year, MONTHS_IN_YEAR, 31);
  if (today > last) return last;
  const first = dayOf(year, 1, 1);
  if (today < first) return first;
  const [row] = await tx.query<{ month: number | null }>(
    `SELECT max(month) AS month FROM line_month WHERE tenant_id = $1 AND fiscal_year = $2 AND actual_cents <> 0`,
    [tx.tenantId, year],
  );
  const month = row?.month ?? null;
  if (month === null) return today;
  const end = dayOf(year, month, daysInMonth(year, month));
  return end < today ? end : today;
}

function told(line: LineFacts, year: FiscalYear, asOf: PlainDate): Told {
  const monthsOf = (wanted: number): Cents[] => {
    const months = Array<Cents>(MONTHS_IN_YEAR).fill(ZERO_CENTS);
    for (const [of, month, amount] of line.months) if (of === wanted) months[month - 1] = cents(amount);
    return months;
  };
  const years = new Set(line.months.map(([of]) => of).filter((of) => of < year));
  const earlierYears = [...years].map((of) => ({ fiscalYear: toFiscalYear(of), monthCents: monthsOf(of) }));
  const forecast = yearEndForecast({
    fiscalYear: year,
    asOf,
    monthCents: monthsOf(year),
    earlierYears,
    boundCents: cents(line.bound_cents),
  });
  return { ...line, forecast, earlierYears };
}

function sumOf(lines: readonly Told[]): ForecastSum {
  return sumForecasts(
    lines.map(({ forecast, bound_cents: bound, authority_cents: authority }) => ({
      spentCents: forecast.spentCents,
      boundCents: cents(bound),
      forecastCents: forecast.forecastCents,
      authorityCents: authority === null ? null : cents(authority),
    })),
  );
}

function figuresOf(sum: ForecastSum, asOf: PlainDate, year: FiscalYear): ForecastFigures {
  return { ...sum, light: forecastLight(sum.forecastCents, sum.authorityCents, yearProgress(asOf, year)) };
}

/** What a line shares its authority with: its pool, or nothing but itself. */
const shareOf = ({ id, pool }: Told): string => pool?.id ?? id;

function lightsOf(lines: readonly Told[], asOf: PlainDate, year: FiscalYear): Map<string, ForecastFigures['light']> {
  const together = new Map<string, Told[]>();
  for (const line of lines) together.set(shareOf(line), [...(together.get(shareOf(line)) ?? []), line]);
  return new Map([...together].map(([key, members]) => [key, figuresOf(sumOf(members), asOf, year).light]));
}

const rank = ({ light }: ForecastFigures): number => FORECAST_LIGHTS.indexOf(light);

/** What would be left; an unknown authority leaves nothing to compare. */
const leftOf = ({ authorityCents, forecastCents }: ForecastFigures): number => (authorityCents ?? 0) - forecastCents;

/** $3: units that may be seen (null: all), $4: one line (null: all in the frames). Members of a pool come with it (T6). */
const factsSql = `
  WITH asked AS (
    SELECT l.line_id, l.pool_id FROM budget_line l
    WHERE l.tenant_id = $1 AND l.direction IN ('expense', 'payment') AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
      AND CASE WHEN $4::uuid IS NULL THEN l.frame IS NOT NULL AND l.archived_at IS NULL ELSE l.line_id = $4 END
  )
  SELECT l.line_id AS id, l.number, l.name, l.frame, l.line_id IN (SELECT line_id FROM asked) AS is_asked,
    CASE WHEN p.pool_id IS NOT NULL THEN json_build_object('id', p.pool_id, 'code', p.code, 'name', p.name) END AS pool,
    CASE WHEN NOT ${isAuthorityUnknown} THEN coalesce(b.adjusted_cents - b.lock_cents, 0) END AS authority_cents,
    coalesce(b.reservation_cents + b.commitment_cents, 0) AS bound_cents,
    coalesce((SELECT json_agg(json_build_array(m.fiscal_year, m.month, m.actual_cents)) FROM line_month m
      WHERE m.tenant_id = $1 AND m.line_id = l.line_id AND m.fiscal_year BETWEEN $2::integer - $5::integer AND $2
        AND m.actual_cents <> 0), '[]') AS months
  FROM budget_line l
  LEFT JOIN cover_pool p ON p.tenant_id = l.tenant_id AND p.pool_id = l.pool_id
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $2
  LEFT JOIN frame_ceiling c ON c.tenant_id = l.tenant_id AND c.frame = l.frame AND c.fiscal_year = $2
  WHERE l.tenant_id = $1 AND (l.line_id IN (SELECT line_id FROM asked) OR l.pool_id IN (SELECT pool_id FROM asked))`;
