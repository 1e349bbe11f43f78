import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { WHOLE_BASIS_POINTS } from '../shared/ratio';

/** From 1 (does not help me at all) to 5 (helps me very much). */
export const SURVEY_LEVELS = 5;
/** Fewer answers would tell who said what. */
export const FEWEST_ANSWERS = 5;

/** A small survey of staff: how many were asked, and how many gave each of the five answers, from worst to best. */
export interface Survey {
  readonly invited: number;
  readonly answers: readonly number[];
}

export interface Acceptance {
  readonly answered: number;
  readonly responseBasisPoints: number;
  /** Mean in hundredths: 384 is 3.84 of 5. */
  readonly meanHundredths: number;
  /** Those who gave one of the two best answers. */
  readonly contentBasisPoints: number;
}

export type SurveyRefusal =
  | Refusal<'SURVEY_ANSWERS'>
  | Refusal<'SURVEY_ABOVE_INVITED', { readonly answered: number; readonly invited: number }>
  | Refusal<'SURVEY_TOO_FEW', { readonly fewest: number }>;

/** Whether a survey may be kept: five counts, no more answers than people asked, and enough to hide who said what. */
export function checkSurvey({ invited, answers }: Survey): Outcome<Acceptance, SurveyRefusal> {
  if (answers.length !== SURVEY_LEVELS || answers.some((count) => !Number.isSafeInteger(count) || count < 0)) {
    return refuse({ code: 'SURVEY_ANSWERS', params: {} });
  }
  const answered = answers.reduce((sum, count) => sum + count, 0);
  if (answered > invited) return refuse({ code: 'SURVEY_ABOVE_INVITED', params: { answered, invited } });
  if (answered < FEWEST_ANSWERS) return refuse({ code: 'SURVEY_TOO_FEW', params: { fewest: FEWEST_ANSWERS } });
  return ok(acceptanceOf({ invited, answers }));
}

/** What a survey that was checked before says. */
export function acceptanceOf({ invited, answers }: Survey): Acceptance {
  const answered = answers.reduce((sum, count) => sum + count, 0);
  const points = answers.reduce((sum, count, at) => sum + count * (at + 1), 0);
  const content = (answers[3] ?? 0) + (answers[4] ?? 0);
  return {
    answered,
    responseBasisPoints: Math.round((answered * WHOLE_BASIS_POINTS) / invited),
    meanHundredths: Math.round((points * 100) / answered),
    contentBasisPoints: Math.round((content * WHOLE_BASIS_POINTS) / answered),
  };
}
