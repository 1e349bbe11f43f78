import { Injectable } from '@nestjs/common';
import type { CoverLegRow, CoverRightRow, LineName, PoolDetail, PoolMemberRow } from '@etatlotse/contracts/authority';
import { unitScope } from '@etatlotse/domain/access';
import {
  adjustedAppropriationCents,
  availableCents,
  type LineBalance,
  statementOfCover,
} from '@etatlotse/domain/budget';
import { type Cents, cents, sumCents } from '@etatlotse/domain/shared';
import { balanceColumns, differenceOfPool, figureColumns } from '../../budget';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { isSeen } from '../line-name.sql';
import { rightsOfPool, rightsSql } from './cover-right.sql';

interface MemberRow extends LineName {
  readonly unitCode: string | null;
  readonly isSeen: boolean;
  readonly balance: LineBalance;
}

type PoolHead = Omit<PoolDetail, 'members' | 'hidden' | 'legs' | 'uncoveredCents' | 'rights'>;

/** One cover pool with its members and the statement of cover, and the one-sided rights beside the pools. */
@Injectable()
export class PoolQueries {
  constructor(private readonly transactions: Transactions) {}

  /** The pool, or null where it does not exist for this caller: somebody of a unit sees pools with a line of theirs. */
  async detail(caller: Caller, poolId: string, fiscalYear: number): Promise<PoolDetail | null> {
    const scope = unitScope(caller.actor, 'budget.read');
    return this.transactions.run(caller, async (tx) => {
      const [head] = await tx.query<{ pool: PoolHead }>(headSql, [tx.tenantId, poolId, fiscalYear, scope]);
      if (head === undefined) return null;
      const members = await tx.query<{ member: MemberRow }>(membersSql, [tx.tenantId, poolId, fiscalYear, scope]);
      const rights = await tx.query<{ right: CoverRightRow }>(rightsOfPool, [tx.tenantId, fiscalYear, scope, poolId]);
      const rows = members.map(({ member }) => member);
      return { ...head.pool, ...withStatement(rows), rights: rights.map(({ right }) => right) };
    });
  }

  /** The rights that hold, of all lines or of one. */
  async rights(caller: Caller, fiscalYear: number, lineId: string | null): Promise<CoverRightRow[]> {
    const rows = await this.transactions.run(caller, (tx) =>
      tx.query<{ right: CoverRightRow }>(rightsSql, [
        tx.tenantId,
        fiscalYear,
        unitScope(caller.actor, 'budget.read'),
        lineId,
      ]),
    );
    return rows.map(({ right }) => right);
  }
}

/** The statement counts every member; listed are those the reader may see, the others stand as one sum. */
function withStatement(rows: readonly MemberRow[]): Pick<PoolDetail, 'members' | 'hidden' | 'legs' | 'uncoveredCents'> {
  const statement = statementOfCover(rows.map(({ id, balance }) => ({ lineId: id, balance })));
  const covered = new Map(statement.members.map(({ lineId, coverCents }) => [lineId, coverCents]));
  const figures = rows.map((row) => ({ row, figures: figuresOf(row.balance), coverCents: covered.get(row.id) ?? 0 }));
  const hidden = figures.filter(({ row }) => !row.isSeen);
  const names = new Map(rows.filter((row) => row.isSeen).map((row) => [row.id, nameOf(row)]));
  return {
    members: figures
      .filter(({ row }) => row.isSeen)
      .map(({ row, figures: own, coverCents }): PoolMemberRow => ({
        ...nameOf(row),
        unitCode: row.unitCode,
        ...own,
        coverCents,
      })),
    hidden: {
      members: hidden.length,
      adjustedCents: sumCents(hidden.map((one) => one.figures.adjustedCents)),
      usedCents: sumCents(hidden.map((one) => one.figures.usedCents)),
      availableCents: sumCents(hidden.map((one) => one.figures.availableCents)),
      coverCents: hidden.reduce((sum, one) => sum + one.coverCents, 0),
    },
    legs: statement.legs.map(({ fromLineId, toLineId, amountCents }): CoverLegRow => ({
      from: names.get(fromLineId) ?? null,
      to: names.get(toLineId) ?? null,
      amountCents,
    })),
    uncoveredCents: statement.uncoveredCents,
  };
}

const nameOf = ({ id, number, name }: MemberRow): LineName => ({ id, number, name });

function figuresOf(balance: LineBalance): Readonly<Record<'adjustedCents' | 'usedCents' | 'availableCents', Cents>> {
  const adjustedCents = adjustedAppropriationCents(balance);
  const left = availableCents(balance);
  return { adjustedCents, usedCents: cents(adjustedCents - left), availableCents: left };
}

const headSql = `
  SELECT json_build_object('id', cp.pool_id, 'code', cp.code, 'name', cp.name, 'budgetNote', cp.budget_note,
    'version', cp.version, 'fiscalYear', $3::integer, 'balance', json_build_object(${figureColumns('b')}),
    'differenceCents', ${differenceOfPool}) AS pool
  FROM cover_pool cp
  LEFT JOIN pool_balance b ON b.tenant_id = cp.tenant_id AND b.pool_id = cp.pool_id AND b.fiscal_year = $3
  WHERE cp.tenant_id = $1 AND cp.pool_id = $2 AND ($4::uuid[] IS NULL OR EXISTS (SELECT FROM budget_line l
    WHERE l.tenant_id = cp.tenant_id AND l.pool_id = cp.pool_id AND l.unit_id = ANY ($4)))`;

const membersSql = `
  SELECT json_build_object('id', l.line_id, 'number', l.number, 'name', l.name, 'unitCode', u.code,
    'isSeen', ${isSeen('l', '$4')}, 'balance', json_build_object(${balanceColumns('b')})) AS member
  FROM budget_line l
  LEFT JOIN line_balance b ON b.tenant_id = l.tenant_id AND b.line_id = l.line_id AND b.fiscal_year = $3
  LEFT JOIN org_unit u ON u.tenant_id = l.tenant_id AND u.unit_id = l.unit_id
  WHERE l.tenant_id = $1 AND l.pool_id = $2
  ORDER BY l.number, l.line_id`;
