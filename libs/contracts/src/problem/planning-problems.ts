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
  PLAN_TABLE_HEADER: refusal(
    'Tabelle nicht erkannt',
    'Table not recognised',
    'In den ersten 30 Zeilen steht keine Kopfzeile mit „Zeile“ und mindestens einem Jahr dieser Planfassung. Bitte laden Sie die Beträge als Excel-Datei herunter und ändern Sie diese.',
    'The first 30 rows hold no head with “Line” and at least one year of this plan version. Please download the amounts as a spreadsheet and change that one.',
  ),
  PLAN_TABLE_YEAR_TWICE: refusal(
    'Jahr steht zweimal da',
    'Year stands there twice',
    'Das Jahr {fiscalYear} steht über zwei Spalten. Es ist nicht zu erkennen, welche gilt; bitte lassen Sie eine davon weg.',
    'The year {fiscalYear} stands over two columns. Which one holds cannot be told; please leave one of them out.',
  ),
  PLAN_TABLE_FORMULA: refusal(
    'Formel ohne Wert',
    'Formula without a value',
    'In Zeile {row} steht eine Formel, deren Wert nicht in der Datei steht. Leer gelesen würde sie einen Ansatz löschen. Bitte öffnen Sie die Datei in Excel und speichern Sie sie noch einmal.',
    'Row {row} holds a formula whose value is not in the file. Read as blank it would empty an amount. Please open the file in your spreadsheet program and save it again.',
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
  PLAN_RULES_NEED_SOURCE: refusal(
    'Regeln brauchen eine Vorlage',
    'Rules need a source',
    'Regeln schreiben kopierte Beträge fort. Bitte eine Planfassung als Vorlage wählen oder ohne Regeln beginnen.',
    'Rules index copied amounts. Please choose a plan version as the source, or begin without rules.',
  ),
  PLAN_INDEX_TOO_LARGE: refusal(
    'Betrag zu groß',
    'Amount too large',
    'Mit dieser Regel würde die Zeile {lineNumber} im Jahr {fiscalYear} größer als 9.999.999.999,99 €. Es wurde nichts angelegt.',
    'With this rule line {lineNumber} would exceed €9,999,999,999.99 in {fiscalYear}. Nothing was made.',
  ),
  PLAN_PAPER_TOO_LONG: refusal(
    'Zu viele Zeilen für ein Dokument',
    'Too many lines for one document',
    'Diese Fassung hat {count} Zeilen, gedruckt werden höchstens {max} auf einmal. Bitte einen Teilhaushalt wählen.',
    'This version has {count} lines; at most {max} are printed at once. Please choose a sub-budget.',
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
  PLAN_TEXT_FINAL: refusal(
    'Beschlossene Fassung',
    'Adopted version',
    'Diese Planfassung ist beschlossen. Notizen und Erläuterungen gehören dazu und ändern sich nicht mehr.',
    'This plan version has been adopted. Its notes and explanations belong to it and do not change any more.',
  ),
  PLAN_MONTHS_SUPERSEDED: refusal(
    'Fassung gilt nicht mehr',
    'Version no longer in force',
    'Diese Planfassung ist durch eine spätere ersetzt. Bitte die Monate in der geltenden Fassung eintragen.',
    'A later version has replaced this one. Please enter the months in the version in force.',
  ),
  PLAN_MONTHS_NO_AMOUNT: refusal(
    'Kein Betrag für das Jahr',
    'No amount for the year',
    'Für {fiscalYear} ist auf dieser Zeile nichts geplant, also gibt es auch keine Monate. Bitte zuerst den Betrag eintragen.',
    'Nothing is planned on this line for {fiscalYear}, so there are no months. Please enter the amount first.',
  ),
  PLAN_MONTHS_TWELVE: refusal(
    'Zwölf Monate nötig',
    'Twelve months needed',
    'Eigene Monate brauchen genau zwölf Werte. Es wurde nichts gespeichert.',
    'Own months need exactly twelve values. Nothing was stored.',
  ),
  PLAN_MONTHS_SIGN: refusal(
    'Vorzeichen passt nicht',
    'Sign does not fit',
    'Ein Monat hat ein anderes Vorzeichen als das Jahr. Es wurde nichts gespeichert.',
    'A month has another sign than the year. Nothing was stored.',
  ),
  PLAN_MONTHS_SUM: refusal(
    'Die Monate ergeben nicht das Jahr',
    'The months do not add up to the year',
    'Die zwölf Monate ergeben nicht genau den Jahresbetrag. Es fehlen {missingCents}; ein Minus heißt: zu viel.',
    'The twelve months do not add up to the amount of the year. {missingCents} are missing; a minus means too much.',
  ),
  PLAN_SHARES_SUM: refusal(
    'Die Anteile ergeben nicht 100 %',
    'The shares do not add up to 100 %',
    'Die zwölf Anteile ergeben nicht genau 100,00 %. Es wurde nichts gespeichert.',
    'The twelve shares do not add up to exactly 100.00 %. Nothing was stored.',
  ),
  FRAME_CEILING_UNKNOWN: refusal(
    'Rahmen nicht bekannt',
    'Frame not known',
    'Der Rahmen {frame} ist für {fiscalYear} nicht bekannt. Planen geht nur mit einer ausdrücklichen Begründung der Kämmerei.',
    'The frame {frame} is not known for {fiscalYear}. Planning needs an explicit reason of the finance office.',
  ),
} satisfies Record<string, ProblemKind>;
