import type { AccountKind, ClassReason } from '@etatlotse/domain/budget';
import type { DisposalReason } from '@etatlotse/domain/device';
import { labels } from '../platform/language';

const classesDe: Record<AccountKind, string> = { expense: 'Aufwand', investment: 'Investition', ask: 'zu klären' };
const classesEn: Record<AccountKind, string> = { expense: 'expense', investment: 'investment', ask: 'to be settled' };
const reasonsDe: Record<ClassReason, string> = {
  below: 'unter der Wertgrenze',
  within: 'geringwertig',
  above: 'über der Wertgrenze',
  lower_limit: 'genau auf der unteren Grenze',
  upper_limit: 'genau auf der oberen Grenze',
  not_standalone: 'nicht selbständig nutzbar',
  answered: 'von der Kämmerei festgelegt',
};
const reasonsEn: Record<ClassReason, string> = {
  below: 'below the limit',
  within: 'low-value',
  above: 'above the limit',
  lower_limit: 'exactly on the lower limit',
  upper_limit: 'exactly on the upper limit',
  not_standalone: 'not usable on its own',
  answered: 'settled by finance',
};
const disposalsDe: Record<DisposalReason, string> = {
  worn_out: 'ersetzt',
  defective: 'defekt',
  lost: 'verloren oder gestohlen',
  sold: 'verkauft',
  given_away: 'abgegeben',
  correction: 'Zählung berichtigt',
};
const disposalsEn: Record<DisposalReason, string> = {
  worn_out: 'replaced',
  defective: 'defective',
  lost: 'lost or stolen',
  sold: 'sold',
  given_away: 'given away',
  correction: 'count put right',
};

/** Words that more than one page of devices speaks. */
export const deviceLabels = labels({
  de: {
    title: 'Geräte',
    tabs: 'Geräte',
    tabNames: { stock: 'Bestand', demand: 'Ersatzbedarf', kinds: 'Gerätearten', sets: 'Ausstattung' },
    classes: classesDe,
    reasons: reasonsDe,
    disposals: disposalsDe,
    account: (number: string) => `Konto ${number}`,
    all: 'alle',
    more: 'Weitere 50',
    sum: 'Summe',
    demo: 'Demo',
    wholeCity: 'ganze Stadt',
    noSite: 'ohne Standort',
    years: (count: string) => `${count} Jahre`,
    yearOne: '1 Jahr',
    months: (count: string) => `${count} Monate`,
    pieces: (count: string) => `${count} Stück`,
    example: 'Beispielwert, bitte bestätigen',
    ruleHeading: (year: number) => `Wertgrenze ${year}`,
    rule: (from: string, to: string, as: string, account: string) =>
      `Von ${from} bis ${to} netto je Stück ist es ${as} (Konto ${account}), darüber Investition. Geprüft wird der Nettopreis, bezahlt wird brutto.`,
    ruleLimits: {
      ask: (limit: string) => `Genau ${limit}: Das legt die Kämmerei fest.`,
      within: (limit: string) => `Genau ${limit} gehört dazu.`,
      outside: (limit: string) => `Genau ${limit} gehört nicht dazu.`,
    },
    ruleStandalone: 'Was nicht selbständig nutzbar ist, legt die Kämmerei fest.',
    ruleSource: (source: string, year: number) => `Quelle: ${source}, gilt ab ${year}.`,
    save: 'Speichern',
    cancel: 'Abbrechen',
    fill: 'Bitte ausfüllen.',
    number: 'Bitte eine ganze Zahl größer als null eintragen.',
    change: 'Ändern',
    remove: 'Entfernen',
  },
  en: {
    title: 'Devices',
    tabs: 'Devices',
    tabNames: { stock: 'Stock', demand: 'Replacement', kinds: 'Kinds', sets: 'Equipment' },
    classes: classesEn,
    reasons: reasonsEn,
    disposals: disposalsEn,
    account: (number: string) => `account ${number}`,
    all: 'all',
    more: 'Next 50',
    sum: 'Sum',
    demo: 'demo',
    wholeCity: 'whole city',
    noSite: 'no site',
    years: (count: string) => `${count} years`,
    yearOne: '1 year',
    months: (count: string) => `${count} months`,
    pieces: (count: string) => `${count} pieces`,
    example: 'Example value, please confirm',
    ruleHeading: (year: number) => `Low-value limit ${year}`,
    rule: (from: string, to: string, as: string, account: string) =>
      `From ${from} to ${to} net a piece it is ${as} (account ${account}), above that an investment. The net price is tested, the gross amount is paid.`,
    ruleLimits: {
      ask: (limit: string) => `Exactly ${limit}: finance settles it.`,
      within: (limit: string) => `Exactly ${limit} belongs to it.`,
      outside: (limit: string) => `Exactly ${limit} does not belong to it.`,
    },
    ruleStandalone: 'What cannot be used on its own is settled by finance.',
    ruleSource: (source: string, year: number) => `Source: ${source}, from ${year}.`,
    save: 'Save',
    cancel: 'Cancel',
    fill: 'Please fill in.',
    number: 'Please enter a whole number above zero.',
    change: 'Change',
    remove: 'Remove',
  },
});
