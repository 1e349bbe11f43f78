import { labels } from '../platform/language';

/** What the dialog about saved filters says. */
export const filterListLabels = labels({
  de: {
    manage: 'Filter verwalten',
    heading: 'Gespeicherte Filter',
    lead: 'Alle in der Stadt sehen dieselben Filter. Haushaltszeilen ändern sich hier nicht.',
    name: 'Name',
    nameMissing: 'Bitte geben Sie einen Namen an.',
    marksIt: 'Was dieser Filter findet, ist IT',
    isIt: 'kennzeichnet IT',
    by: (name: string) => `von ${name}`,
    change: 'ändern',
    delete: 'löschen',
    deleteSure: 'wirklich löschen?',
    save: 'Speichern',
    cancel: 'Abbrechen',
    done: 'Fertig',
  },
  en: {
    manage: 'Manage filters',
    heading: 'Saved filters',
    lead: 'Everybody in the city sees the same filters. Budget lines do not change here.',
    name: 'Name',
    nameMissing: 'Please state a name.',
    marksIt: 'What this filter finds is IT',
    isIt: 'marks IT',
    by: (name: string) => `by ${name}`,
    change: 'change',
    delete: 'delete',
    deleteSure: 'really delete?',
    save: 'Save',
    cancel: 'Cancel',
    done: 'Done',
  },
});
