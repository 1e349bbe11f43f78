import { labels } from '../platform/language';

/** What an import has brought, and how it is taken back. */
export const resultLabels = labels({
  de: {
    done: 'Was ist neu?',
    toLines: 'Haushaltszeilen ansehen',
    toPlan: 'Planfassung ansehen',
    toUnits: 'Organisation ansehen',
    toContracts: 'Verträge ansehen',
    toPosts: 'Stellen ansehen',
    toCapacity: 'Kapazität ansehen',
    toStaffingPlan: 'Stellenplan ansehen',
    toDevices: 'Geräte ansehen',
    toSites: 'Standorte ansehen',
    toTasks: 'Aufgaben und ihre Fallzahlen ansehen',
    toProjects: 'Vorhaben ansehen',
    toClearing: 'Klärungsliste bearbeiten',
    undo: 'Import zurücknehmen',
    undoTitle: 'War das die falsche Datei?',
    undoText:
      'Gebuchte Beträge werden durch Gegenbuchungen aufgehoben. Was der Import angelegt hat und niemand sonst braucht, verschwindet aus den Listen; was er geändert hat, steht wieder wie zuvor.',
    undoAsk: 'Diesen Import zurücknehmen?',
    undoCounts: (movements: string, isOne: boolean) =>
      isOne ? 'Eine Buchung bekommt ihre Gegenbuchung.' : `${movements} Buchungen bekommen ihre Gegenbuchung.`,
    undoReason: 'Warum?',
    undoneBecause: (reason: string) => `Grund: ${reason}`,
    undoYes: 'Ja, zurücknehmen',
    undoNo: 'Nein, behalten',
  },
  en: {
    done: 'What is new?',
    toLines: 'See budget lines',
    toPlan: 'See plan version',
    toUnits: 'See organisation',
    toContracts: 'See contracts',
    toPosts: 'See posts',
    toCapacity: 'See capacity',
    toStaffingPlan: 'See the staffing plan',
    toDevices: 'See devices',
    toSites: 'See sites',
    toTasks: 'See tasks and their case numbers',
    toProjects: 'See projects',
    toClearing: 'Work on the clearing list',
    undo: 'Take import back',
    undoTitle: 'Was it the wrong file?',
    undoText:
      'Booked amounts are lifted by counter-bookings. What the import made and nobody else needs disappears from the lists; what it changed stands as before.',
    undoAsk: 'Take this import back?',
    undoCounts: (movements: string, isOne: boolean) =>
      isOne ? 'One booking gets its counter-booking.' : `${movements} bookings get their counter-bookings.`,
    undoReason: 'Why?',
    undoneBecause: (reason: string) => `Reason: ${reason}`,
    undoYes: 'Yes, take it back',
    undoNo: 'No, keep it',
  },
});
