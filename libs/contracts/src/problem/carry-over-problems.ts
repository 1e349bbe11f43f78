import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused about carrying authority over (§ 20 KomHKVO). No proposal of the batch was stored or decided. */
export const CARRY_OVER_PROBLEMS = {
  CARRY_OVER_RESERVE: refusal(
    'Deckungsreserve ist nicht übertragbar',
    'The contingency is not carried over',
    'Zeile {number} ist Deckungsreserve. Sie verfällt mit dem Jahr (§ 13 KomHKVO).',
    'Line {number} is a contingency. It lapses with the year (§ 13 KomHKVO).',
  ),
  CARRY_OVER_EXCLUDED: refusal(
    'Zeile ist nicht übertragbar',
    'The line is not carried over',
    'Ein Haushaltsvermerk schließt Zeile {number} von der Übertragung aus (§ 20 KomHKVO). Ihr Rest verfällt mit dem Jahr; offene Aufträge gehen ohne Rest mit.',
    'A budget note excludes line {number} from carrying over (§ 20 KomHKVO). Its rest lapses with the year; open orders go along without one.',
  ),
  CARRY_OVER_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Zeile {number}: Ein Haushaltsrest braucht eine Begründung, sie steht später im Rechenschaftsbericht (§ 20 KomHKVO).',
    'Line {number}: carrying over needs a reason; it will stand in the annual report (§ 20 KomHKVO).',
  ),
  CARRY_OVER_KIND: refusal(
    'Art passt nicht',
    'Kind does not fit',
    'Zeile {number}: In dieser Art sind nur {grantedCents} übertragbar. Bitte eine andere Art wählen.',
    'Line {number}: only {grantedCents} can be carried over as this kind. Please choose another one.',
  ),
  CARRY_OVER_ABOVE: refusal(
    'Mehr als übertragbar ist',
    'More than can be carried over',
    'Zeile {number}: Höchstens {maximumCents} sind übertragbar (fortgeschriebener Ansatz − Sperre − Ist − Reservierungen, im Deckungskreis auch − was auf anderen Zeilen bestellt bleibt), verlangt sind {amountCents}.',
    'Line {number}: at most {maximumCents} can be carried over (adjusted appropriation − lock − actual − reservations, in a cover pool also − what stays ordered on other lines), {amountCents} are asked for.',
  ),
  CARRY_OVER_EMPTY: refusal(
    'Nichts zu übertragen',
    'Nothing to carry over',
    'Zeile {number}: Der Betrag ist 0,00 € und es gibt keinen offenen Auftrag, der mitgenommen werden könnte.',
    'Line {number}: the amount is €0.00 and there is no open order to take along.',
  ),
  CARRY_OVER_TWICE: refusal(
    'Zeile doppelt',
    'Line twice',
    'Eine Zeile kommt zweimal vor. Bitte je Zeile einen Betrag angeben.',
    'A line occurs twice. Please give one amount for each line.',
  ),
  CARRY_OVER_DECIDED: refusal(
    'Schon entschieden',
    'Already decided',
    'Über einen der Vorschläge ist inzwischen entschieden. Es wurde nichts geändert; bitte die Liste neu ansehen.',
    'One of the proposals has been decided in the meantime. Nothing was changed; please look at the list again.',
  ),
} satisfies Record<string, ProblemKind>;
