import type { ProblemKind } from './problem-kind';

const refusal = (titleDe: string, titleEn: string, detailDe: string, detailEn: string): ProblemKind => ({
  status: 409,
  title: { de: titleDe, en: titleEn },
  detail: { de: detailDe, en: detailEn },
});

/** What the registers of services and what belongs to them refuse. Nothing was recorded. */
export const INVENTORY_PROBLEMS = {
  RECORD_NAME_TAKEN: refusal(
    'Steht schon im Register',
    'Already in the register',
    '„{name}“ steht für diese Einheit schon im Register. Bitte ändern Sie den vorhandenen Eintrag oder wählen Sie einen anderen Namen.',
    '“{name}” is already in the register of this unit. Please change the entry that exists or take another name.',
  ),
  RECORD_UNIT_UNKNOWN: refusal(
    'Einheit gibt es nicht',
    'Unit does not exist',
    'Die gewählte Einheit gibt es nicht. Bitte wählen Sie eine aus der Liste.',
    'The unit chosen does not exist. Please take one from the list.',
  ),
  RECORD_LINE_UNFIT: refusal(
    'Zeile passt nicht',
    'Line does not fit',
    'Die Zeile {number} nimmt keine Ausgaben auf oder ist stillgelegt. Bitte wählen Sie eine Ausgabezeile.',
    'Line {number} takes no spending or has been shut down. Please choose a line for spending.',
  ),
  SERVICE_EFA_OWN_TASK: refusal(
    'EfA passt nicht zu dieser Aufgabe',
    'EfA does not fit this task',
    'EfA-Leistungen gibt es für Aufgaben von Bund und Land. Für eine eigene Aufgabe der Stadt kommt das Formularmanagement in Frage.',
    'EfA services exist for tasks of federation and state. A task of the city itself takes the form management system.',
  ),
  SERVICE_EFA_NOT_AVAILABLE: refusal(
    'EfA-Leistung ist nicht verfügbar',
    'EfA service is not available',
    'Für EfA fehlt der Tag, ab dem die Leistung verfügbar ist. Bitte tragen Sie ihn ein oder entscheiden Sie für ein eigenes Formular.',
    'The day from which the EfA service is available is missing. Please enter it or decide for a form of your own.',
  ),
  SERVICE_DECISION_AHEAD: refusal(
    'Entscheidung liegt in der Zukunft',
    'Decision lies ahead',
    'Eine Entscheidung wird eingetragen, wenn sie gefallen ist. Bitte prüfen Sie das Datum.',
    'A decision is recorded once it has been made. Please check the date.',
  ),
  SERVICE_VOLUME: refusal(
    'Mehr Online-Fälle als Fälle',
    'More online cases than cases',
    'Online gestellte Anträge sind ein Teil aller Fälle und können nicht mehr sein. Bitte prüfen Sie beide Zahlen.',
    'Cases that came online are part of all cases and cannot be more. Please check both figures.',
  ),
} satisfies Record<string, ProblemKind>;
