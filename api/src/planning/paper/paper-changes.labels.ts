import type { IndexBasis, PlanChangeKind, PlanChangeResult } from '@etatlotse/domain/budget';

const kindsDe: Readonly<Record<PlanChangeKind, string>> = {
  administration: 'Ansatzveränderung der Verwaltung',
  neutral_shift: 'haushaltsneutrale Umsetzung',
  motion: 'Antrag',
  budget_note: 'Haushaltsvermerk',
};
const kindsEn: typeof kindsDe = {
  administration: 'change of the administration',
  neutral_shift: 'neutral shift',
  motion: 'motion',
  budget_note: 'budget note',
};
/** By which rule of a copy an amount came about, with its rate. */
const rulesDe: Readonly<Record<IndexBasis, (rate: string) => string>> = {
  year_before: (rate) => `beim Kopieren fortgeschrieben, ${rate} zum Vorjahr`,
  same_year: (rate) => `beim Kopieren fortgeschrieben, ${rate} zum kopierten Betrag`,
  contracts: (rate) => `Kosten der Verträge in diesem Jahr, ${rate}`,
};
const rulesEn: typeof rulesDe = {
  year_before: (rate) => `indexed when copied, ${rate} to the year before`,
  same_year: (rate) => `indexed when copied, ${rate} to the copied amount`,
  contracts: (rate) => `what contracts cost in this year, ${rate}`,
};
const resultsDe: Readonly<Record<PlanChangeResult, string>> = {
  open: 'offen',
  accepted: 'angenommen',
  rejected: 'abgelehnt',
};
const resultsEn: typeof resultsDe = { open: 'open', accepted: 'accepted', rejected: 'rejected' };

/** Words of the part of a printed plan that says what changed. */
export const PAPER_CHANGE_LABELS = {
  de: {
    title: 'Was sich geändert hat',
    steps: 'Änderungen auf dem Weg zum Beschluss',
    stepsHint: 'In der Reihenfolge, in der sie kamen. Nur Angenommenes steht in den Beträgen dieses Plans.',
    partHint:
      'Genannt ist, was die Zeilen dieses Teilhaushalts betrifft. Alle Änderungen stehen im Druck des ganzen Plans.',
    number: 'Nummer',
    change: 'Änderung',
    kind: 'Art',
    result: 'Ergebnis',
    kinds: kindsDe,
    results: resultsDe,
    day: (iso: string) => iso.split('-').reverse().join('.'),
    reason: (text: string) => `Grund: ${text}`,
    rules: rulesDe,
    noAmounts: 'ohne Beträge',
    others: (count: number) => `und ${count} weitere`,
    elsewhere: (count: number) =>
      count === 1 ? 'dazu ein Betrag in einem anderen Teilhaushalt' : `dazu ${count} Beträge in anderen Teilhaushalten`,
    since: (name: string, isInForce: boolean) =>
      isInForce ? `Geändert gegenüber „${name}“ (in Kraft)` : `Geändert gegenüber „${name}“`,
    more: (shown: number, all: number) =>
      `Gedruckt sind die ersten ${shown} von ${all} Beträgen nach Nummer der Zeile; der Planvergleich und seine Datei zeigen alle.`,
    line: 'Zeile',
    name: 'Bezeichnung',
    year: 'Jahr',
    before: 'bisher in €',
    now: 'neu in €',
    difference: 'mehr/weniger in €',
  },
  en: {
    title: 'What has changed',
    steps: 'Changes on the way to the decision',
    stepsHint: 'In the order in which they came. Only what was accepted is part of the amounts of this plan.',
    partHint: 'Named is what touches the lines of this sub-budget. The print of the whole plan has all changes.',
    number: 'Number',
    change: 'Change',
    kind: 'Kind',
    result: 'Result',
    kinds: kindsEn,
    results: resultsEn,
    day: (iso: string) => {
      const [year = '', month = '', day = ''] = iso.split('-');
      return `${Number(day)}/${Number(month)}/${year}`;
    },
    reason: (text: string) => `Reason: ${text}`,
    rules: rulesEn,
    noAmounts: 'without amounts',
    others: (count: number) => `and ${count} more`,
    elsewhere: (count: number) =>
      count === 1 ? 'and one amount in another sub-budget' : `and ${count} amounts in other sub-budgets`,
    since: (name: string, isInForce: boolean) =>
      isInForce ? `Changed against “${name}” (in force)` : `Changed against “${name}”`,
    more: (shown: number, all: number) =>
      `Printed are the first ${shown} of ${all} amounts by number of the line; the comparison of plans and its file show all.`,
    line: 'Line',
    name: 'Name',
    year: 'Year',
    before: 'before in €',
    now: 'now in €',
    difference: 'more/less in €',
  },
} as const;
