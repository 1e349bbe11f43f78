import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What posts, figures and tasks are refused for. Nothing was recorded. */
export const CAPACITY_PROBLEMS = {
  POST_END_BEFORE_START: refusal(
    'Ende vor Beginn',
    'Ends before it starts',
    'Die Stelle endet am {until} und beginnt erst am {from}. Bitte prüfen Sie beide Daten.',
    'The post ends on {until} and begins on {from} only. Please check both dates.',
  ),
  OCCUPANCY_END_BEFORE_START: refusal(
    'Ende vor Beginn',
    'Ends before it starts',
    'Eine Besetzung oder Abwesenheit endet am {until} und beginnt erst am {from}. Bitte prüfen Sie beide Daten.',
    'An occupancy or absence ends on {until} and begins on {from} only. Please check both dates.',
  ),
  OCCUPANCY_OUTSIDE_POST: refusal(
    'Besetzung außerhalb der Stelle',
    'Occupancy outside the post',
    'Die Besetzung ab {from} liegt nicht ganz in der Zeit, für die es die Stelle gibt. Ein kw-Vermerk beendet die Stelle. Bitte passen Sie die Besetzung oder die Stelle an.',
    'The occupancy from {from} does not lie wholly within the time for which there is the post. A kw note ends the post. Please adjust the occupancy or the post.',
  ),
  OCCUPANCY_OVER_POST: refusal(
    'Stelle mehr als voll besetzt',
    'Post more than full',
    'Ab {on} ist die Stelle zu {percent} % besetzt, sie umfasst aber {postPercent} %. Bitte kürzen Sie eine Besetzung oder verlegen Sie ihren Beginn.',
    'From {on} the post is held to {percent} %, but it has {postPercent} %. Please shorten an occupancy or move its start.',
  ),
  SHARE_RANGE: refusal(
    'Mehr als eine volle Stelle',
    'More than a full post',
    'Die Wochenstunden liegen über denen einer vollen Stelle. Bitte prüfen Sie Stelle und Besetzungen.',
    'The weekly hours are more than those of a full post. Please check the post and who holds it.',
  ),
  PARAMETER_SOURCE_MISSING: refusal(
    'Quelle fehlt',
    'Source missing',
    'Eine Kennzahl braucht ihre Quelle, damit eine Bemessung später nachgerechnet werden kann. Bitte nennen Sie sie.',
    'A figure needs its source, so that a calculation can be checked later. Please name it.',
  ),
  PARAMETER_VALUE_RANGE: refusal(
    'Wert außerhalb des Möglichen',
    'Value out of range',
    'Der Wert liegt nicht zwischen {min} und {max}. Jahreswerte werden in Minuten eingetragen, Anteile als 0,1 für 10 %.',
    'The value does not lie between {min} and {max}. Yearly values are entered in minutes, shares as 0.1 for 10 %.',
  ),
  PARAMETER_KEY_UNFIT: refusal(
    'Angabe passt nicht zur Kennzahl',
    'Does not fit the figure',
    'Jahresminuten gelten für Tarifbeschäftigte oder für Beamte, ein Stundensatz für eine Entgelt- oder Besoldungsgruppe, alles andere für die ganze Stadt.',
    'Yearly minutes hold for employees or for officials, an hourly rate for a pay grade, everything else for the whole city.',
  ),
  ALLOWANCE_BASIS_MISSING: refusal(
    'Bezug der Verteilzeit fehlt',
    'Basis of the allowance missing',
    'Verteilzeit wird auf die Grundzeit aufgeschlagen (BMI) oder von den Jahresminuten abgezogen (KGSt). Bitte wählen Sie eines von beiden.',
    'The allowance is added to the base time (BMI) or taken from the yearly minutes (KGSt). Please choose one of the two.',
  ),
  ALLOWANCE_BOTH_BASES: refusal(
    'Verteilzeit doppelt',
    'Allowance twice',
    'Für diesen Tag ist die Verteilzeit schon mit dem anderen Bezug eingetragen. Beides zugleich würde dieselbe Zeit zweimal zählen. Bitte nehmen Sie zuerst den anderen Wert zurück.',
    'For this day the allowance is recorded on the other basis already. Both at once would count the same time twice. Please withdraw the other value first.',
  ),
  PARAMETER_SAME_DAY: refusal(
    'Kennzahl schon eingetragen',
    'Figure recorded already',
    'Ab {validFrom} gilt schon ein Wert. War er falsch, nehmen Sie ihn zuerst zurück; gilt ein neuer, tragen Sie ihn ab seinem Tag ein.',
    'From {validFrom} a value holds already. If it was wrong, withdraw it first; if a new one holds, enter it from its day.',
  ),
  PARAMETER_WITHDRAWN: refusal(
    'Kennzahl schon zurückgenommen',
    'Figure withdrawn already',
    'Dieser Wert wurde bereits zurückgenommen. Es ist nichts weiter zu tun.',
    'This value was withdrawn already. There is nothing more to do.',
  ),
  TASK_HOURS_WITHOUT_MINUTES: refusal(
    'Stunden haben keine Bearbeitungszeit',
    'Hours have no minutes a case',
    'Diese Aufgabe wird in Stunden geführt. Eine Bearbeitungszeit je Fall und ein Rückstand in Fällen gehören nur zu Aufgaben mit Fallzahlen.',
    'This task is told in hours. Minutes a case and a backlog in cases belong to tasks with case numbers only.',
  ),
  TASK_BACKLOG_UNDATED: refusal(
    'Tag der Zählung fehlt',
    'Day of the count missing',
    'Ein Rückstand gilt für den Tag, an dem gezählt wurde. Bitte geben Sie beides an oder keines von beiden.',
    'A backlog holds for the day on which it was counted. Please give both or neither.',
  ),
  TASK_GO_LIVE_NEEDS_MINUTES: refusal(
    'Bearbeitungszeit fehlt',
    'Minutes a case missing',
    'Was ein Vorhaben an einer Aufgabe ändert, lässt sich nur gegen ihre heutige Bearbeitungszeit sagen. Bitte tragen Sie diese zuerst ein oder lösen Sie die Verbindung zum Vorhaben.',
    'What a project changes about a task can only be told against its minutes today. Please enter these first, or take away the link to the project.',
  ),
  GO_LIVE_MONTHS_NEEDED: refusal(
    'Dauer des Anstiegs fehlt',
    'Length of the rise missing',
    'Steigt der Online-Anteil nach und nach, gehört dazu, nach wie vielen Monaten er erreicht ist. Kommt alles sofort, wählen Sie den Sprung.',
    'If the online share rises bit by bit, say after how many months it is reached. If it comes at once, choose the step.',
  ),
  TASK_NAME_TAKEN: refusal(
    'Aufgabe schon vorhanden',
    'Task exists already',
    'In dieser Organisationseinheit gibt es schon eine Aufgabe „{name}“. Bitte ergänzen Sie dort die Zahlen oder wählen Sie einen anderen Namen.',
    'This unit has a task "{name}" already. Please add the numbers there or choose another name.',
  ),
  TASK_ALLOWANCE_HALF: refusal(
    'Verteilzeit unvollständig',
    'Allowance incomplete',
    'Eine eigene Verteilzeit der Aufgabe braucht ihren Satz und ihren Bezug: Zuschlag auf die Grundzeit (BMI) oder Abzug von den Jahresminuten (KGSt). Bitte geben Sie beides an oder keines von beiden.',
    'An allowance of the task itself needs its rate and its basis: a surcharge on the base time (BMI) or a deduction from the yearly minutes (KGSt). Please give both or neither.',
  ),
  VOLUMES_YEAR_TWICE: refusal(
    'Jahr doppelt',
    'Year twice',
    'Die Zahlen des Jahres {fiscalYear} sind zweimal dabei. Gespeichert wurde nichts. Bitte laden Sie die Seite neu.',
    'The numbers of the year {fiscalYear} are there twice. Nothing was saved. Please load the page again.',
  ),
  STOCK_IN_FUTURE: refusal(
    'Zählung liegt in der Zukunft',
    'Count lies in the future',
    'Gezählt werden kann nur, was da ist: Der Tag der Zählung darf nicht nach heute liegen und kein Eingang nach der Zählung. Bitte prüfen Sie die Daten.',
    'Only what is there can be counted: the day of the count must not lie after today, and no receipt after the count. Please check the dates.',
  ),
  STOCK_MONTH_TWICE: refusal(
    'Monat doppelt',
    'Month twice',
    'Der Eingangsmonat {month} steht zweimal in der Zählung. Bitte fassen Sie beide Zeilen zusammen.',
    'The month of receipt {month} stands twice in the count. Please put both rows together.',
  ),
  STOCK_SUM: refusal(
    'Summe geht nicht auf',
    'The sum does not add up',
    'Die Eingangsmonate ergeben zusammen {sum} Fälle, gezählt sind {total}. Bitte gleichen Sie beides an.',
    'The months of receipt add up to {sum} cases, {total} are counted. Please bring both together.',
  ),
  TASK_HOURS_WITHOUT_DRIVERS: refusal(
    'Nur für Aufgaben mit Fallzahlen',
    'For tasks with case numbers only',
    'Diese Aufgabe wird in Stunden geführt. Rechtsänderungen und Verlängerungswellen bewegen Fallzahlen; planen Sie hier die Stunden selbst.',
    'This task is told in hours. Changes of the law and waves of renewals move case numbers; plan the hours themselves here.',
  ),
  DRIVER_LAW_INCOMPLETE: refusal(
    'Angaben zur Rechtsänderung fehlen',
    'Change of the law incomplete',
    'Eine Rechtsänderung braucht den Monat, ab dem sie wirkt, und den Faktor für die Fälle. Bitte ergänzen Sie beides.',
    'A change of the law needs the month from which it holds and the factor for the cases. Please add both.',
  ),
  DRIVER_WAVE_INCOMPLETE: refusal(
    'Angaben zur Verlängerungswelle fehlen',
    'Wave of renewals incomplete',
    'Eine Verlängerungswelle braucht die Gültigkeitsdauer, den Anteil, der wiederkommt, und die ausgestellten Dokumente je Monat. Bitte ergänzen Sie, was fehlt.',
    'A wave of renewals needs how long the documents hold, the share that comes again and the documents issued in each month. Please add what is missing.',
  ),
  DRIVER_MONTH_START: refusal(
    'Monat nicht am Ersten',
    'Month not on its first day',
    'Fallzahlen gelten für ganze Monate. Bitte geben Sie den ersten Tag des Monats an.',
    'Case numbers hold for whole months. Please give the first day of the month.',
  ),
} satisfies Record<string, ProblemKind>;
