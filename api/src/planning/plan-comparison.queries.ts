import { Injectable } from '@nestjs/common';
import type {
  ComparedSum,
  ComparedVersion,
  ComparisonAlignment,
  PlanComparison,
  PlanComparisonQuery,
} from '@etatlotse/contracts/planning';
import { planDifferenceCents } from '@etatlotse/domain/budget';
import { cents, fiscalYear, planningWindow, planYears } from '@etatlotse/domain/shared';
import { currencyOf } from '../platform/database/tenant-currency';
import type { Transaction } from '../platform/database/transactions';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { comparedVersionsSql, comparisonSql, YEARS_MAX } from './plan-comparison.sql';
import { readWholeVersions } from './whole-version';

const LINES_MAX = 20_000;
/** A whole city in four versions and six years is half a million cells. */
const COMPARISON_LIMIT_MS = 20_000;

type StoredVersion = Omit<ComparedVersion, 'asOf' | 'isKnown'> & { readonly basedOnId: string | null };
/** As the database answers: one slot for each version and year. */
interface StoredComparison extends Pick<PlanComparison, 'counts' | 'columns' | 'kinds' | 'rulePlaces'> {
  readonly slots: readonly Amounts[];
  readonly sums: readonly (Pick<ComparedSum, 'group' | 'key' | 'direction'> & { readonly slots: Amounts })[];
}

/** By the number of versions. */
const statements = new Map([2, 3, 4].map((versions) => [versions, comparisonSql(versions)]));

/** Versions side by side. The database finds what differs; only that is answered, with the sums of everything. */
@Injectable()
export class PlanComparisonQueries {
  constructor(private readonly transactions: Transactions) {}

  /** What the amounts of a comparison are in. */
  currency(caller: Caller): Promise<string> {
    return this.transactions.run(caller, currencyOf);
  }

  /** Null when one of the versions does not exist. */
  async compare(caller: Caller, query: PlanComparisonQuery): Promise<PlanComparison | null> {
    return this.transactions.run(caller, async (tx) => {
      const versions = await readVersions(tx, query);
      const [base] = versions;
      if (base === undefined || versions.length < askedIds(query).length) return null;
      await readWholeVersions(tx, COMPARISON_LIMIT_MS);
      const alignment = query.alignment ?? (versions.every(isOfYears(base)) ? 'calendar' : 'plan_year');
      const years = yearsOf(versions, alignment, query);
      const [row] = await tx.query<{ comparison: StoredComparison }>(statements.get(versions.length) ?? '', [
        tx.tenantId,
        versions.map(({ id }) => id),
        versions.map((version) => shiftOf(base, version, alignment)),
        years,
        versions.map(({ asOf }) => asOf),
        query.frame ?? null,
        query.subBudget ?? null,
        query.q === undefined ? null : `%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`,
        query.kind ?? null,
        versions.filter(({ rules }) => rules.length > 0).map(({ id }) => id),
        LINES_MAX,
      ]);
      if (row === undefined) throw new Error('The comparison has no answer.');
      const { slots, sums, ...comparison } = row.comparison;
      const toAmounts = (flat: readonly (number | null)[]): Amounts[] =>
        versions.map((_, place) => flat.slice(place * YEARS_MAX, place * YEARS_MAX + years.length));
      const amountCents = slots.map(toAmounts);
      return {
        versions,
        alignment,
        years,
        ...comparison,
        amountCents,
        differenceCents: amountCents.map(differencesOf),
        sums: sums.map(({ slots: flat, ...sum }) => ({
          ...sum,
          amountCents: toAmounts(flat),
          differenceCents: differencesOf(toAmounts(flat)),
        })),
        isTruncated: comparison.counts.listed > LINES_MAX,
      };
    });
  }
}

const askedIds = ({ base, second, third, fourth }: PlanComparisonQuery): string[] =>
  [base, second, third, fourth].filter((id) => id !== undefined);

/** In the order in which they were asked for; a version may stand there twice, as of two days. */
async function readVersions(tx: Transaction, query: PlanComparisonQuery): Promise<ComparedVersion[]> {
  const ids = askedIds(query);
  const stored = await tx.query<StoredVersion>(comparedVersionsSql, [tx.tenantId, ids]);
  return ids.flatMap((id, place) => {
    const version = stored.find((one) => one.id === id);
    if (version === undefined) return [];
    const { basedOnId, ...facts } = version;
    const asOf = (place === 0 ? query.baseAsOf : undefined) ?? query.asOf ?? null;
    return [
      {
        ...facts,
        asOf,
        isKnown: asOf === null || asOf >= facts.knownFrom,
        rules: place > 0 && basedOnId === query.base ? facts.rules : [],
      },
    ];
  });
}

const isOfYears =
  (base: ComparedVersion) =>
  (version: ComparedVersion): boolean =>
    version.firstYear === base.firstYear;

const shiftOf = (base: ComparedVersion, version: ComparedVersion, alignment: ComparisonAlignment): number =>
  alignment === 'plan_year' ? base.firstYear - version.firstYear : 0;

/** Years that every version shows; where they share none, those of the first. */
function yearsOf(
  versions: readonly ComparedVersion[],
  alignment: ComparisonAlignment,
  query: PlanComparisonQuery,
): number[] {
  const [base] = versions;
  const windows = versions.map((version) =>
    planningWindow(planYears(fiscalYear(version.firstYear), fiscalYear(version.lastYear))).map(
      (year) => year + (base === undefined ? 0 : shiftOf(base, version, alignment)),
    ),
  );
  const ofBase = windows[0] ?? [];
  const shared = ofBase.filter((year) => windows.every((window) => window.includes(year)));
  return (shared.length > 0 ? shared : ofBase).filter(
    (year) => year >= (query.firstYear ?? year) && year <= (query.lastYear ?? year),
  );
}

type Amounts = readonly (number | null)[];

const toCents = (amount: number | null | undefined) => (amount === null || amount === undefined ? null : cents(amount));

/** Every version after the first less the first, year by year. */
function differencesOf(versions: readonly Amounts[]): (number | null)[][] {
  const [base = []] = versions;
  return versions
    .slice(1)
    .map((other) => other.map((amount, at) => planDifferenceCents(toCents(base[at]), toCents(amount))));
}
