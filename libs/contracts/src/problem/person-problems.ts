import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string, status = 409): ProblemKind => ({
  status,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** People, their roles and their substitutes. */
export const PERSON_PROBLEMS = {
  ROLE_INCOMPLETE: refusal(
    'Angaben zur Rolle fehlen',
    'Details of the role missing',
    'Zur Rolle {role} passen die Angaben nicht: Rollen eines Bereichs brauchen eine Organisationseinheit, Koordination und Prüfstellen ihre Art, alle anderen keines von beiden; das Ende liegt nicht vor dem Anfang.',
    'The details do not fit the role {role}: roles of a unit need a unit, coordinators and reviewers their kind, all others neither; the end is not before the start.',
    422,
  ),
  ROLE_HELD: refusal(
    'Rolle schon vorhanden',
    'Role already held',
    'Die Rolle {role} hat diese Person in diesem Zeitraum schon.',
    'This person already holds the role {role} in this period.',
  ),
  PERSON_DISABLED: refusal(
    'Zugang gesperrt',
    'Account disabled',
    'Der Zugang dieser Person ist gesperrt.',
    'The account of this person is disabled.',
  ),
  PERSON_INVITED: refusal(
    'Einladung noch offen',
    'Invitation still open',
    'Diese Person hat ihre Einladung noch nicht angenommen.',
    'This person has not accepted the invitation yet.',
  ),
  SUBSTITUTE_UNKNOWN: refusal(
    'Vertretung nicht möglich',
    'Substitute not possible',
    'Die Vertretung muss eine andere Person mit aktivem Zugang sein.',
    'The substitute must be another person with an active account.',
  ),
  SUBSTITUTE_PERIOD: refusal(
    'Zeitraum der Vertretung',
    'Period of the substitute',
    'Eine Vertretung beginnt frühestens heute und dauert höchstens {days} Tage.',
    'A substitute starts today at the earliest and stands in for at most {days} days.',
    422,
  ),
  NOTHING_TO_DELEGATE: refusal(
    'Keine Rolle zu übertragen',
    'No role to hand over',
    'In diesem Zeitraum gibt es keine eigene Rolle, die übertragen werden kann und nicht schon übertragen ist.',
    'In this period there is no role of one’s own that can be handed over and is not handed over already.',
  ),
  PASSWORD_WRONG: refusal(
    'Passwort stimmt nicht',
    'Password not correct',
    'Das bisherige Passwort stimmt nicht.',
    'The current password is not correct.',
    422,
  ),
  TOKENS_MAX: refusal(
    'Zu viele Schlüssel',
    'Too many tokens',
    'Mehr als {max} persönliche Zugangsschlüssel sind nicht möglich. Bitte zuerst einen widerrufen.',
    'More than {max} personal tokens are not possible. Please revoke one first.',
  ),
} satisfies Record<string, ProblemKind>;
