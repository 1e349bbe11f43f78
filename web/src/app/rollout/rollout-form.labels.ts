import { labels } from '../platform/language';

export const rolloutFormLabels = labels({
  de: {
    questionNew: 'Was wird eingeführt?',
    questionEdit: 'Einführung ändern',
    lead: 'Nach dem Anlegen setzen Sie die Ziele und nehmen die Bereiche auf.',
    project: 'Vorhaben',
    projectHint: 'Das Geld der Einführung kommt aus dem Haushalt des Vorhabens.',
    name: 'Name',
    description: 'Beschreibung',
    started: 'Beginn',
    quota: 'Schulungsquote in Prozent',
    quotaHint:
      'So viele müssen in einem neuen Bereich geschult sein, bevor er in den Echtbetrieb geht. 0: keine Quote.',
    create: 'Einführung anlegen',
    save: 'Änderung speichern',
    saved: 'Gespeichert.',
  },
  en: {
    questionNew: 'What is rolled out?',
    questionEdit: 'Change roll-out',
    lead: 'After creating it you set the goals and take in the units.',
    project: 'Project',
    projectHint: 'The money of the roll-out comes from the budget of the project.',
    name: 'Name',
    description: 'Description',
    started: 'Started',
    quota: 'Training quota in percent',
    quotaHint: 'So many of a new unit must be trained before it goes live. 0: no quota.',
    create: 'Create roll-out',
    save: 'Save change',
    saved: 'Saved.',
  },
});
