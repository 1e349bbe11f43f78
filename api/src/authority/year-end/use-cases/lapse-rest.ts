import { hasLapsed, lapsingCents, lastDayOfRest, unusedRests } from '@etatlotse/domain/authority';
import { type Cents, fiscalYear as toFiscalYear, lastDayOf, plainDate, ZERO_CENTS } from '@etatlotse/domain/shared';
import { lockBalances, writeMovements } from '../../../budget';
import type { Transaction } from '../../../platform/database/transactions';
import { endRest, findCarryOvers, holdCarryOvers, liveOn, type StoredCarryOver } from '../carry-over.repository';
import { readBegunOn, readYearEndLines } from '../year-end-line.repository';

/**
 * Brings one rest to its end if its time is over: what is unused is taken back by a movement in the year it stands in. In a
 * year whose books have closed nothing is booked; the rest ends there without one. Answers whether the rest has ended.
 */
export async function lapseRest(tx: Transaction, id: string): Promise<boolean> {
  const [found] = await findCarryOvers(tx, [id]);
  if (found === undefined) return false;
  const { lineId, toYear } = found;
  await lockBalances(tx, [{ lineId, fiscalYear: toYear }]);
  const [rest] = await holdCarryOvers(tx, [id]);
  // Another process may have been here first.
  if (rest === undefined || rest.state !== 'approved') return false;
  const isOpen = await isYearOpen(tx, toYear);
  if (isOpen && (await livesOn(tx, rest))) return false;
  const lapsedCents = await unusedOf(tx, rest);
  if (isOpen && lapsedCents > 0) await takeBack(tx, rest, lapsedCents);
  await endRest(tx, id, lapsedCents);
  if (lapsedCents > 0) {
    await tx.audit({
      action: 'carry_over.lapsed',
      subjectType: 'budget_line',
      subjectId: lineId,
      detail: { carryOverId: id, fiscalYear: toYear, originYear: rest.originYear, amountCents: lapsedCents },
    });
  }
  return true;
}

/** Its last day has not passed, or it is an investment that was begun in time (T10b). */
async function livesOn(tx: Transaction, rest: StoredCarryOver): Promise<boolean> {
  if (rest.kind === 'investment') {
    const begunOn = await readBegunOn(tx, rest.lineId, rest.originYear);
    if (lastDayOfRest('investment', toFiscalYear(rest.originYear), begunOn) === null) {
      await liveOn(tx, rest.id);
      return true;
    }
  }
  return !hasLapsed(rest.expiresOn === null ? null : plainDate(rest.expiresOn), plainDate(tx.today));
}

async function unusedOf(tx: Transaction, rest: StoredCarryOver): Promise<Cents> {
  const [facts] = await readYearEndLines(tx, rest.toYear, [rest.lineId]);
  if (facts === undefined) return ZERO_CENTS;
  const { line } = facts;
  const unused = unusedRests(line.rests, line.balance.actualCents);
  const left = unused.find(({ carryOverId }) => carryOverId === rest.id)?.amountCents ?? ZERO_CENTS;
  return lapsingCents(line, left);
}

async function takeBack(tx: Transaction, rest: StoredCarryOver, amountCents: Cents): Promise<void> {
  const written = await writeMovements(tx, [
    {
      lineId: rest.lineId,
      fiscalYear: rest.toYear,
      kind: 'carry_over',
      amountCents: -amountCents,
      bookedOn: lastDayOf(toFiscalYear(rest.toYear)),
      source: 'person',
      text: `Haushaltsrest aus ${rest.originYear} verfallen (§ 20 KomHKVO)`,
      reason: rest.reason,
      decisionId: rest.id,
    },
  ]);
  if (written.length !== 1) throw new Error('The books closed while a rest was lapsing.');
}

async function isYearOpen(tx: Transaction, fiscalYear: number): Promise<boolean> {
  const [year] = await tx.query<{ is_open: boolean }>(
    `SELECT books_state = 'open' AS is_open FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2`,
    [tx.tenantId, fiscalYear],
  );
  return year?.is_open === true;
}
