import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What commitment authorities and obligations of several years refuse. Nothing was recorded. */
export const COMMITMENT_PROBLEMS = {
  COMMITMENT_AUTHORITY_EXCEEDED: refusal(
    'Mehr als die Verpflichtungsermächtigung',
    'More than the commitment authority',
    'Von der Verpflichtungsermächtigung sind noch {leftCents} frei, gebraucht werden {neededCents}; es fehlen {missingCents}. Nötig ist eine weitere Ermächtigung (§ 119 NKomVG).',
    '{leftCents} of the commitment authority are still free, {neededCents} are needed; {missingCents} are missing. A further authority is needed (section 119 NKomVG).',
  ),
  COMMITMENT_SLICE_EXCEEDED: refusal(
    'Mehr als die Scheibe des Jahres',
    "More than the year's slice",
    'Für {fiscalYear} sind noch {leftCents} frei, die Scheibe würde um {overCents} überschritten. Nach den Regeln Ihrer Stadt geht das nicht, auch wenn die Summe reicht.',
    'For {fiscalYear} there are {leftCents} free; the slice would be exceeded by {overCents}. The rules of your city do not allow that, even within the total.',
  ),
  COMMITMENT_SLICE_REASON: refusal(
    'Bitte begründen: mehr als die Scheibe des Jahres',
    "Please give a reason: more than the year's slice",
    'Für {fiscalYear} sind noch {leftCents} frei, die Scheibe wird um {overCents} überschritten. Die Summe reicht. Nennen Sie den Grund, dann wird es eingetragen.',
    'For {fiscalYear} there are {leftCents} free; the slice is exceeded by {overCents}. The total suffices. Give the reason and it will be recorded.',
  ),
  COMMITMENT_NOT_USABLE: refusal(
    'Verpflichtungsermächtigung gilt noch nicht',
    'Commitment authority not in force yet',
    'Die Verpflichtungsermächtigung {number} gehört zu einem Plan, der noch nicht in Kraft ist. Bis dahin darf niemand aus ihr Verträge schließen.',
    'The commitment authority {number} belongs to a plan that is not in force yet. Until then nobody may conclude contracts from it.',
  ),
  COMMITMENT_LAPSED: refusal(
    'Verpflichtungsermächtigung ist verfallen',
    'Commitment authority has lapsed',
    'Die Ermächtigung aus {planYear} durfte bis {lapsedOn} genutzt werden; der Vertrag ist später geschlossen. Nötig ist eine Ermächtigung des neuen Plans oder ein eigener Beschluss (§ 119 NKomVG).',
    'The authority of {planYear} could be used until {lapsedOn}; the contract was concluded later. An authority of the new plan or a decision of its own is needed (section 119 NKomVG).',
  ),
  COMMITMENT_AUTHORITY_NEEDED: refusal(
    'Verpflichtungsermächtigung fehlt',
    'Commitment authority missing',
    'Wer künftige Jahre mit Auszahlungen für Investitionen belastet, braucht eine Verpflichtungsermächtigung ({rule}). Bitte wählen Sie eine aus.',
    'Burdening future years with payments for investment needs a commitment authority ({rule}). Please choose one.',
  ),
  COMMITMENT_LINE_UNFIT: refusal(
    'Keine Investitionszeile',
    'Not an investment line',
    'Verpflichtungsermächtigungen gelten Auszahlungen für Investitionen. Laufende Verträge brauchen keine; tragen Sie sie als Verpflichtung ein.',
    'Commitment authorities are for investment payments. Running contracts need none; record them as an obligation.',
  ),
  COMMITMENT_OTHER_PROJECT: refusal(
    'Ermächtigung für ein anderes Projekt',
    'Authority for another project',
    'Die Verpflichtungsermächtigung {number} gilt für eine andere Zeile und ein anderes Projekt.',
    'The commitment authority {number} is for another line and another project.',
  ),
  COMMITMENT_SLICE_YEAR: refusal(
    'Jahr liegt nicht in der Zukunft',
    'Year is not a later one',
    'Eine Verpflichtungsermächtigung {planYear} gilt für spätere Jahre, jedes höchstens einmal; {fiscalYear} passt nicht.',
    'A commitment authority of {planYear} is for later years, each once at most; {fiscalYear} does not fit.',
  ),
  COMMITMENT_DECISION_NEEDED: refusal(
    'Plan oder Beschluss fehlt',
    'Plan or decision missing',
    'Eine Verpflichtungsermächtigung gehört in eine Planfassung oder hat einen eigenen Beschluss mit Datum und Dokument.',
    'A commitment authority belongs to a plan version or has a decision of its own with date and document.',
  ),
  COMMITMENT_VERSION_FIXED: refusal(
    'Planfassung ist beschlossen',
    'Plan version is adopted',
    'In diese Planfassung lässt sich für {fiscalYear} nichts mehr eintragen. Möglich ist ein Nachtrag oder ein eigener Beschluss.',
    'Nothing can be entered into this plan version for {fiscalYear} any more. A supplementary plan or a decision of its own is possible.',
  ),
  OBLIGATION_EMPTY: refusal(
    'Beträge fehlen',
    'Amounts missing',
    'Eine mehrjährige Verpflichtung nennt mindestens ein Jahr mit einem Betrag.',
    'An obligation of several years names at least one year with an amount.',
  ),
  OBLIGATION_YEAR_PAST: refusal(
    'Jahr liegt nicht in der Zukunft',
    'Year is not a later one',
    'Hier stehen nur Jahre nach {planYear}; {fiscalYear} gehört in den Haushalt des Jahres, als Auftrag auf der Zeile.',
    'Only years after {planYear} stand here; {fiscalYear} belongs to the budget of the year, as an order on the line.',
  ),
  OBLIGATION_REVERSED: refusal(
    'Schon zurückgenommen',
    'Taken back already',
    'Dieser Eintrag ist schon durch einen Gegeneintrag aufgehoben.',
    'This record has already been undone by a counter record.',
  ),
} satisfies Record<string, ProblemKind>;
