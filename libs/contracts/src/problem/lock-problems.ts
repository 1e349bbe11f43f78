import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What is refused about locks of the authority and their lifting (§ 32 KomHKVO). Nothing was locked or lifted. */
export const LOCK_PROBLEMS = {
  LOCK_NO_BASIS: refusal(
    'Nichts zu sperren',
    'Nothing to lock',
    'Keine der gewählten Zeilen hat zum Tag der Sperre einen Ansatz. Bitte andere Zeilen oder einen anderen Tag wählen.',
    'None of the chosen lines has an appropriation on the day of the lock. Please choose other lines or another day.',
  ),
  LOCK_ABOVE_BASIS: refusal(
    'Mehr als der Ansatz',
    'More than the appropriation',
    'Gesperrt werden sollen {amountCents}, der fortgeschriebene Ansatz dafür beträgt nur {basisCents}. Bitte den Betrag verringern oder mehr Zeilen wählen.',
    '{amountCents} are to be locked, but the adjusted appropriation for it is only {basisCents}. Please lower the amount or choose more lines.',
  ),
  LOCK_LINE_UNKNOWN: refusal(
    'Zeilen nicht in der Auswahl',
    'Lines not in the selection',
    '{count} der genannten Zeilen gehören nicht zur Auswahl oder sind stillgelegt. Bitte die Auswahl prüfen.',
    '{count} of the named lines are not in the selection or have been shut down. Please check the selection.',
  ),
  LOCK_TERMS: refusal(
    'Angabe zur Sperre fehlt',
    'Terms of the lock missing',
    'Bitte angeben, was gesperrt wird: ein Anteil in Prozent, ein Gesamtbetrag mit seiner Verteilung oder Beträge je Zeile.',
    'Please say what is locked: a share in percent, a whole sum with its spread, or amounts by line.',
  ),
  LOCK_TOO_MANY: refusal(
    'Zu viele Zeilen',
    'Too many lines',
    'Die Auswahl findet mehr als {max} Zeilen. Bitte die Sperre auf mehrere Auswahlen verteilen.',
    'The selection finds more than {max} lines. Please divide the lock among several selections.',
  ),
  LOCK_DATE: refusal(
    'Tag liegt in der Zukunft',
    'Day is in the future',
    'Eine Entscheidung kann erst erfasst werden, wenn sie getroffen ist. Bitte ein Datum bis heute angeben.',
    'A decision can be recorded once it has been made. Please give a date until today.',
  ),
  LOCK_CHANGED: refusal(
    'Sperre hat sich geändert',
    'Lock has changed',
    'Mit dem heutigen Stand würden {amountCents} gesperrt, gesehen hatten Sie {expectedCents}. Bitte die Vorschau noch einmal ansehen.',
    'With the figures of now {amountCents} would be locked, you had seen {expectedCents}. Please look at the preview again.',
  ),
  LOCK_NOT_IN_FORCE: refusal(
    'Sperre gilt nicht',
    'Lock not in force',
    'Diese Sperre wartet noch auf die zweite Person oder wurde nicht bestätigt. Aufheben lässt sich nur, was gesperrt ist.',
    'This lock still waits for its second person or was not confirmed. Only what is locked can be lifted.',
  ),
  LOCK_LIFT_REASON: refusal(
    'Begründung fehlt',
    'Reason missing',
    'Eine Sperre wird nur mit Begründung aufgehoben (§ 32 KomHKVO). Die Sperre bleibt bestehen; bitte sagen, was sich gebessert hat.',
    'A lock is lifted with a reason only (§ 32 KomHKVO). The lock stays; please say what has improved.',
  ),
  LOCK_LIFT_EMPTY: refusal(
    'Nichts aufzuheben',
    'Nothing to lift',
    'Auf den gewählten Zeilen ist nichts mehr gesperrt.',
    'Nothing is locked any more on the chosen lines.',
  ),
  LOCK_LIFT_EXCEEDED: refusal(
    'Mehr als gesperrt ist',
    'More than is locked',
    'Gesperrt sind noch {lockedCents}, aufgehoben werden sollten {amountCents}.',
    '{lockedCents} are still locked, {amountCents} were to be lifted.',
  ),
  LOCK_REPORTED: refusal(
    'Schon unterrichtet',
    'Already reported',
    'Die Unterrichtung des Rates ist für diesen Schritt schon festgehalten.',
    'The report to the council has already been recorded for this step.',
  ),
} satisfies Record<string, ProblemKind>;
