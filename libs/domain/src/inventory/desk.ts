import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate } from '../shared/plain-date';

/** The desks of the source paper: groups, central contacts, and five kinds of coordinators in each department. */
export const DESK_KINDS = [
  'project_group',
  'working_group',
  'contact_it_organisation',
  'contact_organisation',
  'contact_data_protection',
  'contact_it_security',
  'coordinator_it',
  'coordinator_data_protection',
  'coordinator_it_security',
  'coordinator_digitalisation',
  'coordinator_ozg',
] as const;
export type DeskKind = (typeof DESK_KINDS)[number];

export const isCoordinator = (kind: DeskKind): boolean => kind.startsWith('coordinator_');

export type DeskRefusal = Refusal<'DESK_UNIT_NEEDED'> | Refusal<'DESK_END_BEFORE_START'>;

/** A coordinator belongs to a department; nothing ends before it begins. */
export function checkDesk(desk: {
  readonly kind: DeskKind;
  readonly unitId: string | null;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
}): Outcome<null, DeskRefusal> {
  if (isCoordinator(desk.kind) && desk.unitId === null) return refuse({ code: 'DESK_UNIT_NEEDED', params: {} });
  return desk.endsOn !== null && desk.endsOn < desk.startsOn
    ? refuse({ code: 'DESK_END_BEFORE_START', params: {} })
    : ok(null);
}

/** Full-time equivalents of a desk from a day on. Entries are added; one that corrects another names it. */
export interface FteEntry {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly fteHundredths: number;
  /** The entry that this one puts right; null for news. */
  readonly supersedesId: string | null;
}

export type FteRefusal = Refusal<'DESK_FTE_SUPERSEDED'> | Refusal<'DESK_FTE_TWICE'>;

/** An entry is put right once; a day has one entry that counts. */
export function checkFteEntry(entry: FteEntry, known: readonly FteEntry[]): Outcome<null, FteRefusal> {
  const { supersedesId, validFrom } = entry;
  if (supersedesId !== null && known.some((one) => one.supersedesId === supersedesId)) {
    return refuse({ code: 'DESK_FTE_SUPERSEDED', params: {} });
  }
  const standing = standingEntries([...known, entry]).filter((one) => one.validFrom === validFrom);
  return standing.length > 1 ? refuse({ code: 'DESK_FTE_TWICE', params: {} }) : ok(null);
}

/** The entries that count: those that no other one puts right, by their day. */
export function standingEntries<Entry extends FteEntry>(entries: readonly Entry[]): Entry[] {
  const superseded = new Set(entries.map(({ supersedesId }) => supersedesId));
  return entries.filter(({ id }) => !superseded.has(id)).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
}

/** Full-time equivalents on a day in hundredths; null before the first entry: not known, and not none. */
export function fteAt(entries: readonly FteEntry[], day: PlainDate): number | null {
  return standingEntries(entries).findLast(({ validFrom }) => validFrom <= day)?.fteHundredths ?? null;
}

/** A desk is there from its first to its last day. */
export function isStanding(
  { startsOn, endsOn }: { readonly startsOn: PlainDate; readonly endsOn: PlainDate | null },
  day: PlainDate,
): boolean {
  return startsOn <= day && (endsOn === null || endsOn >= day);
}

export interface CountedDesk {
  readonly kind: DeskKind;
  readonly isStanding: boolean;
  readonly fteHundredths: number | null;
}

export interface DeskSummary {
  readonly count: number;
  readonly standing: number;
  readonly groups: number;
  readonly contacts: number;
  readonly coordinators: number;
  /** Of the desks that stand and whose share is known. */
  readonly fteHundredths: number;
  readonly withoutFte: number;
}

export function summarizeDesks(desks: readonly CountedDesk[]): DeskSummary {
  const standing = desks.filter((desk) => desk.isStanding);
  const known = standing.flatMap(({ fteHundredths }) => fteHundredths ?? []);
  const starting = (start: string): number => standing.filter(({ kind }) => kind.startsWith(start)).length;
  return {
    count: desks.length,
    standing: standing.length,
    groups: standing.filter(({ kind }) => kind.endsWith('_group')).length,
    contacts: starting('contact_'),
    coordinators: starting('coordinator_'),
    fteHundredths: known.reduce((sum, one) => sum + one, 0),
    withoutFte: standing.length - known.length,
  };
}
