import type { BenefitChanged, RecordBenefitFigure } from '@etatlotse/contracts/benefit';
import { checkFigure, type FigureRefusal } from '@etatlotse/domain/benefit';
import { ok, type Outcome, plainDate } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldRefusal, holdBenefit, insertFigure, readFigures } from '../benefit.repository';

/** Records what is planned for a year or what came in it. What stood there before stays, with the reason for the new one. */
export async function recordFigure(
  tx: Transaction,
  benefitId: string,
  { version, ...request }: RecordBenefitFigure,
): Promise<Outcome<BenefitChanged, HeldRefusal | FigureRefusal>> {
  const held = await holdBenefit(tx, benefitId, version);
  if (!held.ok) return held;
  const figure = { ...request, reason: request.reason ?? '' };
  const known = await readFigures(tx, benefitId);
  const checked = checkFigure(figure, { today: plainDate(tx.today), known });
  if (!checked.ok) return checked;
  await insertFigure(tx, benefitId, figure);
  await bump(tx, benefitId);
  const { fiscalYear, kind, hours, amountCents } = figure;
  await tx.audit({
    action: 'benefit.recorded',
    subjectType: 'benefit',
    subjectId: benefitId,
    detail: { fiscalYear, kind, hours, amountCents },
  });
  return ok({ id: benefitId, version: version + 1 });
}

async function bump(tx: Transaction, benefitId: string): Promise<void> {
  await tx.execute(`UPDATE benefit SET version = version + 1 WHERE tenant_id = $1 AND benefit_id = $2`, [
    tx.tenantId,
    benefitId,
  ]);
}
