import {
  ACCOUNT_DIRECTIONS,
  type AccountClass,
  type AccountDirection,
  type Sphere,
  SPHERES,
} from '../budget/account-class';
import type { ColumnTotal, GroupTotal } from './reading';

interface ColumnSum {
  rows: number;
  totalCents: number;
  readonly byAccountClass: Record<string, number>;
}

type Phase = GroupTotal['phase'];

interface GroupSum {
  readonly group: Omit<GroupTotal, 'amounts' | 'totalCents'>;
  amounts: number;
  totalCents: number;
}

const PHASES: readonly Phase[] = [
  'plan',
  'actual',
  'commitment_authority',
  'proposed',
  'adjusted',
  'commitment',
  'payment',
];

type GroupKeys = Readonly<Record<Phase, Readonly<Record<AccountDirection, Readonly<Record<Sphere, string>>>>>>;

const GROUP_KEYS = Object.fromEntries(
  PHASES.map((phase) => [
    phase,
    Object.fromEntries(
      ACCOUNT_DIRECTIONS.map((direction) => [
        direction,
        Object.fromEntries(SPHERES.map((sphere) => [sphere, `${phase} ${direction} ${sphere}`])),
      ]),
    ),
  ]),
) as GroupKeys;

/** Adds up the columns of a file in its own signs, and what it brings to each year, phase, direction and sphere. */
export class ControlSums {
  private readonly columns: ColumnSum[];
  private readonly groups = new Map<string, Map<number, GroupSum>>();
  private readonly sums: GroupSum[] = [];

  constructor(columns: number) {
    this.columns = Array.from({ length: columns }, () => ({ rows: 0, totalCents: 0, byAccountClass: {} }));
  }

  /** `group` is the first digit of the account or a direction; empty for a file with neither. */
  addCell(at: number, fileCents: number, group: string, ofGroup = fileCents): void {
    const sum = this.columns[at];
    if (sum === undefined) return;
    if (fileCents !== 0) sum.rows += 1;
    sum.totalCents += fileCents;
    if (group !== '') sum.byAccountClass[group] = (sum.byAccountClass[group] ?? 0) + ofGroup;
  }

  addAmount(fiscalYear: number, phase: Phase, meaning: AccountClass, ledgerCents: number): void {
    const sum = this.sumOf(fiscalYear, phase, meaning);
    if (ledgerCents !== 0) sum.amounts += 1;
    sum.totalCents += ledgerCents;
  }

  /** Called for every amount of a file: keys are made once, for all. */
  private sumOf(fiscalYear: number, phase: Phase, { direction, sphere }: AccountClass): GroupSum {
    const key = GROUP_KEYS[phase][direction][sphere];
    let years = this.groups.get(key);
    if (years === undefined) {
      years = new Map<number, GroupSum>();
      this.groups.set(key, years);
    }
    let sum = years.get(fiscalYear);
    if (sum === undefined) {
      sum = { group: { fiscalYear, phase, direction, sphere }, amounts: 0, totalCents: 0 };
      years.set(fiscalYear, sum);
      this.sums.push(sum);
    }
    return sum;
  }

  columnSum(at: number): Pick<ColumnTotal, 'rows' | 'totalCents' | 'byAccountClass'> {
    return this.columns[at] ?? { rows: 0, totalCents: 0, byAccountClass: {} };
  }

  groupTotals(): GroupTotal[] {
    return this.sums
      .filter(({ amounts }) => amounts > 0)
      .map(({ group, amounts, totalCents }) => ({ ...group, amounts, totalCents }))
      .sort((a, b) => a.fiscalYear - b.fiscalYear || compareKeys(a, b));
  }
}

function compareKeys(a: GroupTotal, b: GroupTotal): number {
  const [first, second] = [a, b].map(({ phase, direction, sphere }) => `${phase} ${direction} ${sphere}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
