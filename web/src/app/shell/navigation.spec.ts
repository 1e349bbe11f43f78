import { ROLES } from '@etatlotse/domain/access';
import type { RoleName } from '../platform/session.types';
import { landingOf, navigationOf } from './navigation';
import { shellLabels } from './shell.labels';

const wordsOf = (...roles: RoleName[]): string[] =>
  navigationOf(roles).flatMap((group) => group.entries.map((entry) => shellLabels().entries[entry.name]));

describe('who sees which entry', () => {
  it.each<[RoleName, string, string[]]>([
    [
      'finance',
      '/dashboard',
      [
        'Überblick',
        'Haushaltszeilen',
        'Prognose',
        'Planung',
        'Buchen',
        'Bewirtschaftung',
        'Vorbelastung',
        'Vorhaben und Verträge',
        'Jahreswechsel',
        'Import',
        'Abgleich',
        'Einstellungen',
      ],
    ],
    [
      'department_head',
      '/dashboard/mine',
      [
        'Mein Bereich',
        'Meine Zeilen',
        'Prognose',
        'Bewirtschaftung',
        'Vorbelastung',
        'Verträge',
        'Vorhaben',
        'Jahreswechsel',
      ],
    ],
    [
      'clerk',
      '/dashboard/mine',
      [
        'Mein Bereich',
        'Meine Zeilen',
        'Prognose',
        'Bestellen',
        'Bewirtschaftung',
        'Vorbelastung',
        'Verträge',
        'Vorhaben',
      ],
    ],
    ['committee', '/dashboard/released', ['Freigegebener Überblick', 'So lesen Sie das']],
    [
      'auditor',
      '/dashboard',
      [
        'Überblick',
        'Haushaltszeilen',
        'Prognose',
        'Planung',
        'Bewirtschaftung',
        'Vorbelastung',
        'Vorhaben und Verträge',
        'Jahreswechsel',
        'Import',
        'Abgleich',
        'Protokoll',
        'Einstellungen',
      ],
    ],
    ['admin', '/operations', ['Betrieb', 'Zugänge', 'Organisation', 'Regeln', 'Protokoll', 'Einstellungen']],
  ])('%s lands on %s', (role, landing, words) => {
    expect(landingOf([role])).toBe(landing);
    expect(wordsOf(role)).toEqual(words);
  });

  it('shows each address once to a person with two roles', () => {
    const paths = navigationOf(['finance', 'clerk']).flatMap((group) => group.entries.map((entry) => entry.path));
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('has at most twelve entries for every role and a page for a role without any', () => {
    for (const role of ROLES) expect(wordsOf(role).length).toBeLessThanOrEqual(12);
    expect(landingOf([])).toBe('/help');
  });
});
