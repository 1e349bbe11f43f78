import type { Account } from './browser';

/** Every page with the account that sees the most of it. A page that is not here is not looked at. */
export const VIEWS: readonly { readonly path: string; readonly account: Account | null }[] = [
  { path: '/login', account: null },
  { path: '/zugang/muster', account: null },
  { path: '/dashboard', account: 'finanzen' },
  { path: '/budget/lines', account: 'finanzen' },
  { path: '/budget/book', account: 'finanzen' },
  { path: '/planning', account: 'finanzen' },
  { path: '/import', account: 'finanzen' },
  { path: '/import/new', account: 'finanzen' },
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
  { path: '/organization/units', account: 'admin' },
  { path: '/audit', account: 'revision' },
  { path: '/nirgends', account: 'finanzen' },
];
