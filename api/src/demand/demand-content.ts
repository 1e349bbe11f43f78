import type { SaveDemand } from '@etatlotse/contracts/demand';
import { type DemandContent, isItemTooDear } from '@etatlotse/domain/demand';
import { ok, type Outcome, plainDate, type Refusal, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';
import { hasForeignItems } from './demand.repository';
import { roundYears, type StoredRound } from './round.repository';

/** A draft of which nothing is known yet. */
export const EMPTY_DEMAND: DemandContent = {
  title: '',
  purpose: '',
  forWhom: '',
  runOrChange: null,
  occurrence: null,
  probabilityPercent: null,
  earliestOn: null,
  reason: null,
  reasonBasis: '',
  reasonDeadline: null,
  serviceClass: null,
  networkZone: null,
  frame: null,
  earliestStartYear: null,
  latestStartYear: null,
  benefit: '',
  items: [],
  fte: [],
  dependencies: [],
  papers: [],
};

/** What came over the wire as the domain sees it. */
export function contentOf(body: SaveDemand): DemandContent {
  const { version: _, earliestOn, reasonDeadline, ...rest } = body;
  return {
    ...rest,
    earliestOn: earliestOn === null ? null : plainDate(earliestOn),
    reasonDeadline: reasonDeadline === null ? null : plainDate(reasonDeadline),
  };
}

export type ContentRefusal =
  | Refusal<
      'DEMAND_YEAR_OUTSIDE',
      { readonly fiscalYear: number; readonly firstYear: number; readonly lastYear: number }
    >
  | Refusal<'DEMAND_ITEM_YEARS', { readonly label: string }>
  | Refusal<'DEMAND_ITEM_AMOUNT', { readonly label: string }>
  | Refusal<'DEMAND_ITEM_TWICE'>
  | Refusal<'DEMAND_LINK_UNKNOWN'>;

/** What even a draft must not say: years outside the window, an end before the start, ids of others. */
export async function checkContent(
  tx: Transaction,
  demandId: string,
  round: StoredRound,
  content: DemandContent,
): Promise<Outcome<null, ContentRefusal>> {
  const placed = checkYears(round, content);
  if (!placed.ok) return placed;
  const ids = content.items.map(({ id }) => id);
  if (new Set(ids).size < ids.length || (await hasForeignItems(tx, demandId, ids))) {
    return refuse({ code: 'DEMAND_ITEM_TWICE', params: {} });
  }
  const linked = [...new Set(content.dependencies.map(({ toId }) => toId))];
  const known = await tx.query(
    `SELECT FROM demand WHERE tenant_id = $1 AND round_id = $2 AND demand_id = ANY ($3::uuid[]) AND demand_id <> $4`,
    [tx.tenantId, round.id, linked, demandId],
  );
  const isEachOnce = linked.length === content.dependencies.length && known.length === linked.length;
  return isEachOnce ? ok(null) : refuse({ code: 'DEMAND_LINK_UNKNOWN', params: {} });
}

function checkYears(round: StoredRound, content: DemandContent): Outcome<null, ContentRefusal> {
  const years = roundYears(round);
  const [firstYear, lastYear] = [years[0] ?? round.firstYear, years.at(-1) ?? round.lastYear];
  const named = [
    ...content.items.flatMap(({ fromYear, toYear }) => (toYear === null ? [fromYear] : [fromYear, toYear])),
    ...content.fte.map(({ fiscalYear }) => fiscalYear),
    ...[content.earliestStartYear, content.latestStartYear].filter((year) => year !== null),
  ];
  const outside = named.find((year) => year < firstYear || year > lastYear);
  if (outside !== undefined) {
    return refuse({ code: 'DEMAND_YEAR_OUTSIDE', params: { fiscalYear: outside, firstYear, lastYear } });
  }
  for (const item of content.items) {
    const { label, fromYear, toYear } = item;
    if (toYear !== null && toYear < fromYear) return refuse({ code: 'DEMAND_ITEM_YEARS', params: { label } });
    if (isItemTooDear(item, years.length)) return refuse({ code: 'DEMAND_ITEM_AMOUNT', params: { label } });
  }
  return ok(null);
}
