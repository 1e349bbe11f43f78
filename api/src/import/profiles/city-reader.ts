import type { ControlTotal } from '@etatlotse/contracts/import/plain';
import {
  type ColumnOrder,
  ControlTotals,
  type FileFinding,
  type ImportedLine,
  type ImportProfile,
  readRow,
  type RowProblem,
  type RowReading,
  unitsOfRow,
} from '@etatlotse/domain/import';
import {
  cellFinding,
  type NewFinding,
  type PlanOfFile,
  type RowReader,
  type StagedAmount,
  type StagedFacts,
  type StagedLine,
  type StagedRow,
} from '../staged-row';

const NAME_MAX = 200;

/** What the reader of a city's file is told besides the profile. */
export interface CityReaderOptions {
  /** `actuals` takes only what was spent or received; `plan_lines` takes lines, plan and actuals. */
  readonly takesPlan: boolean;
  readonly plan: PlanOfFile;
  /** From when on units that the file names are valid. */
  readonly unitsValidFrom: string;
}

/** Reads the budget file of a city by its declared profile (`libs/domain/src/import`). */
export class CityReader implements RowReader {
  readonly profile: string;
  readonly bringsFacts = true;
  readonly plan: PlanOfFile | null;
  private readonly totals: ControlTotals;
  private totalRow: RowReading | null = null;
  private readonly rowsOf = new Map<string, number>();

  constructor(
    private readonly declared: ImportProfile,
    private readonly order: ColumnOrder,
    private readonly options: CityReaderOptions,
  ) {
    this.profile = declared.code;
    this.plan = options.takesPlan ? options.plan : null;
    this.totals = new ControlTotals(declared);
  }

  read(rowNumber: number, cells: readonly string[]): StagedRow {
    const reading = readRow(this.declared, this.order, cells, rowNumber);
    this.totals.addRow(reading);
    if (reading.kind === 'total') this.totalRow ??= reading;
    if (reading.kind === 'line') {
      for (const [column, amountCents] of reading.cellCents) {
        if (amountCents !== 0) this.rowsOf.set(column, (this.rowsOf.get(column) ?? 0) + 1);
      }
    }
    return {
      rowNumber,
      isTotalRow: reading.kind === 'total',
      facts: reading.kind === 'line' ? this.factsOf(reading) : null,
      amounts: reading.lines.flatMap((line) => this.amountsOf(line)),
      findings: reading.problems.map(fromProblem),
    };
  }

  finish(): { totals: readonly ControlTotal[]; findings: readonly NewFinding[] } {
    const summary = this.totals.finishFile();
    const totals = summary.totals.map(({ column, totalCents, byAccountClass }): ControlTotal => {
      const declared = this.declared.columns.find(({ header }) => header === column);
      const printedCents = this.totalRow?.cellCents.get(column) ?? null;
      return {
        column,
        role: declared?.role === 'amount' ? roleOf(declared.phase) : 'other',
        fiscalYear: declared?.role === 'amount' ? declared.fiscalYear : null,
        rows: this.rowsOf.get(column) ?? 0,
        sumCents: totalCents,
        printedCents,
        differenceCents: printedCents === null ? null : printedCents - totalCents,
        byClass: Object.entries(byAccountClass).map(([accountClass, sumCents]) => ({ accountClass, sumCents })),
      };
    });
    return { totals, findings: summary.findings.filter(({ code }) => code !== 'FILE_EMPTY').map(fromFileFinding) };
  }

  private factsOf(reading: RowReading): StagedFacts {
    const units = unitsOfRow(this.declared, reading.fields);
    return {
      lines: reading.lines.map((line) => this.lineOf(line, reading, units.at(-1)?.code ?? null)),
      units: units.map((unit, depth) => ({
        code: unit.code,
        name: unit.name,
        level: depth === 0 && units.length > 1 ? 'directorate' : 'department',
        parent_code: unit.parentCode,
        valid_from: this.options.unitsValidFrom,
      })),
    };
  }

  private lineOf(line: ImportedLine, { fields }: RowReading, unitCode: string | null): StagedLine {
    const subject = fields.productName ?? fields.costObjectName ?? line.key;
    const kind = fields.accountName ?? (line.direction === 'revenue' ? 'Erträge' : 'Aufwendungen');
    return {
      number: line.key,
      name: `${subject}: ${kind}`.slice(0, NAME_MAX),
      sub_budget: fields.subBudget ?? '',
      product: fields.product ?? fields.costObject ?? '',
      product_name: fields.productName ?? fields.costObjectName ?? '',
      account: fields.account ?? '',
      account_name: fields.accountName ?? '',
      account_frame: this.declared.accountFrame,
      cost_centre: fields.costCentre ?? '',
      direction: line.direction,
      sphere: line.sphere,
      unit_code: unitCode,
    };
  }

  private amountsOf(line: ImportedLine): StagedAmount[] {
    return line.amounts.flatMap(({ fiscalYear, phase, ledgerCents }): StagedAmount[] => {
      if (ledgerCents === 0 || phase === 'commitment_authority') return [];
      if (phase === 'plan' && !this.options.takesPlan) return [];
      return [
        {
          kind: phase,
          lineNumber: line.key,
          fiscalYear,
          amountCents: ledgerCents,
          // A year's result stands at the end of the year.
          bookedOn: phase === 'actual' ? `${fiscalYear}-12-31` : null,
          documentNumber: '',
          text: phase === 'actual' ? `Jahresergebnis ${fiscalYear}` : '',
          orderNumber: '',
          closesOrder: false,
        },
      ];
    });
  }
}

function roleOf(phase: 'plan' | 'actual' | 'commitment_authority'): ControlTotal['role'] {
  return phase === 'commitment_authority' ? 'other' : phase;
}

function fromProblem({ severity, rowNumber, code, column, params }: RowProblem): NewFinding {
  if (code === 'BALANCE_DIFFERS' || code === 'ACCOUNT_NOT_IN_FRAME') {
    return { row: rowNumber, column: column ?? '', code, severity, value: '', params };
  }
  const { value, ...rest } = params;
  return cellFinding(rowNumber, column ?? '', code, typeof value === 'string' ? value : '', rest);
}

function fromFileFinding({ severity, code, rowNumber, column, params }: FileFinding): NewFinding {
  const known = code === 'FILE_EMPTY' ? 'TOTAL_ROW_MISSING' : code;
  return { row: rowNumber, column: column ?? '', code: known, severity, value: '', params };
}
