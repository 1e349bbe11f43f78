import { type Actor, may } from '@etatlotse/domain/access';
import {
  decideTransfer,
  type TransferDecision,
  type TransferLine,
  type TransferRefusal,
} from '@etatlotse/domain/authority';
import { cents, type Outcome } from '@etatlotse/domain/shared';
import { type BookableLine, holdSituations, readSituation } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import { ruleSettings } from '../rule/rule-setting.repository';
import { investmentCoverUsed } from './transfer.repository';

/** Between which lines how much is to move. */
export interface TransferQuestion {
  readonly fromLineId: string;
  readonly toLineId: string;
  readonly fiscalYear: number;
  readonly amountCents: number;
  readonly budgetNote?: string;
}

/** The two lines of a transfer as they stand. */
export interface TransferLines {
  readonly from: BookableLine;
  readonly to: BookableLine;
}

/** Holds both lines and their pools and reads them; null where one does not exist here. */
export async function holdTransferLines(tx: Transaction, question: TransferQuestion): Promise<TransferLines | null> {
  const { fromLineId, toLineId, fiscalYear } = question;
  const held = await holdSituations(tx, [fromLineId, toLineId], fiscalYear, null);
  const from = held?.get(fromLineId);
  const to = held?.get(toLineId);
  return from === undefined || to === undefined ? null : { from, to };
}

/** The same without holding anything: for asking while typing. */
export async function readTransferLines(tx: Transaction, question: TransferQuestion): Promise<TransferLines | null> {
  const { fromLineId, toLineId, fiscalYear } = question;
  const from = await readSituation(tx, { lineId: fromLineId, fiscalYear }, null);
  const to = await readSituation(tx, { lineId: toLineId, fiscalYear }, null);
  return from === null || to === null ? null : { from, to };
}

/** Whether somebody may see both lines; what one may not see does not exist. */
export function seesBoth(actor: Actor | null, { from, to }: TransferLines): boolean {
  return actor !== null && [from, to].every(({ unitId }) => may(actor, 'budget.read', { unitId }));
}

/** Asks the domain, with the settings of the year and what the investment line has received already. */
export async function judgeTransfer(
  tx: Transaction,
  question: TransferQuestion,
  { from, to }: TransferLines,
  isOneSided = false,
): Promise<Outcome<TransferDecision, TransferRefusal>> {
  const settings = await ruleSettings(tx, question.fiscalYear);
  return decideTransfer({
    from: transferLine(from),
    to: transferLine(to),
    amountCents: cents(question.amountCents),
    isOneSided,
    budgetNote: question.budgetNote ?? '',
    investmentCover: {
      limitCents: settings.oneWayInvestmentLimitCents,
      usedCents: cents(await investmentCoverUsed(tx, question.toLineId, question.fiscalYear)),
    },
  });
}

/** What the domain sees of a line. */
export function transferLine(line: BookableLine): TransferLine {
  const { lineId, number, direction, sphere, subBudget, poolId, reserve, situation } = line;
  return { lineId, number, direction, sphere, subBudget, poolId, reserve, situation };
}
