import type { ProblemKind } from './problem-kind';

/** What is refused about the local thresholds and settings of the budget law. */
export const RULE_PROBLEMS = {
  RULE_VALUE: {
    status: 422,
    title: { de: 'Wert passt nicht zur Regel', en: 'Value does not fit the rule' },
    detail: {
      de: 'Dieser Wert passt nicht zu dieser Regel. Die Grenze des Hauptausschusses darf nicht unter der des Oberbürgermeisters liegen. Es wurde nichts gespeichert.',
      en: 'This value does not fit this rule. The limit of the main committee must not lie below that of the mayor. Nothing was stored.',
    },
  },
  RULE_YEAR_PAST: {
    status: 409,
    title: { de: 'Vergangenes Jahr', en: 'Past year' },
    detail: {
      de: 'Regeln eines vergangenen Jahres werden nicht umgeschrieben, damit alte Entscheidungen nachvollziehbar bleiben. Bitte ein Haushaltsjahr ab {firstYear} wählen.',
      en: 'Rules of a past year are not rewritten, so that old decisions can still be followed. Please choose a fiscal year from {firstYear} on.',
    },
  },
} satisfies Record<string, ProblemKind>;
