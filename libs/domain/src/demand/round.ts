import { type PlainDate, addDays, compareDates } from '../shared/plain-date';
import type { DemandState } from './workflow';

/** A round is prepared, open for demands, frozen (nothing moves but by finance), and closed when the plan is adopted. */
export const ROUND_STATES = ['preparing', 'open', 'frozen', 'closed'] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_STEPS = ['open', 'freeze', 'thaw', 'close'] as const;
export type RoundStep = (typeof ROUND_STEPS)[number];

/** From where each step of a round may be taken and where it leads. */
export const ROUND_WORKFLOW: Readonly<
  Record<RoundStep, { readonly from: readonly RoundState[]; readonly to: RoundState; readonly needsReason: boolean }>
> = {
  open: { from: ['preparing'], to: 'open', needsReason: false },
  freeze: { from: ['open'], to: 'frozen', needsReason: true },
  thaw: { from: ['frozen'], to: 'open', needsReason: true },
  close: { from: ['frozen'], to: 'closed', needsReason: true },
};

/** The phases of the yearly cycle, each with the day by which it ends. */
export const ROUND_PHASES = ['submit', 'determine', 'examine', 'deliberate', 'plan', 'adopt'] as const;
export type RoundPhase = (typeof ROUND_PHASES)[number];

export type PhaseDates = Readonly<Record<RoundPhase, PlainDate>>;

/** The phase that waits for a demand in this state; null where nobody has to do anything any more. */
export function waitingPhase(state: DemandState): RoundPhase | null {
  switch (state) {
    case 'draft':
      return 'submit';
    case 'submitted':
      return 'determine';
    case 'determined':
      return 'examine';
    case 'examined':
      return 'deliberate';
    case 'deliberated':
      return 'plan';
    case 'planned':
      return 'adopt';
    default:
      return null;
  }
}

/** The phase of a day: the first one whose last day has not passed; null after the last one. */
export function currentPhase(dates: PhaseDates, today: PlainDate): RoundPhase | null {
  return ROUND_PHASES.find((phase) => compareDates(today, dates[phase]) <= 0) ?? null;
}

/** Whether somebody is late with a demand: what its state waits for should have been done. */
export function isLate(state: DemandState, dates: PhaseDates, today: PlainDate): boolean {
  const phase = waitingPhase(state);
  return phase !== null && compareDates(dates[phase], today) < 0;
}

/** Phases end one after the other, on different days or on the same one. */
export function arePhasesInOrder(dates: PhaseDates): boolean {
  return ROUND_PHASES.every((phase, at) => {
    const next = ROUND_PHASES[at + 1];
    return next === undefined || compareDates(dates[phase], dates[next]) <= 0;
  });
}

/** How long before the end of a phase people are reminded of it. */
export const REMIND_DAYS_BEFORE = 7;

/** Phases whose last day has passed. */
export function phasesOver(dates: PhaseDates, today: PlainDate): RoundPhase[] {
  return ROUND_PHASES.filter((phase) => compareDates(dates[phase], today) < 0);
}

/** Phases that end within a week, today included. */
export function phasesEndingSoon(dates: PhaseDates, today: PlainDate): RoundPhase[] {
  const last = addDays(today, REMIND_DAYS_BEFORE);
  return ROUND_PHASES.filter(
    (phase) => compareDates(dates[phase], today) >= 0 && compareDates(dates[phase], last) <= 0,
  );
}
