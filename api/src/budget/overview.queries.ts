import { Injectable } from '@nestjs/common';
import type { AttentionLine, BalanceFigures, BudgetOverview, FrameOverview } from '@etatlotse/contracts/budget/plain';
import type { FrameSource, SnapshotBooking, SnapshotLine, SnapshotOverview } from '@etatlotse/contracts/snapshot/plain';
import { unitScope } from '@etatlotse/domain/access';
import {
  type AttentionFacts,
  FRAME_CODES,
  type FrameCode,
  linesNeedingAttention,
  monthsOf,
  type Phasing,
  phasingOf,
  sumMonths,
  yearProgress,
} from '@etatlotse/domain/budget';
import { type Cents, cents, fiscalYear as toFiscalYear, plainDate, sumCents } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ledgerAsOfSql } from './ledger-as-of.sql';
import { overviewSql } from './overview.sql';

const ATTENTION_SHOWN = 10;

type LineFacts = AttentionFacts &
  Pick<AttentionLine, 'lineId' | 'number' | 'name' | 'frame' | 'adjustedCents' | 'availableCents'>;

/** A line with own months in the plan in force, and what it has by now. */
interface PhasedLine {
  readonly kind: Phasing['kind'];
  readonly months: readonly number[];
  readonly adjustedCents: number;
}

/** What the statement answers: everything but what the domain decides from it. */
interface RawOverview {
  readonly asOf: string | null;
  readonly frames: readonly (Omit<FrameOverview, 'availableCents'> & { readonly availableCents: number })[];
  readonly ceilingCents: number;
  readonly all: BalanceFigures;
  readonly known: BalanceFigures;
  readonly outsideFrames: BudgetOverview['outsideFrames'];
  readonly months: readonly number[];
  readonly phased: readonly PhasedLine[];
  readonly runOrChange: BudgetOverview['runOrChange'];
  readonly largest: BudgetOverview['largest'];
  readonly lines: readonly LineFacts[];
  readonly reconciliation: BudgetOverview['reconciliation'];
}

/** The ledger of the IT frames up to a day: the overview, its lines, and the bookings behind them. */
interface LedgerAsOf {
  readonly overview: SnapshotOverview;
  readonly lines: readonly SnapshotLine[];
  readonly bookings: readonly SnapshotBooking[];
  readonly frameSources: readonly FrameSource[];
}

/** The year at a glance, from balances alone: its cost does not grow with the ledger. */
@Injectable()
export class OverviewQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Figures of the frames the caller may see: the whole city, or the lines of the caller's units. */
  async overview(caller: Caller, fiscalYear: number): Promise<BudgetOverview> {
    return this.transactions.run(caller, async (tx) => {
      const [row] = await tx.queryLast<{ overview: RawOverview }>(overviewSql, [
        tx.tenantId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
        tx.today,
      ]);
      if (row === undefined) throw new Error('The overview statement always answers one row.');
      return build(row.overview, fiscalYear, tx.today);
    });
  }

  /** The whole city up to a day, by the day of the booking: what is frozen for a committee. All of it in one statement. */
  async asOf(caller: Caller, fiscalYear: number, day: string): Promise<LedgerAsOf> {
    return this.transactions.run(caller, async (tx) => {
      const [row] = await tx.query<Omit<LedgerAsOf, 'overview'> & { readonly overview: RawOverview }>(ledgerAsOfSql, [
        tx.tenantId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
        tx.today,
        day,
      ]);
      if (row === undefined) throw new Error('The overview statement always answers one row.');
      const { attention: _internal, ...overview } = build(row.overview, fiscalYear, day);
      return { ...row, overview };
    });
  }
}

function build(raw: RawOverview, fiscalYear: number, today: string): BudgetOverview {
  const progress = yearProgress(plainDate(today), toFiscalYear(fiscalYear));
  const shares = plannedMonths(cents(raw.known.adjustedCents), raw.phased);
  return {
    fiscalYear,
    asOf: raw.asOf,
    today,
    yearElapsedPermille: Math.floor((progress.elapsedDays * 1000) / progress.totalDays),
    frames: FRAME_CODES.flatMap((code) => raw.frames.filter(({ frame }) => frame === code)).map(hideUnknown),
    totals: {
      ...raw.all,
      availableCents: raw.known.availableCents,
      ceilingCents: raw.ceilingCents,
      unknownFrames: unknownFrames(raw),
    },
    known: raw.known,
    outsideFrames: raw.outsideFrames,
    months: raw.months.map((actualCents, index) => ({
      month: index + 1,
      actualCents,
      evenShareCents: shares[index] ?? 0,
    })),
    runOrChange: raw.runOrChange,
    largest: raw.largest,
    attention: attentionOf(raw.lines, progress),
    reconciliation: raw.reconciliation,
  };
}

/** Lines with own months as they are phased, all others together in equal twelfths; the sum is the adjusted appropriation. */
function plannedMonths(knownCents: Cents, phased: readonly PhasedLine[]): Cents[] {
  const own = phased.map((line) => monthsOf(cents(line.adjustedCents), phasingOf(line.kind, line.months)));
  const restCents = cents(knownCents - sumCents(own.flat()));
  return sumMonths([monthsOf(restCents, null), ...own]);
}

/** Without a ceiling nobody knows what is available: not the sum of what was granted, and not zero (R26). */
function hideUnknown(frame: RawOverview['frames'][number]): FrameOverview {
  return { ...frame, availableCents: frame.ceilingCents === null ? null : frame.availableCents };
}

function unknownFrames(raw: RawOverview): FrameCode[] {
  return FRAME_CODES.filter((code) =>
    raw.frames.some(({ frame, ceilingCents }) => frame === code && ceilingCents === null),
  );
}

function attentionOf(lines: readonly LineFacts[], progress: ReturnType<typeof yearProgress>): AttentionLine[] {
  const known = new Map(lines.map((line) => [line.lineId, line]));
  return linesNeedingAttention(lines, progress)
    .slice(0, ATTENTION_SHOWN)
    .flatMap(({ lineId, reason, amountCents }) => {
      const line = known.get(lineId);
      if (line === undefined) return [];
      const { balance, poolBalance: _, hasOverAuthorityImport: __, oldestOrder: ___, ...facts } = line;
      return [{ ...facts, ...balance, reason, reasonCents: amountCents }];
    });
}
