import type { PlanGrid } from '@etatlotse/contracts/planning/plain';
import type { FrameCode } from '@etatlotse/domain/budget';

/*
 * From the columns of the API to the rows of the grid: which lines, in which order, under which heads. Pure.
 */

/** What is needed, what comes in, and what the city charges itself. They are never added to each other (R26). */
export type Side = 'spending' | 'income' | 'internal';

/** A line of the grid with its place in the columns. */
export interface PlanLine {
  readonly index: number;
  readonly lineId: string;
  readonly number: string;
  readonly name: string;
  readonly account: string;
  readonly frame: FrameCode | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly product: string;
  readonly productName: string;
  readonly side: Side;
}

export const GROUPINGS = ['none', 'product', 'unit'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A line, or the head of the lines below it with their places in the columns. */
export type GridRow =
  | { readonly kind: 'line'; readonly key: string; readonly line: PlanLine }
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly label: string;
      readonly side: Side;
      readonly lines: readonly PlanLine[];
    };

export type FrameView = FrameCode | 'none' | 'all';

/** Which lines are shown. */
export interface LineFilter {
  readonly frame: FrameView;
  readonly product: string | null;
  readonly q: string;
}

const SIDES: Readonly<Record<string, Side>> = {
  expense: 'spending',
  payment: 'spending',
  revenue: 'income',
  receipt: 'income',
};

export function linesOf(columns: PlanGrid['columns']): PlanLine[] {
  return columns.lineId.map((lineId, index) => ({
    index,
    lineId,
    number: columns.number[index] ?? '',
    name: columns.name[index] ?? '',
    account: columns.account[index] ?? '',
    frame: columns.frame[index] ?? null,
    unitId: columns.unitId[index] ?? null,
    unitCode: columns.unitCode[index] ?? null,
    product: columns.product[index] ?? '',
    productName: columns.productName[index] ?? '',
    side: SIDES[columns.direction[index] ?? ''] ?? 'internal',
  }));
}

/** Every word must occur in name, number, account or product. `units` are the units chosen with all below; null = any. */
export function filterLines(
  lines: readonly PlanLine[],
  { frame, product, q }: LineFilter,
  units: ReadonlySet<string> | null,
): PlanLine[] {
  const words = q.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  return lines.filter((line) => {
    if (frame !== 'all' && (line.frame ?? 'none') !== frame) return false;
    if (product !== null && line.product !== product) return false;
    if (units !== null && !units.has(line.unitId ?? '')) return false;
    if (words.length === 0) return true;
    const text = `${line.name} ${line.number} ${line.account} ${line.product} ${line.productName}`;
    const searched = text.toLocaleLowerCase('de');
    return words.every((word) => searched.includes(word));
  });
}

/** The unit and everything below it. */
export function unitsBelow(
  units: readonly { readonly id: string; readonly parentId: string | null }[],
  unitId: string,
): ReadonlySet<string> {
  const found = new Set([unitId]);
  // Parents stand before their children.
  for (const unit of units) if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  return found;
}

/** Names of groups, in the reader's words. */
export interface GroupWords {
  readonly withoutProduct: string;
  readonly withoutUnit: string;
  readonly income: string;
  readonly internal: string;
  readonly unitName: (code: string) => string;
}

/** Lines under heads by product or unit; a head sums one side only, so what a product earns has a head of its own. */
export function groupRows(lines: readonly PlanLine[], by: Grouping, words: GroupWords): GridRow[] {
  if (by === 'none') return lines.map(rowOf);
  const groups = new Map<string, PlanLine[]>();
  for (const line of lines) {
    const key = `${by === 'product' ? line.product : (line.unitCode ?? '')}|${line.side}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  return [...groups.entries()].sort(byKey).flatMap(([key, members]): GridRow[] => {
    const [first] = members;
    if (first === undefined) return [];
    const name = by === 'product' ? productLabel(first, words) : unitLabel(first, words);
    const remark = first.side === 'spending' ? '' : `, ${words[first.side]}`;
    const head = { kind: 'group', key, label: `${name}${remark}`, side: first.side, lines: members } as const;
    return [head, ...members.map(rowOf)];
  });
}

const rowOf = (line: PlanLine): GridRow => ({ kind: 'line', key: line.lineId, line });

/** By code as a person counts, and what is needed before what comes in; what has no code comes last. */
function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  const [codeA = '', sideA = ''] = a.split('|');
  const [codeB = '', sideB = ''] = b.split('|');
  if ((codeA === '') !== (codeB === '')) return codeA === '' ? 1 : -1;
  return codeA.localeCompare(codeB, 'de', { numeric: true }) || sideB.localeCompare(sideA);
}

const productLabel = (line: PlanLine, words: GroupWords): string =>
  line.product === '' ? words.withoutProduct : `${line.product} ${line.productName}`.trim();
const unitLabel = (line: PlanLine, words: GroupWords): string =>
  line.unitCode === null ? words.withoutUnit : words.unitName(line.unitCode);
