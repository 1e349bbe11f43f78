import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What planning refuses: years, frames and plan versions. */
export const PLANNING_PROBLEMS = {
  BOOKS_STEP: refusal(
    'Schritt jetzt nicht möglich',
    'Step not possible now',
    'Die Bücher des Haushaltsjahres {fiscalYear} sind in einem Zustand, in dem dieser Schritt nicht vorgesehen ist.',
    'The books of fiscal year {fiscalYear} are in a state in which this step is not provided for.',
  ),
  BOOKS_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Zum Wiederöffnen der Bücher {fiscalYear} gehört eine Begründung.',
    'Reopening the books of {fiscalYear} needs a reason.',
  ),
  BOOKS_NOT_RECONCILED: refusal(
    'Abgleich nicht 0,00',
    'Reconciliation not 0.00',
    'Die Bücher {fiscalYear} können nicht geschlossen werden: Gespeicherte Stände weichen um zusammen {differenceCents} von den Bewegungen ab. Bitte zuerst den Abgleich klären.',
    'The books of {fiscalYear} cannot be closed: stored balances differ from the movements by {differenceCents} in all. Please settle the reconciliation first.',
  ),
  PLAN_NAME_TAKEN: refusal(
    'Name vergeben',
    'Name taken',
    'Eine Planfassung mit dem Namen „{name}“ gibt es schon.',
    'A plan version named “{name}” already exists.',
  ),
  PLAN_YEARS_DIFFER: refusal(
    'Jahre passen nicht',
    'Years do not fit',
    'Das Haushaltsjahr {fiscalYear} gehört zum Haushalt {firstYear} bis {lastYear}. Ein Plan umfasst alle Jahre seines Haushalts.',
    'Fiscal year {fiscalYear} belongs to the budget {firstYear} to {lastYear}. A plan covers all years of its budget.',
  ),
  PLAN_SOURCE_NEEDED: refusal(
    'Nachtrag braucht einen Plan',
    'Supplementary budget needs a plan',
    'Ein Nachtrag ändert einen bestehenden Plan derselben Jahre. Bitte diesen als Vorlage wählen.',
    'A supplementary budget changes an existing plan of the same years. Please choose it as the source.',
  ),
  PLAN_EMPTY: refusal(
    'Plan ist leer',
    'Plan is empty',
    'In dieser Planfassung steht noch kein Betrag.',
    'There is no amount in this plan version yet.',
  ),
  PLAN_REASON_NEEDED: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Zum Zurückziehen gehört eine Begründung.',
    'Taking the plan back needs a reason.',
  ),
  PLAN_DECISION_NEEDED: refusal(
    'Beschluss fehlt',
    'Decision missing',
    'Zum Beschluss gehören ein Datum, das nicht in der Zukunft liegt, und die Vorlage oder Niederschrift.',
    'A decision needs a date that is not in the future, and the council paper or the minutes.',
  ),
  PLAN_SUBMISSION_NEEDED: refusal(
    'Tag der Vorlage fehlt',
    'Day of submission missing',
    'Bitte den Tag angeben, an dem die Aufsicht den Plan bekommen hat. Er liegt nicht in der Zukunft.',
    'Please give the day on which the supervisory authority got the plan. It is not in the future.',
  ),
  PLAN_DISPLAY_NEEDED: refusal(
    'Ende der Auslegung fehlt',
    'End of display missing',
    'Bitte den letzten Tag der öffentlichen Auslegung angeben.',
    'Please give the last day of the public display.',
  ),
  PLAN_NOT_DUE: refusal(
    'Noch nicht in Kraft',
    'Not in force yet',
    'Der Plan tritt am {inForceOn} in Kraft: am Tag nach der Auslegung, frühestens mit dem Haushaltsjahr (§ 112 Abs. 3 NKomVG).',
    'The plan enters into force on {inForceOn}: the day after the display, not before the fiscal year (§ 112 (3) NKomVG).',
  ),
  PLAN_IMPORT_PARTIAL: refusal(
    'Import enthält nur einen Teil des Plans',
    'Import holds only part of the plan',
    'Der importierten Fassung fehlen {count} Zeilen des geltenden Plans „{name}“. Bitte einen Nachtrag als Kopie des geltenden Plans anlegen.',
    'The imported version lacks {count} lines of the plan in force “{name}”. Please make a supplementary budget as a copy of the plan in force.',
  ),
  PLAN_SOURCE_UNKNOWN: refusal(
    'Vorlage gibt es nicht',
    'Source does not exist',
    'Die Planfassung, die kopiert werden soll, gibt es nicht.',
    'The plan version to be copied does not exist.',
  ),
  PLAN_FINAL: refusal(
    'Beschlossene Beträge stehen fest',
    'Adopted amounts are final',
    'Diese Planfassung ist beschlossen. Ihre Beträge ändert nur noch ein Nachtrag (§ 115 NKomVG).',
    'This plan version has been adopted. Its amounts change only by a supplementary budget (§ 115 NKomVG).',
  ),
  PLAN_YEAR_OUTSIDE: refusal(
    'Jahr außerhalb der Planung',
    'Year outside the plan',
    'Das Jahr {fiscalYear} liegt nicht im Planungszeitraum {firstYear} bis {lastYear} (§ 118 Abs. 1 NKomVG).',
    'The year {fiscalYear} is not within the planning period {firstYear} to {lastYear} (§ 118 (1) NKomVG).',
  ),
  PLAN_LINES_UNKNOWN: refusal(
    'Zeilen gibt es nicht',
    'Lines do not exist',
    '{count} der genannten Zeilen gibt es nicht oder sie sind stillgelegt.',
    '{count} of the named lines do not exist or have been shut down.',
  ),
  PLAN_CELLS_CHANGED: refusal(
    'Inzwischen geändert',
    'Changed in the meantime',
    '{count} Beträge hat inzwischen jemand anderes geändert. Bitte vergleichen; es wurde nichts gespeichert.',
    'Somebody else has changed {count} amounts in the meantime. Please compare; nothing was stored.',
  ),
  PLAN_CELL_TWICE: refusal(
    'Betrag doppelt',
    'Amount twice',
    'Eine Zeile kommt für dasselbe Jahr zweimal vor. Es wurde nichts gespeichert.',
    'A line occurs twice for the same year. Nothing was stored.',
  ),
  FRAME_CEILING_UNKNOWN: refusal(
    'Rahmen nicht bekannt',
    'Frame not known',
    'Der Rahmen {frame} ist für {fiscalYear} nicht bekannt. Planen geht nur mit einer ausdrücklichen Begründung der Kämmerei.',
    'The frame {frame} is not known for {fiscalYear}. Planning needs an explicit reason of the finance office.',
  ),
} satisfies Record<string, ProblemKind>;
