import { createHash } from 'node:crypto';
import { FISCAL_COLUMNS, type FiscalColumn, type FiscalPhase, guarded } from '@etatlotse/domain/budget';
import { cents, plainAmount } from '@etatlotse/domain/shared';
import { zip } from '../../platform/http/zip';

/** A line of the package: its words by the names of the columns, its amounts by phase; null is unknown and stays blank. */
export interface PackageRow {
  readonly words: Readonly<Record<string, string | number>>;
  readonly cents: Readonly<Partial<Record<FiscalPhase, number | null>>>;
}

export interface PackageFacts {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly fiscalYear: number;
  /** When the figures were read or frozen. */
  readonly createdAt: string;
  /** Columns that every row has; the whole budget has all of them, released figures a part. */
  readonly columns: readonly FiscalColumn[];
  readonly phases: readonly FiscalPhase[];
}

/** Some of the columns, by name and in the order of the file. */
export function packageColumns(names: readonly string[]): readonly FiscalColumn[] {
  return FISCAL_COLUMNS.filter(({ name }) => names.includes(name));
}

const TITLES: Readonly<Record<FiscalPhase, string>> = {
  proposed: 'Vorgeschlagener Ansatz',
  approved: 'Beschlossener Ansatz',
  adjusted: 'Fortgeschriebener Ansatz',
  executed: 'Ist',
};
const CURRENCY = 'EUR';
/** What the published schema of fiscal packages demands: they are tabular ones, and readers who know no more can read them. */
const PROFILE = 'tabular-data-package';

/** The package: a descriptor and a table, in a ZIP. The same figures are the same bytes. */
export function packageFile(facts: PackageFacts, rows: readonly PackageRow[]): Buffer {
  const table = Buffer.from(csvOf(facts, rows), 'utf8');
  const descriptor = Buffer.from(`${JSON.stringify(descriptorOf(facts, table), null, 2)}\n`, 'utf8');
  return zip([
    { name: 'datapackage.json', content: descriptor },
    { name: tableName(facts), content: table },
  ]);
}

const tableName = ({ fiscalYear }: PackageFacts): string => `data/budget-${fiscalYear}.csv`;

/** Comma and point, as RFC 4180 and the specification expect; texts that a spreadsheet would run are guarded. */
function csvOf({ columns, phases }: PackageFacts, rows: readonly PackageRow[]): string {
  const head = [...columns.map(({ name }) => name), ...phases];
  const lines = rows.map(({ words, cents: ofPhase }) => [
    ...columns.map(({ name }) => cell(String(words[name] ?? ''))),
    ...phases.map((phase) => amount(ofPhase[phase] ?? null)),
  ]);
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function amount(value: number | null): string {
  return value === null ? '' : plainAmount(cents(value)).replace(',', '.');
}

function descriptorOf(facts: PackageFacts, table: Buffer): Readonly<Record<string, unknown>> {
  const { name, title, description, fiscalYear, createdAt } = facts;
  return {
    profile: PROFILE,
    name,
    title,
    description,
    created: createdAt,
    countryCode: 'DE',
    granularity: 'aggregated',
    fiscalPeriod: { start: `${fiscalYear}-01-01`, end: `${fiscalYear}-12-31` },
    model: modelOf(facts),
    resources: [
      {
        profile: 'tabular-data-resource',
        name: `budget-${fiscalYear}`,
        path: tableName(facts),
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        bytes: table.length,
        hash: `sha256:${createHash('sha256').update(table).digest('hex')}`,
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: schemaOf(facts),
      },
    ],
  };
}

/** One column a phase is the compact form; `normalize` says how it becomes one row a phase. */
function schemaOf({ columns, phases }: PackageFacts): Readonly<Record<string, unknown>> {
  return {
    primaryKey: ['budget_line_id', 'fiscal_year'],
    missingValues: [''],
    fields: [
      ...columns.map(({ name, title, type, columnType }) => ({
        name,
        title,
        type,
        ...(columnType === null ? {} : { columnType }),
      })),
      ...phases.map((phase) => ({
        name: phase,
        title: TITLES[phase],
        type: 'number',
        decimalChar: '.',
        normalize: { phase, phase_label: TITLES[phase] },
      })),
    ],
    extraFields: [
      { name: 'phase', title: 'Phase', type: 'string', columnType: 'phase:id' },
      { name: 'phase_label', title: 'Name der Phase', type: 'string', columnType: 'phase:label' },
      { name: 'amount', title: 'Betrag', type: 'number', columnType: 'value', normalizationTarget: true },
      { name: 'currency', title: 'Währung', type: 'string', columnType: 'value-currency:code', constant: CURRENCY },
    ],
  };
}

/** The same for readers that know the model of the older versions only. */
function modelOf({ columns, phases }: PackageFacts): Readonly<Record<string, unknown>> {
  const has = (name: string): boolean => columns.some((column) => column.name === name);
  const coded = (
    kind: Readonly<Record<string, string>>,
    code: string,
    label: string,
  ): Readonly<Record<string, unknown>> => ({
    ...kind,
    primaryKey: ['code'],
    attributes: {
      code: { source: code },
      ...(has(label) ? { label: { source: label, labelfor: 'code' } } : {}),
    },
  });
  return {
    measures: Object.fromEntries(
      phases.map((phase) => [phase, { source: phase, title: TITLES[phase], currency: CURRENCY, factor: 1, phase }]),
    ),
    dimensions: {
      budgetLine: coded({ dimensionType: 'other' }, 'budget_line_id', 'budget_line_label'),
      fiscalYear: { dimensionType: 'datetime', primaryKey: ['year'], attributes: { year: { source: 'fiscal_year' } } },
      ...(has('product') ? { product: coded(classified('functional'), 'product', 'product_label') } : {}),
      ...(has('account') ? { account: coded(classified('economic'), 'account', 'account_label') } : {}),
      ...(has('unit') ? { unit: coded(classified('administrative'), 'unit', 'unit_label') } : {}),
    },
  };
}

const classified = (classificationType: string): Readonly<Record<string, string>> => ({
  dimensionType: 'classification',
  classificationType,
});
