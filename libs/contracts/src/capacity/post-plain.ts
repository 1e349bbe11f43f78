import type { Page } from '@etatlotse/contracts/shared/plain';
import type { PostNote, PostState, PostStatus } from '@etatlotse/domain/capacity';
import type { ParameterRow } from './parameter-plain';
import type { UnitName } from './unit-plain';

export interface AbsenceRow {
  readonly from: string;
  readonly until: string | null;
  readonly percent: number;
}

export interface OccupancyRow {
  readonly from: string;
  readonly until: string | null;
  readonly weeklyMinutes: number;
  readonly rampUpPercents: readonly number[];
  readonly absences: readonly AbsenceRow[];
}

/** A post of the staffing plan with everybody’s time on it, without names. */
export interface PostRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly status: PostStatus;
  readonly grade: string;
  readonly weeklyMinutes: number;
  readonly fullTimeMinutes: number;
  readonly from: string;
  readonly until: string | null;
  readonly noteKind: PostNote['kind'] | null;
  readonly noteFrom: string | null;
  readonly occupancies: readonly OccupancyRow[];
  readonly isDemo: boolean;
  readonly version: number;
}

/** Planned, occupied and available FTE, beside each other and never made one. */
export interface FteTriple {
  readonly plannedFte: number;
  readonly occupiedFte: number;
  readonly availableFte: number;
}

/** A post in the list: its year, and where it stands on the day of the list. */
export interface PostListRow extends PostRow, FteTriple {
  readonly states: readonly PostState[];
  readonly heldPercent: number;
  readonly vacantSince: string | null;
}

/** What the posts of a unit come to. */
export interface PostUnitSum extends FteTriple {
  readonly unit: UnitName;
  readonly posts: number;
  readonly vacant: number;
}

export interface PostTotals extends FteTriple {
  readonly posts: number;
  /** Wholly or in part free on the day of the list. */
  readonly vacant: number;
  /** Posts with a kw note. */
  readonly ending: number;
  /** Posts whose holder is away for long. */
  readonly away: number;
}

/** Posts by number. Sums over all that the filter lets through come with the first page. */
export interface PostPage extends Page<PostListRow> {
  readonly fiscalYear: number;
  /** The day on which posts are held or vacant. */
  readonly asOf: string;
  readonly totals: PostTotals | null;
  readonly units: readonly PostUnitSum[];
}

/** Somebody's time on a post, with the name where the office keeps one. */
export interface HeldOccupancy extends OccupancyRow {
  readonly id: string;
  readonly holder: string;
}

/** Days on which one occupancy works the same (A1): share x ramp x (1 - away). */
export interface PostPiece {
  /** Place in the list of occupancies, the first is 0. */
  readonly occupancy: number;
  readonly from: string;
  readonly until: string;
  readonly workingDays: number;
  readonly share: number;
  readonly ramp: number;
  readonly away: number;
  readonly value: number;
}

export interface PostMonth extends FteTriple {
  readonly month: number;
  readonly workingDays: number;
  /** What can be worked in the month (A3); null while the yearly minutes are not known. */
  readonly minutes: number | null;
}

/** A year of a post, month by month, with everything it is reckoned from. */
export interface PostYear extends FteTriple {
  readonly fiscalYear: number;
  readonly workingDays: number;
  readonly months: readonly PostMonth[];
  readonly pieces: readonly PostPiece[];
  readonly yearlyMinutes: ParameterRow | null;
}

/** One post: who holds it, where it stands, its year. */
export interface PostDetail extends Omit<PostListRow, 'occupancies'> {
  readonly occupancies: readonly HeldOccupancy[];
  readonly asOf: string;
  readonly year: PostYear;
  readonly mayWrite: boolean;
}
