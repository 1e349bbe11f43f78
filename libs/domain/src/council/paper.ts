import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { compareDates, type PlainDate } from '../shared/plain-date';
import { BODY_KINDS, type BodyKind } from './meeting';

/** What a paper is: Mitteilung, Stellungnahme, Anfrage, Beschlussvorlage. */
export const PAPER_KINDS = ['information', 'statement', 'question', 'decision'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A draft is seen by those who write it; what is published is seen by the bodies, and by everybody when it is public (Ö). */
export const PAPER_STATES = ['draft', 'published'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** What a body does with a paper: zur Kenntnis, Vorberatung, Entscheidung. */
export const CONSULTATION_KINDS = ['knowledge', 'preparation', 'decision'] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** Number of a printed paper (Drucksache): year, number, and a supplement such as the statement on a question. */
export interface DsNumber {
  readonly year: number;
  readonly number: number;
  readonly supplement: number | null;
}

const DS_FORM = /^(\d{2})-(\d{5})(?:-(\d{2}))?$/;

/** `25-25403` or `25-25403-01`; null for anything else. */
export function readDsNumber(text: string): DsNumber | null {
  const found = DS_FORM.exec(text);
  if (found === null) return null;
  const [, year = '', number = '', supplement] = found;
  return {
    year: 2000 + Number(year),
    number: Number(number),
    supplement: supplement === undefined ? null : Number(supplement),
  };
}

export const isDsNumber = (value: unknown): value is string =>
  typeof value === 'string' && readDsNumber(value) !== null;

/** The order in which papers were written: by year and number, a statement behind its question. */
export function compareDsNumbers(first: string, second: string): number {
  const [one, other] = [readDsNumber(first), readDsNumber(second)];
  if (one === null || other === null) return first < second ? -1 : first > second ? 1 : 0;
  return one.year - other.year || one.number - other.number || (one.supplement ?? -1) - (other.supplement ?? -1);
}

/** One body on the way of a paper. */
export interface PaperStep {
  readonly bodyKind: BodyKind;
  readonly heldOn: PlainDate;
  readonly consultation: ConsultationKind;
}

export type ConsultationRefusal =
  | Refusal<'PAPER_STEP_ORDER', { readonly heldOn: PlainDate }>
  | Refusal<'PAPER_STEP_DECISION'>
  | Refusal<'PAPER_STEP_KNOWLEDGE'>;

/**
 * Whether a paper may go this way: from day to day, and never back from council to committee. What asks for a decision is
 * decided once, at the end; information, statements and questions are taken note of.
 */
export function checkConsultation(kind: PaperKind, steps: readonly PaperStep[]): Outcome<null, ConsultationRefusal> {
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (before !== undefined && isBackwards(before, step)) {
      return refuse({ code: 'PAPER_STEP_ORDER', params: { heldOn: step.heldOn } });
    }
  }
  const decisions = steps.filter(({ consultation }) => consultation === 'decision').length;
  if (kind !== 'decision' && steps.some(({ consultation }) => consultation !== 'knowledge')) {
    return refuse({ code: 'PAPER_STEP_KNOWLEDGE', params: {} });
  }
  const isWellEnded = decisions === 1 && steps.at(-1)?.consultation === 'decision';
  if (kind === 'decision' && steps.length > 0 && !isWellEnded) {
    return refuse({ code: 'PAPER_STEP_DECISION', params: {} });
  }
  return ok(null);
}

function isBackwards(before: PaperStep, after: PaperStep): boolean {
  const byDay = compareDates(after.heldOn, before.heldOn);
  return byDay < 0 || BODY_KINDS.indexOf(after.bodyKind) < BODY_KINDS.indexOf(before.bodyKind);
}
