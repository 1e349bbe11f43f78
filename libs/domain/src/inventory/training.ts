import { type Cents, cents, sumCents } from '../shared/cents';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

/** What people are trained in, as the source paper names it. */
export const TRAINING_TECHNOLOGIES = ['dms', 'uc', 'beck_online', 'ai', 'other'] as const;
export type TrainingTechnology = (typeof TRAINING_TECHNOLOGIES)[number];

export const TRAINING_FORMATS = ['live', 'e_learning'] as const;
export type TrainingFormat = (typeof TRAINING_FORMATS)[number];

/** People of one unit in a session, each counted once. */
export interface Attendance {
  readonly unitId: string;
  readonly people: number;
}

/** Seats that were booked, and who came; attendance is null until it was held. */
export interface TrainingSession {
  readonly seats: number;
  readonly attendance: readonly Attendance[] | null;
}

export const attendedOf = ({ attendance }: TrainingSession): number | null =>
  attendance === null ? null : attendance.reduce((sum, { people }) => sum + people, 0);

export type SessionRefusal =
  Refusal<'TRAINING_SEATS', { readonly seats: number; readonly people: number }> | Refusal<'TRAINING_UNIT_TWICE'>;

/** More people than seats cannot have been there; a unit stands in the list once. */
export function checkSession(session: TrainingSession): Outcome<null, SessionRefusal> {
  const { seats, attendance } = session;
  const units = (attendance ?? []).map(({ unitId }) => unitId);
  if (new Set(units).size < units.length) return refuse({ code: 'TRAINING_UNIT_TWICE', params: {} });
  const people = attendedOf(session) ?? 0;
  return people > seats ? refuse({ code: 'TRAINING_SEATS', params: { seats, people } }) : ok(null);
}

/** Unit price times seats, because seats are paid for whether somebody comes or not; null: a contract covers it. */
export function sessionCost(unitPriceCents: Cents | null, seats: number): Cents | null {
  return unitPriceCents === null ? null : cents(unitPriceCents * seats);
}

/** Seats that nobody took; null until it was held. */
export function seatsFree(session: TrainingSession): number | null {
  const attended = attendedOf(session);
  return attended === null ? null : session.seats - attended;
}

/** A training without a price of its own is covered by a contract or paid from a line. */
export function checkPayment(training: {
  readonly unitPriceCents: number | null;
  readonly contractId: string | null;
  readonly lineId: string | null;
}): Outcome<null, Refusal<'TRAINING_PAYMENT_NEEDED'>> {
  const { unitPriceCents, contractId, lineId } = training;
  return unitPriceCents === null && contractId === null && lineId === null
    ? refuse({ code: 'TRAINING_PAYMENT_NEEDED', params: {} })
    : ok(null);
}

/** Trained people against people to train, in basis points; null where nobody said how many there are. Never above the whole. */
export function quotaOf(trained: number, toTrain: number | null): number | null {
  if (toTrain === null || toTrain === 0) return null;
  return Math.min(WHOLE_BASIS_POINTS, Math.round((trained * WHOLE_BASIS_POINTS) / toTrain));
}

/** A training of a year as the sums need it. */
export interface CountedTraining {
  readonly seats: number;
  /** Null while no session of the year was held. */
  readonly attended: number | null;
  readonly heldSeats: number;
  /** Null: covered by a contract. */
  readonly costCents: Cents | null;
}

export interface TrainingSummary {
  readonly count: number;
  readonly seats: number;
  readonly attended: number;
  /** Seats of sessions that were held and that nobody took. */
  readonly unused: number;
  readonly costCents: Cents;
  readonly coveredByContract: number;
}

export function summarizeTrainings(trainings: readonly CountedTraining[]): TrainingSummary {
  const total = (of: (training: CountedTraining) => number): number => trainings.reduce((sum, one) => sum + of(one), 0);
  const attended = total((one) => one.attended ?? 0);
  const costs = trainings.flatMap(({ costCents }) => costCents ?? []);
  return {
    count: trainings.length,
    seats: total(({ seats }) => seats),
    attended,
    unused: total(({ heldSeats }) => heldSeats) - attended,
    costCents: sumCents(costs),
    coveredByContract: trainings.length - costs.length,
  };
}
