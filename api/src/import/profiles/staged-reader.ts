import { type ControlTotal, FINDING_TEXTS, type FindingCode } from '@etatlotse/contracts/import/plain';
import {
  type FileMapping,
  type GroupTotal,
  isFiscalPackage,
  type Question,
  TableReader,
  type TableRow,
  unitsOfRow,
} from '@etatlotse/domain/import';
import {
  cellFinding,
  type NewFinding,
  type PlanOfFile,
  type StagedAmount,
  type StagedFacts,
  type StagedLine,
  type StagedRow,
} from '../staged-row';

type Reading = ReturnType<TableReader['read']>;
type LineReading = Extract<Reading, { kind: 'line' }>;
type Problem = Reading['problems'][number];
type FileFinding = ReturnType<TableReader['finish']>['findings'][number];
type ColumnTotal = ReturnType<TableReader['finish']>['totals'][number];

const NAME_MAX = 200;
const NO_FINDINGS: readonly NewFinding[] = [];
const NO_AMOUNTS: readonly StagedAmount[] = [];

/** What a whole file came to. */
export interface FileReading {
  readonly totals: readonly ControlTotal[];
  readonly groups: readonly GroupTotal[];
  readonly findings: readonly NewFinding[];
  /** What only the whole file could show. */
  readonly questions: readonly Question[];
  /** True when no row came after the header. */
  readonly isEmpty: boolean;
}

/** Turns the rows of a file, understood by the rules of its mapping, into what is staged. Keeps no rows. */
export class StagedReader {
  /** The version that the plan amounts go to; null for files without a plan. */
  readonly plan: PlanOfFile | null;
  /** Rows before it are titles and headers. */
  readonly firstDataRow: number;
  private readonly reader: TableReader;
  private readonly isPackage: boolean;

  /** `knownLines`: the lines of the city where bookings must name one of them; null where the file may bring new ones. */
  constructor(
    private readonly mapping: FileMapping,
    private readonly knownLines: ReadonlySet<string> | null,
  ) {
    this.reader = new TableReader(mapping);
    this.isPackage = isFiscalPackage(mapping);
    this.firstDataRow = mapping.firstDataRow;
    this.plan = mapping.kind === 'plan_lines' ? mapping.plan : null;
  }

  read(row: TableRow): StagedRow {
    const reading = this.reader.read(row);
    const { rowNumber } = reading;
    return {
      rowNumber,
      kind: reading.kind === 'sum' || reading.kind === 'skipped' ? reading.kind : 'data',
      facts: this.factsOf(reading),
      amounts: this.amountsOf(reading),
      findings: this.findingsOf(reading),
    };
  }

  /** Bookings that are taken are compared with the lines of the city once they are staged; the others only here. */
  private findingsOf(reading: Reading): readonly NewFinding[] {
    const found = reading.problems.length === 0 ? NO_FINDINGS : reading.problems.map(fromProblem);
    if (reading.kind !== 'booking' || reading.booking !== null || this.knownLines?.has(reading.lineNumber) !== false) {
      return found;
    }
    const { rowNumber: row, lineNumber: number } = reading;
    const column = this.mapping.columns.find((one) => one.role === 'field' && one.field === this.mapping.keyFields[0]);
    return [
      ...found,
      {
        row,
        column: column?.header ?? '',
        code: 'PAYMENT_LINE_UNKNOWN',
        severity: 'warning',
        value: number,
        params: { number },
      },
    ];
  }

  finish(): FileReading {
    const summary = this.reader.finish();
    return {
      totals: summary.totals.map((total) => this.controlTotal(total, summary.groups)),
      groups: summary.groups,
      findings: summary.findings.map(fromFileFinding),
      questions: summary.questions,
      isEmpty: summary.findings.some(({ code }) => code === 'FILE_EMPTY'),
    };
  }

  /** A column of bookings holds orders and invoices of any year: it means one thing only where all its rows do. */
  private controlTotal(total: ColumnTotal, groups: readonly GroupTotal[]): ControlTotal {
    const { column, rows, totalCents, printedCents, byAccountClass } = total;
    const isBookings = this.mapping.kind === 'bookings';
    const phase = isBookings ? onlyOne(groups.map((group) => group.phase)) : total.phase;
    return {
      column,
      role: phase === 'plan' || phase === 'actual' || phase === 'commitment' ? phase : 'other',
      fiscalYear: total.fiscalYear ?? (isBookings ? onlyOne(groups.map((group) => group.fiscalYear)) : null),
      rows,
      sumCents: totalCents,
      printedCents,
      differenceCents: printedCents === null ? null : printedCents - totalCents,
      byClass: Object.entries(byAccountClass).map(([accountClass, sumCents]) => ({ accountClass, sumCents })),
    };
  }

  private factsOf(reading: Reading): StagedFacts | null {
    // What the first row says of a line holds; others only bring amounts.
    if (reading.kind === 'line') return reading.isAgain ? null : this.factsOfLines(reading.fields, reading.lines);
    if (reading.kind === 'booking') {
      const { newLine } = reading;
      return newLine === null ? null : this.factsOfLines(newLine.fields, [newLine.line]);
    }
    if (reading.kind === 'record') return { lines: [], units: [], record: reading.record };
    if (reading.kind !== 'unit') return null;
    const { code, name, level, parentCode, validFrom } = reading.unit;
    return { lines: [], units: [{ code, name, level, parent_code: parentCode, valid_from: validFrom }] };
  }

  private factsOfLines(fields: LineReading['fields'], lines: LineReading['lines']): StagedFacts {
    const told = lines.map((line) => {
      const own = { ...fields, ...line.part };
      return { line, own, units: unitsOfRow(this.mapping, own) };
    });
    const ofRow = told.some(({ line }) => line.part !== undefined) ? told : told.slice(0, 1);
    return {
      lines: told.map(({ line, own, units }) => this.lineOf(line, own, units.at(-1)?.code ?? null)),
      units: ofRow.flatMap(({ units }) => this.stagedUnits(units)),
    };
  }

  private stagedUnits(units: ReturnType<typeof unitsOfRow>): StagedFacts['units'] {
    return units.map((unit, depth) => ({
      code: unit.code,
      name: unit.name.slice(0, NAME_MAX),
      level: depth === 0 && units.length > 1 ? 'directorate' : 'department',
      parent_code: unit.parentCode,
      valid_from: this.mapping.assumedDay ?? `${this.mapping.accountYear}-01-01`,
    }));
  }

  private lineOf(
    line: LineReading['lines'][number],
    fields: LineReading['fields'],
    unitCode: string | null,
  ): StagedLine {
    const part = fields.accountName === undefined ? undefined : fields.detailName;
    const subject = fields.productName ?? fields.costObjectName ?? fields.unitName ?? fields.unit ?? part ?? line.key;
    const kind =
      fields.accountName ??
      fields.statementLineName ??
      fields.detailName ??
      (line.direction === 'revenue' ? 'Erträge' : 'Aufwendungen');
    return {
      number: line.key,
      name: cut(fields.lineName ?? `${subject}: ${kind}`),
      sub_budget: cut(fields.subBudget),
      product: cut(fields.product ?? fields.costObject),
      product_name: cut(fields.productName ?? fields.costObjectName),
      account: cut(fields.account),
      account_name: cut(fields.accountName ?? fields.statementLineName),
      account_frame: fields.accountFrame ?? this.mapping.accountFrame,
      cost_centre: cut(fields.costCentre),
      direction: line.direction,
      sphere: line.sphere,
      unit_code: unitCode,
      ...(this.isPackage ? placeOf(fields) : {}),
    };
  }

  private amountsOf(reading: Reading): readonly StagedAmount[] {
    if (reading.kind === 'booking') return reading.booking === null ? NO_AMOUNTS : [stagedBooking(reading.booking)];
    if (reading.kind !== 'line') return NO_AMOUNTS;
    return reading.lines.flatMap((line) => this.amountsOfLine(line));
  }

  private amountsOfLine(line: LineReading['lines'][number]): StagedAmount[] {
    const takesPlan = this.mapping.kind === 'plan_lines';
    return line.amounts.flatMap(({ fiscalYear, phase, ledgerCents }): StagedAmount[] => {
      if (phase === 'commitment_authority') return [];
      const isPlan = phase !== 'actual';
      // A package says of every line what is planned, also that it is nothing.
      if (ledgerCents === 0 && !(isPlan && this.isPackage)) return [];
      if (isPlan && !takesPlan) return [];
      return [
        {
          kind: isPlan ? 'plan' : phase,
          planPhase: isPlan && this.isPackage ? (phase === 'plan' ? 'approved' : phase) : null,
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

type Booking = NonNullable<Extract<Reading, { kind: 'booking' }>['booking']>;

function stagedBooking({ document, order, ...booking }: Booking): StagedAmount {
  return { ...booking, planPhase: null, documentNumber: document, orderNumber: order };
}

function placeOf(fields: LineReading['fields']): Partial<StagedLine> {
  return {
    frame: fields.frame ?? null,
    statement_line: fields.statementLine ?? '',
    project_key: fields.projectKey ?? '',
    run_or_change: fields.runOrChange ?? null,
    service_class: fields.serviceClass ?? null,
    network_zone: fields.networkZone ?? null,
  };
}

function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [only, ...others] = new Set(values);
  return only === undefined || others.length > 0 ? null : only;
}

function cut(text: string | undefined): string {
  return (text ?? '').slice(0, NAME_MAX);
}

/** A problem with a sentence of its own is said by it; of a cell that cannot be read the sentence names the reason. */
function fromProblem({ severity, rowNumber, code, column, params }: Problem): NewFinding {
  const { value, ...rest } = params;
  const shown = typeof value === 'string' ? value : '';
  if (isFindingCode(code) && code !== 'AMOUNT_AMBIGUOUS') {
    return { row: rowNumber, column: column ?? '', code, severity, value: shown, params: rest };
  }
  return { ...cellFinding(rowNumber, column ?? '', code, shown, rest), severity };
}

function fromFileFinding({ severity, code, rowNumber, column, params }: FileFinding): NewFinding {
  if (!isFindingCode(code)) throw new Error(`There is no sentence for the finding ${code}.`);
  return { row: rowNumber, column: column ?? '', code, severity, value: '', params };
}

function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(FINDING_TEXTS, code);
}
