import { labels } from '../language/language';

export const chartLabels = labels({
  de: {
    table: 'Zahlen als Tabelle',
    name: 'Bezeichnung',
    group: 'Art',
    value: 'Wert',
    low: (of: string) => `${of}, mindestens`,
    high: (of: string) => `${of}, höchstens`,
    keys: 'Mit den Pfeiltasten von Punkt zu Punkt.',
    save: 'Speichern als',
    failed: 'Das Bild konnte nicht gezeichnet werden. Die Zahlen stehen in der Tabelle.',
  },
  en: {
    table: 'Figures as a table',
    name: 'Name',
    group: 'Kind',
    value: 'Value',
    low: (of: string) => `${of}, at least`,
    high: (of: string) => `${of}, at most`,
    keys: 'Use the arrow keys to go from point to point.',
    save: 'Save as',
    failed: 'The picture could not be drawn. The figures stand in the table.',
  },
});
