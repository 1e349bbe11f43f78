import { createHash } from 'node:crypto';
import type { PrepareRelease } from '@etatlotse/contracts/release';
import type { ReleasedOverview } from '@etatlotse/contracts/release/plain';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { canonicalJson } from '../canonical-json';

type PrepareReleaseRefusal = Refusal<'YEAR_UNKNOWN', { readonly fiscalYear: number }> | Refusal<'APPROVAL_PENDING'>;

interface PreparedRelease {
  readonly id: string;
  readonly sha256: string;
}

/** Freezes the figures of a year for the committee. One preparation at a time waits for its second person. */
export async function prepareRelease(
  tx: Transaction,
  command: PrepareRelease,
  figures: ReleasedOverview,
): Promise<Outcome<PreparedRelease & Readonly<Record<string, unknown>>, PrepareReleaseRefusal>> {
  const { fiscalYear, remark = '' } = command;
  // Holding the year keeps two preparations of it apart.
  const years = await tx.query(
    `SELECT fiscal_year FROM fiscal_year WHERE tenant_id = $1 AND fiscal_year = $2 FOR NO KEY UPDATE`,
    [tx.tenantId, fiscalYear],
  );
  if (years.length === 0) return refuse({ code: 'YEAR_UNKNOWN', params: { fiscalYear } });
  const waiting = await tx.query(
    `SELECT release_id FROM overview_release WHERE tenant_id = $1 AND fiscal_year = $2 AND state = 'prepared'`,
    [tx.tenantId, fiscalYear],
  );
  if (waiting.length > 0) return refuse({ code: 'APPROVAL_PENDING', params: {} });
  const id = tx.nextId();
  const text = canonicalJson(figures);
  const sha256 = createHash('sha256').update(text, 'utf8').digest();
  await tx.execute(
    `INSERT INTO overview_release (tenant_id, release_id, fiscal_year, figures, figures_sha256, remark, state,
       prepared_by, prepared_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'prepared', $7, $8)`,
    [tx.tenantId, id, fiscalYear, text, sha256, remark, tx.personId, tx.now],
  );
  await tx.audit({
    action: 'release.prepared',
    subjectType: 'overview_release',
    subjectId: id,
    detail: { fiscalYear, sha256: sha256.toString('hex') },
  });
  return ok({ id, sha256: sha256.toString('hex') });
}
