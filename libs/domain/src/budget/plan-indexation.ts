import { type Cents, MAX_AMOUNT_CENTS, cents } from '../shared/cents';
import { type FiscalYear } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type AccountDirection } from './account-class';
import { type FrameCode } from './frame';

/** What a rule chooses its lines by: accounts or products that begin with its text, or the lines of a frame. */
export const INDEX_SELECTIONS = ['account', 'product', 'frame'] as const;
export type IndexSelection = (typeof INDEX_SELECTIONS)[number];

/**
 * What a rate is applied to: the amount of the year before (after its own rate), the copied amount of the same year, or what
 * the contracts of the line cost in the same year.
 */
export const INDEX_BASES = ['year_before', 'same_year', 'contracts'] as const;
export type IndexBasis = (typeof INDEX_BASES)[number];

/** What every line of a group is rounded to. */
export const INDEX_ROUNDINGS = ['cent', 'euro'] as const;
export type IndexRounding = (typeof INDEX_ROUNDINGS)[number];

/** Rates reach from -100 % to +100 % a year, in hundredths of a percent: 250 is +2.5 %. */
export const RATE_MAX_BASIS_POINTS = 10_000;

/** One rule of a copy: these lines, these rates. */
export interface IndexRule {
  readonly by: IndexSelection;
  /** Beginning of the account or product, or the code of the frame. */
  readonly value: string;
  readonly basis: IndexBasis;
  readonly rounding: IndexRounding;
  /** A year without a rate stays as it was copied; a rate of 0 repeats its basis. */
  readonly rates: readonly IndexRate[];
}

export interface IndexRate {
  readonly fiscalYear: FiscalYear;
  readonly basisPoints: number;
}

/** A line as it was copied. A year that is missing is not planned, which is not zero. */
export interface CopiedLine {
  readonly lineId: string;
  readonly account: string;
  readonly product: string;
  readonly frame: FrameCode | null;
  readonly direction: AccountDirection;
  readonly amounts: ReadonlyMap<FiscalYear, Cents>;
  /** What the contracts of the line cost in a year. A year that is missing is not known, which is not zero. */
  readonly contracts: ReadonlyMap<FiscalYear, Cents>;
}

/** An amount that a rule has set. */
export interface IndexedCell {
  readonly lineId: string;
  readonly fiscalYear: FiscalYear;
  readonly amountCents: Cents;
}

/** What a rule did in one year. Directions stay apart: expense and payments are never added together. */
export interface IndexEffect {
  /** Place of the rule, from 0. */
  readonly rule: number;
  readonly direction: AccountDirection;
  readonly fiscalYear: FiscalYear;
  readonly lines: number;
  /** Sum of what the rate was applied to. */
  readonly basisCents: Cents;
  /** The same lines as they were copied. */
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
}

export interface IndexedPlan {
  /** Only amounts that differ from the copied ones. */
  readonly cells: readonly IndexedCell[];
  readonly effects: readonly IndexEffect[];
}

export type IndexRefusal = Refusal<'INDEX_TOO_LARGE', { readonly lineId: string; readonly fiscalYear: FiscalYear }>;

/**
 * Applies rules to a copied plan. Each line follows the first rule that chooses it; a rule on contracts chooses only
 * lines with contracts whose costs are known in one of its years, the others follow the next rule. Within a rule the lines of a direction
 * are a group: its sum is the indexed sum, rounded once (half away from zero), and the lines share it by largest remainder
 * (R23, T27), so that no cent is lost or made. Equal remainders go to the earlier line.
 * Refuses when a line would exceed the largest amount of a cell.
 */
export function applyIndexRules(
  lines: readonly CopiedLine[],
  rules: readonly IndexRule[],
): Outcome<IndexedPlan, IndexRefusal> {
  const cells: IndexedCell[] = [];
  const effects: IndexEffect[] = [];
  for (const [place, rule] of rules.entries()) {
    const chosen = lines.filter((line) => governingRule(rules, line) === place);
    for (const direction of new Set(chosen.map((line) => line.direction))) {
      const group = chosen.filter((line) => line.direction === direction);
      for (const year of indexGroup(group, rule)) {
        const tooLarge = year.cells.find(({ afterCents }) => Math.abs(afterCents) > MAX_AMOUNT_CENTS);
        if (tooLarge !== undefined) {
          const { lineId } = tooLarge.line;
          return refuse({ code: 'INDEX_TOO_LARGE', params: { lineId, fiscalYear: year.fiscalYear } });
        }
        cells.push(...changedCells(year));
        effects.push({ rule: place, direction, ...effectOf(year) });
      }
    }
  }
  return ok({ cells, effects });
}

/** Whether a rule chooses a line. */
export function selects(
  rule: Pick<IndexRule, 'by' | 'value'>,
  line: Omit<CopiedLine, 'amounts' | 'contracts'>,
): boolean {
  if (rule.by === 'frame') return line.frame === rule.value;
  return line[rule.by].startsWith(rule.value);
}

/** Place of the rule that a line follows; -1 when it follows none. */
export const governingRule = (rules: readonly IndexRule[], line: CopiedLine): number =>
  rules.findIndex((rule) => governs(rule, line));

/** Whether a rule has something to say about a line that it chooses. */
function governs(rule: IndexRule, line: CopiedLine): boolean {
  if (!selects(rule, line)) return false;
  return rule.basis !== 'contracts' || rule.rates.some(({ fiscalYear }) => line.contracts.has(fiscalYear));
}

interface IndexedYear {
  readonly fiscalYear: FiscalYear;
  readonly cells: readonly {
    readonly line: CopiedLine;
    readonly basisCents: Cents;
    readonly afterCents: number;
  }[];
}

/** Year after year, since the next one may build on this one. */
function indexGroup(group: readonly CopiedLine[], rule: IndexRule): IndexedYear[] {
  const indexed = new Map<string, number>();
  const basisOf = (line: CopiedLine, year: FiscalYear): number | undefined => {
    if (rule.basis === 'contracts') return line.contracts.get(year);
    return amountOf(line, rule.basis === 'year_before' ? year - 1 : year);
  };
  const amountOf = (line: CopiedLine, year: number): number | undefined =>
    indexed.get(`${line.lineId} ${year}`) ?? line.amounts.get(year as FiscalYear);
  const years: IndexedYear[] = [];
  for (const { fiscalYear, basisPoints } of [...rule.rates].sort((a, b) => a.fiscalYear - b.fiscalYear)) {
    const based = group.flatMap((line) => {
      const basisCents = basisOf(line, fiscalYear);
      return basisCents === undefined ? [] : [{ line, basisCents: cents(basisCents) }];
    });
    const after = shareIndexedSum(
      based.map(({ basisCents }) => basisCents),
      basisPoints,
      rule.rounding,
    );
    const cells = based.map((one, at) => ({ ...one, afterCents: after[at] ?? 0 }));
    // Beyond the largest amount nothing follows; the caller refuses.
    if (cells.some(({ afterCents }) => Math.abs(afterCents) > MAX_AMOUNT_CENTS))
      return [...years, { fiscalYear, cells }];
    for (const { line, afterCents } of cells) indexed.set(`${line.lineId} ${fiscalYear}`, afterCents);
    years.push({ fiscalYear, cells });
  }
  return years;
}

/** The indexed sum of the amounts, rounded once, and each amount's share of it by largest remainder. In cents. */
function shareIndexedSum(amounts: readonly Cents[], basisPoints: number, rounding: IndexRounding): number[] {
  const unitCents = rounding === 'euro' ? 100n : 1n;
  const divisor = BigInt(RATE_MAX_BASIS_POINTS) * unitCents;
  const exact = amounts.map((amountCents) => BigInt(amountCents) * BigInt(RATE_MAX_BASIS_POINTS + basisPoints));
  const shares = exact.map((value) => floorDivide(value, divisor));
  const byRemainder = exact
    .map((value, at) => ({ at, remainder: value - (shares[at] ?? 0n) * divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1));
  const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
  let rest = roundDivide(sum(exact), divisor) - sum(shares);
  for (const { at } of byRemainder) {
    if (rest <= 0n) break;
    shares[at] = (shares[at] ?? 0n) + 1n;
    rest -= 1n;
  }
  return shares.map((share) => Number(share * unitCents));
}

/** Largest whole number not above the quotient; BigInt itself cuts towards zero. */
function floorDivide(value: bigint, divisor: bigint): bigint {
  const cut = value / divisor;
  return value % divisor < 0n ? cut - 1n : cut;
}

/** Half away from zero. */
function roundDivide(value: bigint, divisor: bigint): bigint {
  return (value * 2n + (value < 0n ? -divisor : divisor)) / (divisor * 2n);
}

function changedCells({ fiscalYear, cells }: IndexedYear): IndexedCell[] {
  return cells
    .filter(({ line, afterCents }) => line.amounts.get(fiscalYear) !== afterCents)
    .map(({ line, afterCents }) => ({ lineId: line.lineId, fiscalYear, amountCents: cents(afterCents) }));
}

function effectOf({ fiscalYear, cells }: IndexedYear): Omit<IndexEffect, 'rule' | 'direction'> {
  const sum = (amounts: readonly number[]): Cents => cents(amounts.reduce((total, amount) => total + amount, 0));
  return {
    fiscalYear,
    lines: cells.length,
    basisCents: sum(cells.map(({ basisCents }) => basisCents)),
    beforeCents: sum(cells.map(({ line }) => line.amounts.get(fiscalYear) ?? 0)),
    afterCents: sum(cells.map(({ afterCents }) => afterCents)),
  };
}
