import { Injectable } from '@nestjs/common';
import type { Release, ReleaseRow } from '@etatlotse/contracts/release/plain';
import { may } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** Released overviews; what is only prepared or was taken back is for those who prepare and examine, not the committee. */
@Injectable()
export class ReleaseQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, fiscalYear: number | null): Promise<ReleaseRow[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ release: ReleaseRow }>(listSql, [tx.tenantId, fiscalYear, seesPrepared(caller)]),
    );
    return rows.map(({ release }) => release);
  }

  async find(caller: Caller, releaseId: string): Promise<Release | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ release: Release }>(findSql, [tx.tenantId, releaseId, seesPrepared(caller)]),
    );
    return row?.release ?? null;
  }

  /** The newest release of a year, or null where finance has released none. */
  async current(caller: Caller, fiscalYear: number): Promise<Release | null> {
    const [row] = await this.transactions.run(caller, (tx) =>
      tx.query<{ release: Release }>(currentSql, [tx.tenantId, fiscalYear]),
    );
    return row?.release ?? null;
  }
}

/** Whoever sees the live figures of the city may also see what is being prepared from them. */
function seesPrepared(caller: Caller): boolean {
  return may(caller.actor, 'budget.read', { unitId: null });
}

const fields = `'id', r.release_id, 'fiscalYear', r.fiscal_year, 'state', r.state, 'remark', r.remark,
  'sha256', encode(r.figures_sha256, 'hex'), 'preparedByName', p.display_name, 'preparedAt', r.prepared_at,
  'releasedByName', s.display_name, 'releasedAt', r.released_at`;

const people = `
  LEFT JOIN person p ON p.tenant_id = r.tenant_id AND p.person_id = r.prepared_by
  LEFT JOIN person s ON s.tenant_id = r.tenant_id AND s.person_id = r.released_by`;

const listSql = `
  SELECT json_build_object(${fields}) AS release FROM overview_release r ${people}
  WHERE r.tenant_id = $1 AND ($2::smallint IS NULL OR r.fiscal_year = $2) AND ($3 OR r.state = 'released')
  ORDER BY r.prepared_at DESC, r.release_id DESC LIMIT 100`;

const findSql = `
  SELECT json_build_object(${fields}, 'figures', r.figures) AS release FROM overview_release r ${people}
  WHERE r.tenant_id = $1 AND r.release_id = $2 AND ($3 OR r.state = 'released')`;

const currentSql = `
  SELECT json_build_object(${fields}, 'figures', r.figures) AS release FROM overview_release r ${people}
  WHERE r.tenant_id = $1 AND r.fiscal_year = $2 AND r.state = 'released'
  ORDER BY r.released_at DESC, r.release_id DESC LIMIT 1`;
