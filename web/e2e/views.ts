import type { Account } from './browser';

/** A page, as the account that sees the most of it. `through` are links to follow from there, by their names. */
export interface View {
  readonly path: string;
  readonly account: Account | null;
  readonly through?: readonly (string | RegExp)[];
}

const PLAN = 'Haushalt 2027 (Demo)';

/** Every page. One that is not here is not looked at. */
export const VIEWS: readonly View[] = [
  { path: '/login', account: null },
  { path: '/zugang/muster', account: null },
  { path: '/dashboard', account: 'finanzen' },
  { path: '/budget/lines', account: 'finanzen' },
  { path: '/budget/lines', account: 'finanzen', through: ['DMS-Ausbau stadtweit'] },
  { path: '/budget/forecast', account: 'finanzen' },
  { path: '/authority/earmarks', account: 'finanzen' },
  { path: '/authority/earmarks', account: 'finanzen', through: ['Ausbau der Schulnetze'] },
  { path: '/bound-years', account: 'finanzen' },
  { path: '/bound-years/authorities', account: 'finanzen' },
  { path: '/bound-years/authorities', account: 'finanzen', through: ['Erneuerung der zentralen Speicher'] },
  { path: '/bound-years/obligations', account: 'finanzen' },
  { path: '/budget/book', account: 'finanzen' },
  { path: '/authority/transfers', account: 'finanzen' },
  { path: '/authority/transfers', account: 'finanzen', through: [/DMS-Ausbau stadtweit →/] },
  { path: '/authority/transfers/new', account: 'fachbereich' },
  { path: '/authority/pools', account: 'finanzen' },
  { path: '/authority/pools', account: 'finanzen', through: ['Deckungskreis 10-3'] },
  { path: '/authority/extra', account: 'finanzen' },
  { path: '/authority/extra', account: 'finanzen', through: [/Ersatzbeschaffung/] },
  { path: '/authority/extra', account: 'finanzen', through: [/Nachzahlung/, 'Entwurf bearbeiten'] },
  { path: '/authority/extra/new', account: 'fachbereich' },
  { path: '/authority/extra/report', account: 'finanzen' },
  { path: '/authority/rules', account: 'admin' },
  { path: '/planning', account: 'finanzen' },
  { path: '/planning', account: 'finanzen', through: [PLAN] },
  { path: '/planning', account: 'finanzen', through: [/^Nachtrag/] },
  { path: '/budget/provisional?year=2024', account: 'finanzen' },
  { path: '/planning', account: 'finanzen', through: [PLAN, 'Beträge bearbeiten'] },
  { path: '/planning/compare', account: 'finanzen' },
  { path: '/authority/locks', account: 'finanzen' },
  { path: '/authority/locks', account: 'finanzen', through: [/^Haushaltssperre/] },
  { path: '/authority/locks/new', account: 'finanzen' },
  { path: '/year-end', account: 'finanzen' },
  { path: '/year-end', account: 'fachbereich' },
  { path: '/import', account: 'finanzen' },
  { path: '/import/new', account: 'finanzen' },
  { path: '/import/profiles', account: 'finanzen' },
  { path: '/reconciliation', account: 'finanzen' },
  { path: '/settings', account: 'finanzen' },
  { path: '/settings/approvals', account: 'finanzen' },
  { path: '/settings/city', account: 'admin' },
  { path: '/account', account: 'finanzen' },
  { path: '/dashboard/mine', account: 'fachbereich' },
  { path: '/budget/book', account: 'bestellung' },
  { path: '/dashboard/released', account: 'ausschuss' },
  { path: '/help', account: 'ausschuss' },
  { path: '/operations', account: 'admin' },
  { path: '/organization/users', account: 'admin' },
  { path: '/organization/users', account: 'admin', through: [/^Bernd Brandes/] },
  { path: '/organization/units', account: 'admin' },
  { path: '/audit', account: 'revision' },
  { path: '/nirgends', account: 'finanzen' },
];
