import type { PublicContent, PublicLine } from '@etatlotse/contracts/snapshot/plain';
import { packageColumns, packageFile } from '../budget';

const DESCRIPTION =
  'Freigegebene Zahlen, eine Zeile je Haushaltszeile der IT-Rahmen. approved: Ansatz, adjusted: fortgeschriebener Ansatz, ' +
  'executed: Ist, jeweils nach Buchungstag bis zum genannten Stand. Jede Zeile ist eine Ausgabe.';

/** What a snapshot says of each line. */
const COLUMNS = packageColumns([
  'budget_line_id',
  'budget_line_label',
  'fiscal_year',
  'direction',
  'frame',
  'sub_budget',
  'account',
  'account_label',
  'run_or_change',
]);

type PackagedContent = Pick<PublicContent, 'city' | 'citySlug' | 'fiscalYear' | 'ledgerAsOf' | 'frozenAt'>;

/** The released lines as a Fiscal Data Package: the same snapshot is the same file, byte for byte. */
export function snapshotPackage(
  { city, citySlug, fiscalYear, ledgerAsOf, frozenAt }: PackagedContent,
  lines: readonly PublicLine[],
  sha256: string,
): { readonly fileName: string; readonly content: Buffer } {
  const name = `${citySlug}-haushalt-${fiscalYear}-stand-${ledgerAsOf}`;
  const facts = {
    name,
    title: `IT im Haushalt ${fiscalYear}, ${city}, Stand ${ledgerAsOf}`,
    description: `${DESCRIPTION} Prüfsumme des Standes (SHA-256): ${sha256}.`,
    fiscalYear,
    createdAt: frozenAt,
    columns: COLUMNS,
    phases: ['approved', 'adjusted', 'executed'],
  } as const;
  const rows = lines.map((line) => ({
    words: {
      budget_line_id: line.number,
      budget_line_label: line.name,
      fiscal_year: fiscalYear,
      direction: 'expenditure',
      frame: line.frame,
      sub_budget: line.subBudget,
      account: line.account,
      account_label: line.accountName,
      run_or_change: line.runOrChange ?? '',
    },
    cents: { approved: line.appropriationCents, adjusted: line.adjustedCents, executed: line.actualCents },
  }));
  return { fileName: `${name}.zip`, content: packageFile(facts, rows) };
}
