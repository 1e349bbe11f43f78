import type { ControlTotal } from '@etatlotse/contracts/import/plain';
import {
  checkText,
  isFiscalYear,
  isPlainDate,
  MAX_AMOUNT_CENTS,
  negateCents,
  parseAmount,
} from '@etatlotse/domain/shared';
import { cellFinding, type NewFinding, type RowReader, type StagedAmount, type StagedRow } from '../staged-row';
import { type FieldOrder, isoDay, type TableColumn } from './table-columns';

export type BookingField =
  'line' | 'fiscalYear' | 'bookedOn' | 'amount' | 'document' | 'text' | 'order' | 'type' | 'supplier';

/** `etatlotse-buchungen`: bookings of a finance system, one a row. */
export const BOOKING_COLUMNS: readonly TableColumn<BookingField>[] = [
  { field: 'line', header: 'Zeile', aliases: ['Haushaltsstelle', 'Konto'], isRequired: true },
  { field: 'fiscalYear', header: 'Haushaltsjahr', aliases: ['Jahr'], isRequired: false },
  { field: 'bookedOn', header: 'Buchungstag', aliases: ['Buchungsdatum', 'Datum'], isRequired: false },
  { field: 'amount', header: 'Betrag', aliases: [], isRequired: true },
  { field: 'document', header: 'Beleg', aliases: ['Belegnummer'], isRequired: false },
  { field: 'text', header: 'Text', aliases: ['Buchungstext'], isRequired: false },
  { field: 'order', header: 'Auftrag', aliases: ['Auftragsreferenz', 'Auftragsnummer'], isRequired: false },
  { field: 'type', header: 'Art', aliases: [], isRequired: false },
  { field: 'supplier', header: 'Lieferant', aliases: [], isRequired: false },
];

/** What a word in the column `Art` means. Payments follow an invoice that has been counted already. */
const BOOKING_TYPES: Readonly<Record<string, 'actual' | 'final' | 'commitment' | 'payment'>> = {
  '': 'actual',
  rechnung: 'actual',
  invoice: 'actual',
  ist: 'actual',
  gutschrift: 'actual',
  schlussrechnung: 'final',
  auftrag: 'commitment',
  bestellung: 'commitment',
  order: 'commitment',
  zahlung: 'payment',
  payment: 'payment',
};

export interface BookingReaderOptions {
  readonly profile: string;
  readonly order: FieldOrder<BookingField>;
  readonly pointGroupsThousands: boolean;
  /** For rows without a year of their own. */
  readonly assumedYear: number;
  /** For rows without a day of their own. */
  readonly assumedDay: string;
}

const FIELD_MAX: Readonly<Partial<Record<BookingField, number>>> = { line: 120, document: 60, text: 200, order: 60 };
const TOTAL_ROLES = { actual: 'actual', final: 'actual', commitment: 'commitment', payment: 'other' } as const;

/** Reads bookings. The day gives the year where the file names none; what is assumed is said once for the file. */
export class BookingReader implements RowReader {
  readonly profile: string;
  readonly bringsFacts = false;
  readonly plan = null;
  private readonly sums = new Map<string, { rows: number; sumCents: number }>();
  private readonly days = new Map<string, string | null>();
  private payments = 0;
  private zeros = 0;

  constructor(private readonly options: BookingReaderOptions) {
    this.profile = options.profile;
  }

  read(rowNumber: number, cells: readonly string[]): StagedRow {
    const findings: NewFinding[] = [];
    const amount = this.readBooking(rowNumber, cells, findings);
    return { rowNumber, isTotalRow: false, facts: null, amounts: amount === null ? [] : [amount], findings };
  }

  finish(): { totals: readonly ControlTotal[]; findings: readonly NewFinding[] } {
    const totals = [...this.sums].map(([key, { rows, sumCents }]): ControlTotal => {
      const [role, year] = key.split(' ');
      return {
        column: 'Betrag',
        role: role === 'actual' || role === 'commitment' ? role : 'other',
        fiscalYear: Number(year),
        rows,
        sumCents,
        printedCents: null,
        differenceCents: null,
        byClass: [],
      };
    });
    totals.sort((a, b) => (a.fiscalYear ?? 0) - (b.fiscalYear ?? 0) || a.role.localeCompare(b.role, 'en'));
    return { totals, findings: this.assumptions() };
  }

  private readBooking(row: number, cells: readonly string[], findings: NewFinding[]): StagedAmount | null {
    const refuse = (field: BookingField, reason: string): void => {
      findings.push(cellFinding(row, this.headerOf(field), reason, this.cell(cells, field)));
    };
    for (const [field, max] of Object.entries(FIELD_MAX) as [BookingField, number][]) {
      const value = this.cell(cells, field);
      if (value === '' && field !== 'line') continue;
      const checked = checkText(value, { max, required: field === 'line' });
      if (!checked.ok) refuse(field, checked.code);
    }
    const type = BOOKING_TYPES[this.cell(cells, 'type').trim().toLowerCase()];
    if (type === undefined) refuse('type', 'ENUM_INVALID');
    const bookedOn = this.dayOf(cells);
    if (bookedOn === null) refuse('bookedOn', 'DATE_INVALID');
    const fiscalYear = this.yearOf(cells, bookedOn);
    if (fiscalYear === null) refuse('fiscalYear', 'YEAR_INVALID');
    const parsed = parseAmount(this.cell(cells, 'amount'), {
      minCents: negateCents(MAX_AMOUNT_CENTS),
      allowsTrailingMinus: true,
      pointGroupsThousands: this.options.pointGroupsThousands,
    });
    if (!parsed.ok) refuse('amount', parsed.code);
    if (findings.length > 0 || type === undefined || bookedOn === null || fiscalYear === null || !parsed.ok)
      return null;

    this.count(`${TOTAL_ROLES[type]} ${fiscalYear}`, parsed.value);
    if (parsed.value === 0) this.zeros += 1;
    else if (type === 'payment') this.payments += 1;
    if (parsed.value === 0 || type === 'payment') return null;
    return {
      kind: type === 'commitment' ? 'commitment' : 'actual',
      lineNumber: this.cell(cells, 'line'),
      fiscalYear,
      amountCents: parsed.value,
      bookedOn,
      documentNumber: this.cell(cells, 'document'),
      text: this.cell(cells, 'text'),
      orderNumber: this.cell(cells, 'order'),
      closesOrder: type === 'final',
    };
  }

  private count(key: string, amountCents: number): void {
    const sum = this.sums.get(key) ?? { rows: 0, sumCents: 0 };
    sum.rows += 1;
    sum.sumCents += amountCents;
    this.sums.set(key, sum);
  }

  private cell(cells: readonly string[], field: BookingField): string {
    const at = this.options.order.get(field);
    return at === undefined ? '' : (cells[at] ?? '');
  }

  private headerOf(field: BookingField): string {
    return BOOKING_COLUMNS.find((column) => column.field === field)?.header ?? field;
  }

  /** Days repeat a thousandfold in a file, so each is read once. */
  private dayOf(cells: readonly string[]): string | null {
    if (!this.options.order.has('bookedOn')) return this.options.assumedDay;
    const text = this.cell(cells, 'bookedOn').trim();
    const known = this.days.get(text);
    if (known !== undefined) return known;
    const day = isoDay(text);
    const checked = isPlainDate(day) ? day : null;
    if (this.days.size < 100_000) this.days.set(text, checked);
    return checked;
  }

  private yearOf(cells: readonly string[], bookedOn: string | null): number | null {
    if (this.options.order.has('fiscalYear')) {
      const text = this.cell(cells, 'fiscalYear').trim();
      const year = /^\d{4}$/.test(text) ? Number(text) : null;
      return isFiscalYear(year) ? year : null;
    }
    if (this.options.order.has('bookedOn')) return bookedOn === null ? null : Number(bookedOn.slice(0, 4));
    return this.options.assumedYear;
  }

  private assumptions(): NewFinding[] {
    const note = (
      code: 'YEAR_ASSUMED' | 'DATE_ASSUMED' | 'PAYMENT_SKIPPED' | 'ZERO_SKIPPED',
      params: NewFinding['params'],
    ): NewFinding => ({
      row: null,
      column: '',
      code,
      severity: 'info',
      value: '',
      params,
    });
    const { order, assumedYear, assumedDay } = this.options;
    const found: NewFinding[] = [];
    if (!order.has('fiscalYear') && !order.has('bookedOn'))
      found.push(note('YEAR_ASSUMED', { fiscalYear: assumedYear }));
    if (!order.has('bookedOn')) found.push(note('DATE_ASSUMED', { date: assumedDay }));
    if (this.payments > 0) found.push(note('PAYMENT_SKIPPED', { count: this.payments }));
    if (this.zeros > 0) found.push(note('ZERO_SKIPPED', { count: this.zeros }));
    return found;
  }
}
