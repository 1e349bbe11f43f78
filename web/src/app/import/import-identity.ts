import type { ImportPreview, ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { importRunLabels } from './import-run.labels';
import { importLabels } from './import.labels';

const PHASES = ['actual', 'plan', 'proposed', 'adjusted', 'commitment_authority', 'commitment', 'payment'] as const;

/** `Haushaltsplan 2017/2018`, `Buchungen`: what a file is, in two words. */
export function identityOf({ kind, preview }: Pick<ImportRun, 'kind' | 'preview'>): string {
  const known = kind ?? preview?.mapping.kind ?? null;
  if (known === null) return importLabels().kindUnknown;
  const plan = preview?.plan ?? null;
  if (plan === null || known !== 'plan_lines') return importLabels().kinds[known];
  const { firstYear, lastYear } = plan;
  return `${importLabels().kinds[known]} ${firstYear === lastYear ? firstYear : `${firstYear}/${lastYear}`}`;
}

/** `5.971 Zeilen, Ist und Ansatz 2015 bis 2022`: how much of it there is. */
export function extentOf(preview: Pick<ImportPreview, 'rows' | 'groups' | 'totals' | 'mapping'>): string {
  const words = importRunLabels();
  const rows = words.rowsOf[preview.mapping.kind](formatNumber(preview.rows), preview.rows === 1);
  const content = contentOf(preview);
  return content === '' ? rows : `${rows}, ${content}`;
}

/** `Ist und Ansatz 2015 bis 2022`; empty where there are no amounts. A year that the file names counts without one, too. */
function contentOf({
  groups,
  totals,
  mapping: { kind },
}: Pick<ImportPreview, 'groups' | 'totals' | 'mapping'>): string {
  if (groups.length === 0) return '';
  const words = importRunLabels();
  const years = [...groups, ...totals].flatMap(({ fiscalYear }) => fiscalYear ?? []);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const span = first === last ? String(first) : words.yearSpan(String(first), String(last));
  if (kind === 'bookings') return span;
  const phases = PHASES.filter((phase) => groups.some((group) => group.phase === phase));
  return `${words.list(phases.map((phase) => words.phases[phase]))} ${span}`;
}
