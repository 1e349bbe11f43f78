import type { TakeSiteStep } from '@etatlotse/contracts/site';
import type { SiteChanged } from '@etatlotse/contracts/site/plain';
import { type Outcome, ok, plainDate } from '@etatlotse/domain/shared';
import { decideSiteStep, type SiteStepRefusal } from '@etatlotse/domain/site';
import type { Transaction } from '../../platform/database/transactions';
import { type HeldSiteRefusal, holdSite, insertSiteEvent, setClosed } from '../site.repository';

/** Closes a site, also while something is still there, or takes it into use again. Nothing new is put at a closed one. */
export async function takeSiteStep(
  tx: Transaction,
  siteId: string,
  { step, day, reason, version }: TakeSiteStep,
): Promise<Outcome<SiteChanged, HeldSiteRefusal | SiteStepRefusal>> {
  const held = await holdSite(tx, siteId, version);
  if (!held.ok) return held;
  const decided = decideSiteStep(step, plainDate(day), held.value.closedOn, plainDate(tx.today));
  if (!decided.ok) return decided;
  await setClosed(tx, siteId, decided.value, decided.value === null ? '' : reason);
  await insertSiteEvent(tx, siteId, { kind: step, happenedOn: day, reason });
  await tx.audit({ action: `site.${step}`, subjectType: 'site', subjectId: siteId, detail: { day } });
  return ok({ id: siteId, version: version + 1 });
}
