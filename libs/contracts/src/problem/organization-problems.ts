import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the order of the organisation refuses. */
export const ORGANIZATION_PROBLEMS = {
  UNIT_UNKNOWN: refusal(
    'Einheit gibt es nicht',
    'Unit does not exist',
    'Die übergeordnete Einheit gibt es nicht.',
    'The unit above does not exist.',
  ),
  UNIT_LEVEL_ORDER: refusal(
    'Ebene passt nicht',
    'Level does not fit',
    'Ein Dezernat steht ganz oben, ein Fachbereich ganz oben oder unter einem Dezernat. Darunter stehen Abteilungen und Stellen.',
    'A directorate stands at the top, a department at the top or below a directorate. Divisions stand below them.',
  ),
  UNIT_DAYS_ORDER: refusal(
    'Ende vor Beginn',
    'End before start',
    'Die Einheit kann nicht vor ihrem ersten Tag enden.',
    'The unit cannot end before its first day.',
  ),
  UNIT_PARENT_DAYS: refusal(
    'Gültigkeit reicht über die übergeordnete Einheit hinaus',
    'Validity exceeds that of the unit above',
    'Die übergeordnete Einheit gilt nicht an allen Tagen, an denen diese Einheit gelten soll.',
    'The unit above is not valid on all days on which this unit is to be valid.',
  ),
  UNIT_CHILDREN_DAYS: refusal(
    'Untergeordnete Einheiten gelten länger',
    'Units below are valid longer',
    '{children} untergeordnete Einheiten gelten an Tagen, an denen diese nicht mehr gelten soll. Bitte zuerst diese beenden oder verschieben.',
    '{children} units below are valid on days on which this one is not to be. Please end or move them first.',
  ),
} satisfies Record<string, ProblemKind>;
