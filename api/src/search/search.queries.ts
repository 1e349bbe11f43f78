import { Injectable } from '@nestjs/common';
import type {
  FoundContract,
  FoundLine,
  FoundProject,
  FoundUnit,
  SearchQuery,
  SearchResult,
} from '@etatlotse/contracts/search';
import { unitScope } from '@etatlotse/domain/access';
import { isAuthorityUnknown, lineSurroundings, searchedText, searchPatterns } from '../budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { isProjectSeen } from '../project';

const SHOWN = 10;

/** Finds lines, units, projects and contracts by their words. Somebody without the right to see them finds none. */
@Injectable()
export class SearchQueries {
  constructor(private readonly transactions: Transactions) {}

  async search(caller: Caller, query: SearchQuery): Promise<SearchResult> {
    const words = searchPatterns(query.q);
    const whole = query.q.normalize('NFC').trim();
    return this.transactions.run(caller, async (tx) => {
      const lines = await tx.query<{ row: FoundLine }>(linesSql, [
        tx.tenantId,
        query.fiscalYear,
        unitScope(caller.actor, 'budget.read'),
        words,
        whole,
        SHOWN + 1,
      ]);
      const units = await tx.query<{ row: FoundUnit }>(unitsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'organization.read'),
        words,
        whole,
        tx.today,
        SHOWN + 1,
      ]);
      const found = [words, whole, SHOWN + 1];
      const projects = await tx.query<{ row: FoundProject }>(projectsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'project.read'),
        ...found,
      ]);
      const contracts = await tx.query<{ row: FoundContract }>(contractsSql, [
        tx.tenantId,
        unitScope(caller.actor, 'budget.read'),
        ...found,
        tx.today,
      ]);
      return {
        lines: firstOf(lines),
        units: firstOf(units),
        projects: firstOf(projects),
        contracts: firstOf(contracts),
      };
    });
  }
}

function firstOf<Row>(found: readonly { readonly row: Row }[]): { readonly rows: Row[]; readonly more: boolean } {
  return { rows: found.slice(0, SHOWN).map(({ row }) => row), more: found.length > SHOWN };
}

/** The number itself first, then what begins with the text, then everything else by number. */
const linesSql = `
  SELECT json_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'frame', l.frame, 'unitCode', u.code,
    'product', l.product, 'account', l.account,
    'availableCents', CASE WHEN NOT ${isAuthorityUnknown} THEN coalesce(b.available_cents, 0) END) AS row
  FROM budget_line l
  ${lineSurroundings}
  WHERE l.tenant_id = $1 AND ($3::uuid[] IS NULL OR l.unit_id = ANY ($3))
    AND (l.archived_at IS NULL OR coalesce(b.movements, 0) > 0)
    AND ${searchedText} ILIKE ALL ($4::text[])
  ORDER BY lower(l.number) <> lower($5), NOT starts_with(lower(l.number), lower($5)),
    NOT starts_with(lower(l.name), lower($5)), l.number
  LIMIT $6`;

const unitsSql = `
  SELECT json_build_object('id', u.unit_id, 'code', u.code, 'name', u.name, 'level', u.level) AS row
  FROM org_unit u
  WHERE u.tenant_id = $1 AND ($2::uuid[] IS NULL OR u.unit_id = ANY ($2))
    AND normalize(u.code || ' ' || u.name) ILIKE ALL ($3::text[])
    AND u.valid_from <= $5::date AND (u.valid_to IS NULL OR u.valid_to >= $5::date)
  ORDER BY lower(u.code) <> lower($4), NOT starts_with(lower(u.name), lower($4)), u.code
  LIMIT $6`;

/** Open ones before closed ones. */
const projectsSql = `
  SELECT json_build_object('id', p.project_id, 'name', p.name, 'key', p.project_key, 'level', p.level,
    'isClosed', p.state = 'closed') AS row
  FROM project p
  WHERE p.tenant_id = $1 AND ${isProjectSeen('p', '$2')}
    AND normalize(p.project_key || ' ' || p.name) ILIKE ALL ($3::text[])
  ORDER BY p.state = 'closed', lower(p.project_key) <> lower($4), NOT starts_with(lower(p.name), lower($4)), p.name,
    p.project_id
  LIMIT $5`;

/** A contract is seen by whoever sees its unit; those that run come first. */
const contractsSql = `
  SELECT json_build_object('id', c.contract_id, 'number', c.number, 'vendor', c.vendor, 'subject', c.subject,
    'isOver', coalesce(c.runs_until < $6::date, false)) AS row
  FROM contract c
  WHERE c.tenant_id = $1 AND ($2::uuid[] IS NULL OR c.unit_id = ANY ($2))
    AND normalize(c.number || ' ' || c.vendor || ' ' || c.subject || ' ' || c.site) ILIKE ALL ($3::text[])
  ORDER BY coalesce(c.runs_until < $6::date, false), lower(c.number) <> lower($4),
    NOT starts_with(lower(c.subject), lower($4)), c.number
  LIMIT $5`;
