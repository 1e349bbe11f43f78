import type { ChangeInvestment, CreateInvestment } from '@etatlotse/contracts/site';
import type { SiteChanged } from '@etatlotse/contracts/site/plain';
import { type Outcome, ok, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { checkUse, type UseRefusal } from '../hardware-use';
import { holdInvestment, insertInvestment, updateInvestment } from '../investment.repository';
import { type HeldSiteRefusal, holdSite, insertSiteEvent } from '../site.repository';

type SaveRefusal = UseRefusal | HeldSiteRefusal;

/** Enters what is to go into the network of a site, or went. */
export async function createInvestment(
  tx: Transaction,
  siteId: string,
  investment: CreateInvestment,
): Promise<Outcome<SiteChanged, SaveRefusal>> {
  const site = await holdSite(tx, siteId, null);
  if (!site.ok) return site;
  const use = await checkUse(tx, investment, siteId);
  if (!use.ok) return use;
  const id = await insertInvestment(tx, siteId, investment, use.value);
  const { name, amountCents, fiscalYear, state } = investment;
  await insertSiteEvent(tx, siteId, { kind: 'investment', reason: name });
  await tx.audit({
    action: 'site_investment.created',
    subjectType: 'site',
    subjectId: siteId,
    detail: { investmentId: id, amountCents, fiscalYear, state },
  });
  return ok({ id, version: 1 });
}

/** Changes an investment; one that comes to nothing is dropped and stays to be seen. */
export async function changeInvestment(
  tx: Transaction,
  siteId: string,
  investmentId: string,
  { version, reason = '', ...investment }: ChangeInvestment,
): Promise<Outcome<SiteChanged, SaveRefusal | Refusal<'NOT_FOUND'>>> {
  const site = await holdSite(tx, siteId, null);
  if (!site.ok) return site;
  const before = await holdInvestment(tx, investmentId);
  if (before === null || before.siteId !== siteId) return refuse({ code: 'NOT_FOUND', params: {} });
  if (before.version !== version) return refuse({ code: 'VERSION_STALE', params: {} });
  const use = await checkUse(tx, investment, siteId, { siteId, networkZone: before.networkZone });
  if (!use.ok) return use;
  await updateInvestment(tx, investmentId, investment, use.value);
  const { name, amountCents, fiscalYear, state } = investment;
  await insertSiteEvent(tx, siteId, { kind: 'investment', reason: reason.trim() === '' ? name : `${name}: ${reason}` });
  await tx.audit({
    action: 'site_investment.changed',
    subjectType: 'site',
    subjectId: siteId,
    detail: { investmentId, amountCents, fiscalYear, state },
  });
  return ok({ id: investmentId, version: version + 1 });
}
