import { Injectable } from '@nestjs/common';
import type { PostFilterQuery, PostsQuery } from '@etatlotse/contracts/capacity';
import type {
  HeldOccupancy,
  PostDetail,
  PostPage,
  PostRow,
  PostTotals,
  PostUnitSum,
  PostYear,
} from '@etatlotse/contracts/capacity/plain';
import { may, unitScope } from '@etatlotse/domain/access';
import {
  type CalendarLand,
  fteOver,
  parameterOn,
  type PostState,
  postMonths,
  postPieces,
  workCalendar,
  yearAxis,
} from '@etatlotse/domain/capacity';
import { fiscalYear as fiscalYearOf, lastDayOf, type PlainDate } from '@etatlotse/domain/shared';
import { type Transaction, Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { readLand } from './land.repository';
import { readParameters, toParameter } from './parameter.repository';
import { namedPostColumns, postColumns } from './post-facts';
import { type ReckonedPost, reckonPost, standingDay, triple } from './post-year';

const PAGE_DEFAULT = 50;

/** Posts by number, with their year. Sums go over everything that the filter lets through, so they come once. */
@Injectable()
export class PostQueries {
  constructor(private readonly transactions: Transactions) {}

  async list(caller: Caller, query: PostsQuery): Promise<PostPage> {
    const limit = query.limit ?? PAGE_DEFAULT;
    const after = query.cursor === undefined ? null : String(decodeCursor(query.cursor, ['text'])[0]);
    const { posts, fiscalYear, asOf, axis } = await this.reckoned(caller, query, after);
    const shown = posts.slice(0, limit);
    const last = shown.at(-1);
    const isMore = posts.length > limit && last !== undefined;
    return {
      rows: shown.map(({ row }) => row),
      nextCursor: isMore ? encodeCursor([last.row.number]) : null,
      fiscalYear,
      asOf,
      totals: after === null ? totalsOf(posts, axis) : null,
      units: after === null ? unitSums(posts, axis) : [],
    };
  }

  /** Everything that the filter lets through, for a file. */
  async all(caller: Caller, query: PostFilterQuery): Promise<PostPage> {
    const { posts, fiscalYear, asOf, axis } = await this.reckoned(caller, query, null);
    const rows = posts.map(({ row }) => row);
    return { rows, nextCursor: null, fiscalYear, asOf, totals: totalsOf(posts, axis), units: [] };
  }

  /** One post with its year; null if not visible. */
  async find(caller: Caller, postId: string, year: number | undefined): Promise<PostDetail | null> {
    return this.transactions.run(caller, async (tx) => {
      const [post] = await tx.query<PostRow & { readonly occupancies: readonly HeldOccupancy[] }>(findSql, [
        tx.tenantId,
        unitScope(caller.actor, 'staffing.read'),
        postId,
      ]);
      if (post === undefined) return null;
      const { fiscalYear, asOf, axis, calendar } = await readTime(tx, year);
      const { row, facts } = reckonPost(post, axis, asOf);
      const rows = await readParameters(tx);
      const found = parameterOn(
        rows.map(toParameter),
        'yearly_minutes',
        post.status,
        lastDayOf(fiscalYearOf(fiscalYear)),
      );
      const shown: PostYear = {
        ...triple(fteOver([facts], axis)),
        fiscalYear,
        workingDays: axis.workingDays.reduce((sum, days) => sum + days, 0),
        months: postMonths(facts, axis, found?.value ?? null).map(({ month, workingDays, minutes, ...fte }) => ({
          ...{ month, workingDays, minutes },
          ...triple(fte),
        })),
        pieces: postPieces(facts, axis, calendar),
        yearlyMinutes: rows.find(({ id }) => id === found?.parameterId) ?? null,
      };
      const mayWrite = may(caller.actor, 'staffing.write', { unitId: post.unit.id });
      return { ...row, occupancies: post.occupancies, asOf, year: shown, mayWrite };
    });
  }

  private reckoned(
    caller: Caller,
    query: PostFilterQuery,
    after: string | null,
  ): Promise<Time & { readonly posts: readonly ReckonedPost[] }> {
    return this.transactions.run(caller, async (tx) => {
      const time = await readTime(tx, query.fiscalYear);
      const rows = await tx.query<PostRow>(listSql, [
        tx.tenantId,
        unitScope(caller.actor, 'staffing.read'),
        query.unitId ?? null,
        after,
        query.q ?? null,
        time.fiscalYear,
        // Later pages without a state need no more rows than they show; where a post stands, only the rules know.
        after === null || query.state !== undefined ? null : (query.limit ?? PAGE_DEFAULT) + 1,
      ]);
      const posts = rows.map((row) => reckonPost(row, time.axis, time.asOf));
      return { ...time, posts: query.state === undefined ? posts : posts.filter(isIn(query.state)) };
    });
  }
}

interface Time {
  readonly fiscalYear: number;
  readonly asOf: PlainDate;
  readonly axis: ReturnType<typeof yearAxis>;
  readonly calendar: ReturnType<typeof workCalendar>;
}

async function readTime(tx: Transaction, year: number | undefined): Promise<Time> {
  const land: CalendarLand = await readLand(tx);
  const calendar = workCalendar(land);
  const fiscalYear = year ?? Number(tx.today.slice(0, 4));
  const axis = yearAxis(fiscalYear, 'working_days', calendar);
  return { fiscalYear, asOf: standingDay(fiscalYear, tx.today), axis, calendar };
}

const isIn =
  (state: PostState) =>
  ({ row }: ReckonedPost): boolean =>
    row.states.includes(state);

const isVacant = ({ row }: ReckonedPost): boolean => row.vacantSince !== null;

function totalsOf(posts: readonly ReckonedPost[], axis: Time['axis']): PostTotals {
  return {
    ...triple(
      fteOver(
        posts.map(({ facts }) => facts),
        axis,
      ),
    ),
    posts: posts.length,
    vacant: posts.filter(isVacant).length,
    ending: posts.filter(isIn('kw')).length,
    away: posts.filter(isIn('away')).length,
  };
}

function unitSums(posts: readonly ReckonedPost[], axis: Time['axis']): PostUnitSum[] {
  const byUnit = new Map<string, ReckonedPost[]>();
  for (const post of posts) {
    const own = byUnit.get(post.row.unit.id);
    if (own === undefined) byUnit.set(post.row.unit.id, [post]);
    else own.push(post);
  }
  return [...byUnit.values()]
    .flatMap((own) => {
      const unit = own[0]?.row.unit;
      const facts = own.map((one) => one.facts);
      return unit === undefined
        ? []
        : [{ ...triple(fteOver(facts, axis)), unit, posts: own.length, vacant: own.filter(isVacant).length }];
    })
    .sort((first, second) => first.unit.code.localeCompare(second.unit.code, 'de', { numeric: true }));
}

const visiblePosts = `
  FROM post p JOIN org_unit u ON u.tenant_id = p.tenant_id AND u.unit_id = p.unit_id
  WHERE p.tenant_id = $1 AND ($2::uuid[] IS NULL OR p.unit_id = ANY ($2))`;

/** Posts that there are in the year. */
const listSql = `
  SELECT ${postColumns} ${visiblePosts} AND ($3::uuid IS NULL OR p.unit_id = $3) AND ($4::text IS NULL OR p.number > $4)
    AND ($5::text IS NULL OR strpos(lower(p.number || ' ' || p.name || ' ' || p.grade), lower($5)) > 0)
    AND p.valid_from <= make_date($6, 12, 31) AND (p.valid_until IS NULL OR p.valid_until >= make_date($6, 1, 1))
  ORDER BY p.number LIMIT $7`;

const findSql = `SELECT ${namedPostColumns} ${visiblePosts} AND p.post_id = $3`;
