import { labels } from '../platform/language';

/** Words of what became of a demand. */
export const demandResultLabels = labels({
  de: {
    heading: 'Was daraus wurde',
    begins: (year: string) => `Geplant für ${year}.`,
    notInPlan: 'Noch in keinem Plan: Die Kämmerei übernimmt ihn als Nächstes.',
    inPlan: (name: string, state: string, amount: string) =>
      `Im Plan „${name}“ (${state}) mit ${amount} in allen Jahren.`,
    project: 'Zum Vorhaben',
    lost: 'Deckung fehlt',
    euro: (amount: string, frame: string, year: string) => `Es fehlen ${amount} in ${frame} ${year}.`,
    introduction: (amount: string, year: string) => `Für die Einführung fehlen ${year} ${amount}.`,
    operation: (amount: string, year: string) => `Für den Betrieb fehlen ${year} ${amount}.`,
    lostHint: 'Die Kämmerei sorgt für Deckung oder nimmt ihn mit einem Grund in die Beratung zurück.',
    states: {
      draft: 'Entwurf',
      introduced: 'eingebracht',
      adopted: 'beschlossen',
      submitted: 'bei der Aufsicht',
      published: 'veröffentlicht',
      in_force: 'in Kraft',
      superseded: 'abgelöst',
    },
  },
  en: {
    heading: 'What became of it',
    begins: (year: string) => `Planned for ${year}.`,
    notInPlan: 'In no plan yet: finance takes it over next.',
    inPlan: (name: string, state: string, amount: string) =>
      `In the plan “${name}” (${state}) with ${amount} in all years.`,
    project: 'To the project',
    lost: 'Cover is missing',
    euro: (amount: string, frame: string, year: string) => `${amount} are missing in ${frame} ${year}.`,
    introduction: (amount: string, year: string) => `The introduction lacks ${amount} in ${year}.`,
    operation: (amount: string, year: string) => `The operation lacks ${amount} in ${year}.`,
    lostHint: 'Finance provides cover or takes it back to deliberation with a reason.',
    states: {
      draft: 'draft',
      introduced: 'introduced',
      adopted: 'adopted',
      submitted: 'with the supervision',
      published: 'published',
      in_force: 'in force',
      superseded: 'superseded',
    },
  },
});
