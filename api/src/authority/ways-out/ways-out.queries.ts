import { Injectable } from '@nestjs/common';
import type {
  ConsultationMeeting,
  CoverCandidate,
  LineName,
  WaysOutOfLine,
  WaysOutQuery,
} from '@etatlotse/contracts/authority';
import { may, unitScope } from '@etatlotse/domain/access';
import {
  carryOverLimits,
  decidingBody,
  type ExtraThreshold,
  findCover,
  type RuleSettings,
  type WayOffer,
} from '@etatlotse/domain/authority';
import { availableCents, type CoverFacts, type LineBalance, type WayOutCode } from '@etatlotse/domain/budget';
import { consultationPath } from '@etatlotse/domain/council';
import { type Cents, cents, fiscalYear as toFiscalYear, plainDate, sumCents } from '@etatlotse/domain/shared';
import { type BookableLine, readSituation } from '../../budget';
import { readCalendar } from '../../council';
import { type Transaction, Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { ruleSettings } from '../rule/rule-setting.repository';
import { investmentCoverUsed } from '../transfer/transfer.repository';
import { readYearEndLines } from '../year-end/year-end-line.repository';
import {
  continuedSql,
  expenseDonorsSql,
  lineNameSql,
  oneSidedDonorsSql,
  transferDonorsSql,
  unrecordedGrantSql,
} from './ways-out.sql';

/** The lines that could give, by the way on which they would. */
type Candidates = Partial<Record<WayOutCode, readonly CoverCandidate[]>>;

/** The lawful ways out of a missing amount, with amounts and donors that the caller may see. */
@Injectable()
export class WaysOutQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the line does not exist for the caller, or is none that spends. */
  async find(caller: Caller, lineId: string, query: WaysOutQuery): Promise<WaysOutOfLine | null> {
    const { fiscalYear, missingCents } = query;
    return this.transactions.run(caller, async (tx) => {
      const line = await readSituation(tx, { lineId, fiscalYear }, null);
      if (line === null || !line.isBookable || !may(caller.actor, 'budget.read', { unitId: line.unitId })) return null;
      const settings = await ruleSettings(tx, fiscalYear);
      const scope = unitScope(caller.actor, 'budget.read');
      const found = await findFacts(tx, { line, fiscalYear, settings, scope });
      const { balance, poolBalance } = line.situation;
      const grantedCents = cents(balance.overPlanCents + balance.outsidePlanCents);
      const offers = findCover({
        fiscalYear: toFiscalYear(fiscalYear),
        missingCents: cents(missingCents),
        hasAppropriation: balance.appropriationCents > 0,
        facts: found.facts,
        grantedCents,
        threshold: thresholdFor(settings, line, balance),
      });
      const [named] = await tx.query<{ line: LineName; is_example: boolean }>(lineNameSql, [
        tx.tenantId,
        lineId,
        fiscalYear,
      ]);
      if (named === undefined) return null;
      return {
        line: named.line,
        fiscalYear,
        missingCents,
        availableCents: availableCents(poolBalance ?? balance),
        level: poolBalance === undefined ? 'line' : 'pool',
        grantedCents,
        isThresholdExample: named.is_example,
        ways: await withMeetings(tx, offers, found.candidates),
      };
    });
  }
}

/** Where a body decides, the meetings that a paper of today still reaches. */
async function withMeetings(
  tx: Transaction,
  offers: readonly WayOffer[],
  candidates: Candidates,
): Promise<WaysOutOfLine['ways']> {
  const { bodies, meetings } = await readCalendar(tx);
  const wayTo = (offer: WayOffer): ConsultationMeeting[] => {
    const kind = decidingBody(offer.decider);
    if (kind === null) return [];
    return consultationPath(kind, bodies, meetings, plainDate(tx.today)).map((step) => ({
      body: step.body.name,
      heldOn: step.meeting?.heldOn ?? null,
      papersDueOn: step.papersDueOn,
    }));
  };
  return offers.map((offer) => ({ ...offer, candidates: candidates[offer.code] ?? [], meetings: wayTo(offer) }));
}

interface Search {
  readonly line: BookableLine;
  readonly fiscalYear: number;
  readonly settings: RuleSettings;
  readonly scope: readonly string[] | null;
}

/** What the ledger, the declared rights and the register of grants know. */
async function findFacts(
  tx: Transaction,
  search: Search,
): Promise<{ readonly facts: CoverFacts; readonly candidates: Candidates }> {
  const { line, fiscalYear, scope } = search;
  const donors = (sql: string): Promise<CoverCandidate[]> =>
    tx.query<CoverCandidate>(sql, [tx.tenantId, fiscalYear, scope, line.lineId]);
  const oneSided = line.reserve === null ? await donors(oneSidedDonorsSql) : [];
  const transferable = line.reserve === null ? await donors(transferDonorsSql) : [];
  const acrossTheWall = line.sphere === 'investing' && line.reserve === null ? await donors(expenseDonorsSql) : [];
  const roomCents = await investmentRoom(tx, search);
  const restCents = await lastYearsRest(tx, line.lineId, fiscalYear);
  const [grant] = await tx.query<{ more_cents: number }>(unrecordedGrantSql, [tx.tenantId, fiscalYear, line.lineId]);
  const [continued] = await tx.query<{ is_continued: boolean }>(continuedSql, [tx.tenantId, fiscalYear, line.lineId]);
  return {
    facts: {
      oneSidedCoverCents: together(oneSided),
      earmarkedRevenueCents: cents(grant?.more_cents ?? 0),
      ...(restCents === null ? {} : { unusedCarryOverCents: restCents }),
      transferableCents: together(transferable),
      investmentCoverCents: cents(Math.min(roomCents, together(acrossTheWall))),
      isContinuedInvestment: line.sphere === 'investing' && continued?.is_continued === true,
    },
    candidates: { one_sided_cover: oneSided, transfer: transferable, investment_cover: acrossTheWall },
  };
}

/** What the last year may still give while its books are open; null when they are not, or the line may carry nothing over. */
async function lastYearsRest(tx: Transaction, lineId: string, fiscalYear: number): Promise<Cents | null> {
  const lastYear = fiscalYear - 1;
  const open = await tx.query(
    `SELECT FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2 AND books_state = 'open'`,
    [tx.tenantId, lastYear],
  );
  if (open.length === 0) return null;
  const [facts] = await readYearEndLines(tx, lastYear, [lineId]);
  return facts === undefined ? null : carryOverLimits(facts.line).maximumCents;
}

const together = (candidates: readonly CoverCandidate[]) =>
  sumCents(candidates.map(({ givableCents }) => cents(givableCents)));

/** What the limit of the year leaves for an investment from current expense; nothing where no note allows it. */
async function investmentRoom(tx: Transaction, { line, fiscalYear, settings }: Search): Promise<number> {
  const limitCents = settings.oneWayInvestmentLimitCents;
  if (limitCents === null) return 0;
  return Math.max(0, limitCents - (await investmentCoverUsed(tx, line.lineId, fiscalYear)));
}

/** The threshold that says who decides on extra authority for this line. */
function thresholdFor(settings: RuleSettings, { sphere }: BookableLine, balance: LineBalance): ExtraThreshold | null {
  const kind = balance.appropriationCents > 0 ? 'over_plan' : 'outside_plan';
  return settings.extraThresholds.find((one) => one.kind === kind && one.sphere === sphere) ?? null;
}
