/** What of a snapshot is compared with another one. */
export const SNAPSHOT_PARTS = ['frame', 'line', 'project', 'rollout', 'staffing', 'bound_year', 'extra'] as const;
export type SnapshotPart = (typeof SNAPSHOT_PARTS)[number];

/** How a figure is told: money, a day, parts of a full-time post in millionths, a share in hundredths of a percent, a word. */
export type FigureUnit = 'cents' | 'day' | 'fte_micros' | 'basis_points' | 'count' | 'days' | 'word';
export type FigureValue = number | string | null;

/** One figure of one thing: `ceiling` of the frame CORE. */
export interface ComparedFigure {
  readonly name: string;
  readonly unit: FigureUnit;
  /** Null is not known, which is not 0 (R26). */
  readonly value: FigureValue;
}

/** A thing that both snapshots may know: a frame, a line, a project. */
export interface ComparedThing {
  readonly part: SnapshotPart;
  readonly id: string;
  readonly name: string;
  readonly figures: readonly ComparedFigure[];
  /** Why it is over, where somebody said so: a project that was closed. Something that is over is gone. */
  readonly endedBy: GoneReason | null;
}

export type GoneReason = 'closed' | 'archived' | 'decided';

export interface MovedFigure {
  readonly name: string;
  readonly unit: FigureUnit;
  readonly before: FigureValue;
  readonly after: FigureValue;
  /** By how much; null where one of the two is not known or a word. */
  readonly difference: number | null;
}

/** A thing that is new, gone (and why), or whose figures moved. */
export interface SnapshotChange {
  readonly part: SnapshotPart;
  readonly id: string;
  readonly name: string;
  readonly kind: 'new' | 'gone' | 'moved';
  /** Only of what is gone. */
  readonly reason: GoneReason | null;
  /** Of what is new or gone, all that it had; of what moved, only what moved. */
  readonly figures: readonly MovedFigure[];
}

/**
 * What changed from one snapshot to the next, thing by thing. A line that is no longer there was put away or left the IT
 * frames: without another word its reason is that. Nothing is left out because it is small.
 */
export function compareSnapshots(
  before: readonly ComparedThing[],
  after: readonly ComparedThing[],
): readonly SnapshotChange[] {
  const known = new Map(before.filter(isThere).map((thing) => [keyOf(thing), thing]));
  const now = new Map(after.map((thing) => [keyOf(thing), thing]));
  const changes = after.flatMap((thing): SnapshotChange[] => {
    const earlier = known.get(keyOf(thing));
    if (!isThere(thing)) return earlier === undefined ? [] : [gone(earlier, thing.endedBy)];
    return earlier === undefined ? [added(thing)] : moved(earlier, thing);
  });
  const left = [...known].filter(([key]) => !now.has(key)).map(([, thing]) => gone(thing, 'archived'));
  return [...changes, ...left].sort(byPart);
}

const isThere = ({ endedBy }: ComparedThing): boolean => endedBy === null;
const keyOf = ({ part, id }: ComparedThing): string => `${part} ${id}`;
const byPart = (first: SnapshotChange, second: SnapshotChange): number =>
  SNAPSHOT_PARTS.indexOf(first.part) - SNAPSHOT_PARTS.indexOf(second.part);

function added({ part, id, name, figures }: ComparedThing): SnapshotChange {
  return {
    part,
    id,
    name,
    kind: 'new',
    reason: null,
    figures: figures.map((figure) => moveOf(figure, null, figure.value)),
  };
}

function gone({ part, id, name, figures }: ComparedThing, reason: GoneReason | null): SnapshotChange {
  return {
    part,
    id,
    name,
    kind: 'gone',
    reason,
    figures: figures.map((figure) => moveOf(figure, figure.value, null)),
  };
}

function moved(before: ComparedThing, after: ComparedThing): SnapshotChange[] {
  const earlier = new Map(before.figures.map((figure) => [figure.name, figure.value]));
  const figures = after.figures
    .filter(({ name, value }) => earlier.has(name) && earlier.get(name) !== value)
    .map((figure) => moveOf(figure, earlier.get(figure.name) ?? null, figure.value));
  if (figures.length === 0) return [];
  return [{ part: after.part, id: after.id, name: after.name, kind: 'moved', reason: null, figures }];
}

function moveOf({ name, unit }: ComparedFigure, before: FigureValue, after: FigureValue): MovedFigure {
  const isNumber = typeof before === 'number' && typeof after === 'number';
  return { name, unit, before, after, difference: isNumber ? after - before : null };
}
