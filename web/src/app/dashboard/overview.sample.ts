import type { LineGrid, LineRow } from '@etatlotse/contracts/budget';
import type {
  AttentionLine,
  BalanceFigures,
  BudgetOverview,
  FrameOverview,
  OrderRow,
} from '@etatlotse/contracts/budget/plain';

/*
 * Figures for the tests of this folder: a small city on 5 October 2026. Kern-IT 3,500,000.00, Schulnetze 1,500,000.00, Gebühren
 * without a ceiling.
 */

const NOTHING: BalanceFigures = {
  appropriationCents: 0,
  carryOverCents: 0,
  overPlanCents: 0,
  outsidePlanCents: 0,
  earmarkCents: 0,
  transferCents: 0,
  adjustedCents: 0,
  lockCents: 0,
  reservationCents: 0,
  commitmentCents: 0,
  actualCents: 0,
  availableCents: 0,
};

/** A balance whose totals follow from what is given. */
export function balance(given: Partial<Omit<BalanceFigures, 'adjustedCents' | 'availableCents'>>): BalanceFigures {
  const all = { ...NOTHING, ...given };
  const adjustedCents =
    all.appropriationCents +
    all.carryOverCents +
    all.overPlanCents +
    all.outsidePlanCents +
    all.earmarkCents +
    all.transferCents;
  const claimed = all.lockCents + all.reservationCents + all.commitmentCents + all.actualCents;
  return { ...all, adjustedCents, availableCents: adjustedCents - claimed };
}

const CORE = balance({
  appropriationCents: 350_000_000,
  carryOverCents: 15_000_000,
  lockCents: 35_000_000,
  reservationCents: 4_000_000,
  commitmentCents: 61_000_000,
  actualCents: 190_000_000,
});
const SCHOOL = balance({ appropriationCents: 150_000_000, commitmentCents: 54_500_000, actualCents: 61_000_000 });
const FEES = balance({ commitmentCents: 8_400_000, actualCents: 21_248_000 });

function sum(...parts: readonly BalanceFigures[]): BalanceFigures {
  const keys = Object.keys(NOTHING) as (keyof BalanceFigures)[];
  return Object.fromEntries(
    keys.map((key) => [key, parts.reduce((all, part) => all + part[key], 0)]),
  ) as unknown as BalanceFigures;
}

function frame(code: FrameOverview['frame'], ceilingCents: number | null, figures: BalanceFigures): FrameOverview {
  return {
    ...figures,
    frame: code,
    ceilingCents,
    availableCents: ceilingCents === null ? null : figures.availableCents,
    operating: figures,
    investing: NOTHING,
    lines: 2,
  };
}

export const ATTENTION: AttentionLine = {
  ...balance({ appropriationCents: 1_000_000, commitmentCents: 200_000, actualCents: 1_000_000 }),
  lineId: 'line-1',
  number: '4S.100001',
  name: 'Fachverfahren Jugendhilfe',
  frame: 'CORE',
  reason: 'overdrawn',
  reasonCents: 200_000,
};

/** The overview; `feesCeilingCents` null is unknown, 0 is a decision. */
export function overview(
  feesCeilingCents: number | null = null,
  changes: Partial<BudgetOverview> = {},
): BudgetOverview {
  const isUnknown = feesCeilingCents === null;
  const known = isUnknown ? sum(CORE, SCHOOL) : sum(CORE, SCHOOL, FEES);
  return {
    fiscalYear: 2026,
    asOf: '2026-10-05T05:30:00.000Z',
    today: '2026-10-05',
    yearElapsedPermille: 761,
    frames: [
      frame('CORE', 350_000_000, CORE),
      frame('SCHOOL_NET', 150_000_000, SCHOOL),
      frame('FEES', feesCeilingCents, FEES),
    ],
    totals: {
      ...sum(CORE, SCHOOL, FEES),
      availableCents: known.availableCents,
      ceilingCents: 500_000_000 + (feesCeilingCents ?? 0),
      unknownFrames: isUnknown ? ['FEES'] : [],
    },
    known,
    outsideFrames: { lines: 0, adjustedCents: 0, availableCents: 0 },
    months: Array.from({ length: 12 }, (_, at) => ({
      month: at + 1,
      actualCents: at < 9 ? 30_000_000 : at === 9 ? 2_248_000 : 0,
      evenShareCents: 42_916_667,
    })),
    runOrChange: { runCents: 300_000_000, changeCents: 200_000_000, unmarkedCents: 0 },
    largest: [
      {
        lineId: 'line-2',
        number: '4E.100002',
        name: 'DMS-Ausbau',
        frame: 'CORE',
        runOrChange: 'change',
        adjustedCents: 103_000_000,
      },
      {
        lineId: 'line-3',
        number: '4S.100003',
        name: 'Rechenzentrum',
        frame: 'CORE',
        runOrChange: null,
        adjustedCents: 50_000_000,
      },
    ],
    attention: [ATTENTION],
    reconciliation: { checkedAt: '2026-10-05T05:30:00.000Z', differenceCents: 0 },
    ...changes,
  };
}

export function line(changes: Partial<LineRow>): LineRow {
  return {
    ...CORE,
    id: 'line-2',
    number: '4E.100002',
    name: 'DMS-Ausbau',
    frame: 'CORE',
    unitId: 'unit-1',
    unitCode: 'FB 40',
    product: '111',
    account: '429100',
    direction: 'expense',
    sphere: 'operating',
    runOrChange: 'change',
    poolId: null,
    overAuthority: false,
    isAuthorityUnknown: false,
    isProvisional: false,
    isArchived: false,
    ...changes,
  };
}

/** Lines as the API sends them: one array for each field. */
export function grid(lines: readonly LineRow[], unknownFrames: LineGrid['totals']['unknownFrames'] = []): LineGrid {
  const keys = Object.keys(line({})) as (keyof LineRow)[];
  const known = lines.filter(({ isAuthorityUnknown }) => !isAuthorityUnknown);
  const columns: Partial<Record<keyof LineRow, readonly unknown[]>> = {};
  for (const key of keys) columns[key] = lines.map((row) => row[key]);
  return {
    columns: columns as LineGrid['columns'],
    totals: { lines: lines.length, balance: sum(...known), byDirection: [], unknownFrames },
    isTruncated: false,
  };
}

/** The lines of the whole sample city: one for each frame. */
export const CITY_LINES: readonly LineRow[] = [
  line({ ...CORE, id: 'line-2', frame: 'CORE' }),
  line({ ...SCHOOL, id: 'line-4', number: '5S.100001', name: 'LAN Schulen', frame: 'SCHOOL_NET' }),
  line({ ...FEES, id: 'line-5', number: '6S.100001', name: 'Telefon', frame: 'FEES', isAuthorityUnknown: true }),
];

export function order(changes: Partial<OrderRow>): OrderRow {
  return {
    id: 'order-1',
    number: 'B-26-0001',
    lineId: 'line-2',
    lineNumber: '4E.100002',
    lineName: 'DMS-Ausbau',
    fiscalYear: 2026,
    supplier: 'Elm Systemhaus KG',
    subject: 'Lizenzen',
    state: 'ordered',
    orderedOn: '2026-01-02',
    ageDays: 276,
    reservedCents: 0,
    committedCents: 150_000,
    spentCents: 0,
    steps: [],
    version: 1,
    ...changes,
  };
}
