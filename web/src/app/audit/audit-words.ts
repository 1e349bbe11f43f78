import type { AuditEntry } from '@etatlotse/contracts/audit';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { auditActionLabels } from './audit-actions.labels';
import { auditLabels } from './audit.labels';

type Words = Readonly<Record<string, string | undefined>>;

/** What was done, in words; an unknown action keeps its name rather than vanish. */
export function actionWords(action: string): string {
  return (auditActionLabels() as Words)[action] ?? action;
}

export function subjectWords(subjectType: string): string {
  return (auditLabels().subjects as Words)[subjectType] ?? subjectType;
}

/** "Betrag 4.800,00 €, Haushaltsjahr 2026": what a reader understands of the details. Ids stay out. */
export function detailWords(detail: AuditEntry['detail']): string {
  const names = auditLabels().facts as Words;
  return Object.entries(detail)
    .flatMap(([key, value]) => {
      const name = names[key];
      const shown = name === undefined ? null : valueWords(key, value);
      return shown === null ? [] : [`${name}\u00a0${shown}`];
    })
    .join(', ');
}

/** Everything an entry holds, as it stands in the chain. */
export function detailFacts(detail: AuditEntry['detail']): readonly { readonly term: string; readonly text: string }[] {
  return Object.entries(detail).map(([term, value]) => ({
    term,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

function valueWords(key: string, value: unknown): string | null {
  if (typeof value === 'number') return numberWords(key, value);
  if (typeof value !== 'string' || value === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  return (auditLabels().words as Words)[value] ?? actionWords(value);
}

/** Counts of nothing are left out; an amount of nothing is a statement. */
function numberWords(key: string, value: number): string | null {
  if (key.endsWith('Cents')) return formatEuro(value);
  if (/year$/i.test(key)) return String(value);
  return value === 0 ? null : formatNumber(value);
}
