import { labels } from '../platform/language';

export const publicContactLabels = labels({
  de: {
    heading: 'Wem schreiben Leserinnen und Leser der öffentlichen Seite?',
    finding: 'Beides steht in der Erklärung zur Barrierefreiheit, sobald es hier gespeichert ist.',
    statement: 'Erklärung ansehen',
    kinds: { city: 'Ansprechstelle der Stadt', enforcement: 'Schlichtungsstelle (§ 9d NBGG)' },
    missing: {
      city: 'Noch nicht eingetragen. Die Erklärung sagt das und verweist auf das Impressum der Stadt.',
      enforcement: 'Noch nicht eingetragen. Die Erklärung nennt nur die gesetzliche Grundlage.',
    },
    name: 'Stelle',
    address: 'Anschrift',
    email: 'E-Mail',
    source: 'Woher stammen die Angaben?',
    sourceHint: 'Zum Beispiel: Impressum der Stadt, gelesen am 30.11.2026',
    need: 'Bitte ausfüllen.',
    needEmail: 'Bitte eine Adresse wie stelle@stadt.de eintragen.',
    save: 'Speichern',
    saved: 'Gespeichert. Die öffentliche Erklärung zeigt es ab jetzt.',
  },
  en: {
    heading: 'Whom do readers of the public page write to?',
    finding: 'Both stand in the accessibility statement as soon as they are saved here.',
    statement: 'View the statement',
    kinds: { city: 'Office of the city', enforcement: 'Enforcement body (§ 9d NBGG)' },
    missing: {
      city: 'Not entered yet. The statement says so and points to the imprint of the city.',
      enforcement: 'Not entered yet. The statement only names the legal basis.',
    },
    name: 'Office',
    address: 'Address',
    email: 'E-mail',
    source: 'Where do the facts come from?',
    sourceHint: 'For example: imprint of the city, read on 30 Nov 2026',
    need: 'Please fill this in.',
    needEmail: 'Please enter an address like office@city.de.',
    save: 'Save',
    saved: 'Saved. The public statement shows it from now on.',
  },
});
