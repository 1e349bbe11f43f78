import { ROLES } from '@etatlotse/domain/access';
import type { RoleName } from '../platform/session.types';
import { destinationsOf, entryOf, landingOf, navigationOf, partsOf } from './navigation';
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
        'Planung',
        'Buchen',
        'Bewirtschaftung',
        'Kapazität',
        'Vorhaben',
        'Verträge',
        'Bestand',
        'Gremien',
        'Import und Abgleich',
        'Einstellungen',
      ],
    ],
    [
      'department_head',
      '/dashboard/mine',
      [
        'Mein Bereich',
        'Bedarfe',
        'Eingang',
        'Meine Zeilen',
        'Bewirtschaftung',
        'Kapazität',
        'Vorhaben',
        'Verträge',
        'Bestand',
        'Gremien',
      ],
    ],
    [
      'clerk',
      '/dashboard/mine',
      [
        'Mein Bereich',
        'Bedarfe',
        'Eingang',
        'Meine Zeilen',
        'Bestellen',
        'Bewirtschaftung',
        'Kapazität',
        'Vorhaben',
        'Verträge',
        'Bestand',
      ],
    ],
    ['reviewer', '/demands/queue', ['Prüfliste', 'Eingang', 'So lesen Sie das']],
    ['council_office', '/council', ['Gremien', 'Freigegebener Überblick', 'Bewirtschaftung', 'So lesen Sie das']],
    [
      'committee',
      '/dashboard/released',
      ['Freigegebener Überblick', 'Vorlagen', 'Haushaltslesung', 'Stand der Kenntnis', 'Sitzungen', 'So lesen Sie das'],
    ],
    [
      'auditor',
      '/dashboard',
      [
        'Überblick',
        'Haushaltszeilen',
        'Planung',
        'Bewirtschaftung',
        'Kapazität',
        'Vorhaben',
        'Verträge',
        'Bestand',
        'Gremien',
        'Import und Abgleich',
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

  it('a section leads to its other pages, which search and keyboard find as well', () => {
    const section = entryOf('/bound-years/obligations', ['finance']);
    expect(section?.name).toBe('overview');
    expect(partsOf(section!, ['finance']).map(({ name }) => shellLabels().entries[name])).toEqual([
      'Stand',
      'Prognose',
      'Vorbelastung',
    ]);
    expect(destinationsOf(['clerk']).map(({ path }) => path)).toContain('/budget/forecast');
    expect(entryOf('/dashboard/mine', ['clerk'])?.name).toBe('mine');
    const letters = destinationsOf(['finance']).map(({ key, path }) => [key, path]);
    expect(letters).toEqual(
      expect.arrayContaining([
        ['U', '/dashboard'],
        ['H', '/projects'],
        ['I', '/import'],
        ['A', '/reconciliation'],
      ]),
    );
  });

  it('has at most twelve entries for every role and a page for a role without any', () => {
    for (const role of ROLES) expect(wordsOf(role).length).toBeLessThanOrEqual(12);
    expect(landingOf([])).toBe('/help');
  });
});
