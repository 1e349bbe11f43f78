import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ImportPreview } from '@etatlotse/contracts/import/plain';
import { type FileMapping, isRecordKind } from '@etatlotse/domain/import';
import { isFiscalYear } from '@etatlotse/domain/shared';
import { formatNumber } from '../ui/amount/format';
import { type Option, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { fieldsOf, MappingDraft } from './mapping-draft';
import { type Field, withConstant, withFilledDown, withHeader, withKey } from './mapping-edit';
import { mappingLabels } from './mapping.labels';
import { readingLabels } from './reading.labels';
import { fieldName, hasDates, numberExample, SIGN_RULES, signName } from './reading-words';

const STYLES = [
  { decimal: ',', grouping: '.' },
  { decimal: ',', grouping: ' ' },
  { decimal: ',', grouping: null },
  { decimal: '.', grouping: ',' },
  { decimal: '.', grouping: "'" },
  { decimal: '.', grouping: ' ' },
  { decimal: '.', grouping: null },
] as const;
const UNITS = [1, 1000, 1_000_000] as const;
const YEARS_BEFORE = 8;
const YEARS_AFTER = 8;

/** What holds for the whole file: header, numbers, units, signs, key, and what the file leaves out. */
@Component({
  selector: 'et-mapping-whole',
  imports: [DateField, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './mapping-whole.html',
})
export class MappingWhole {
  readonly preview = input.required<ImportPreview>();
  readonly mapping = input.required<FileMapping>();
  private readonly draft = inject(MappingDraft);
  protected readonly t = mappingLabels;
  protected readonly words = readingLabels;

  protected readonly hasAmounts = computed(() => {
    const { kind } = this.mapping();
    return kind !== 'organization' && !isRecordKind(kind);
  });
  protected readonly hasDates = computed(() => hasDates(this.mapping()));
  protected readonly headerOptions = computed(() => [
    { value: '0', label: this.words().headerNone },
    ...this.preview().firstRows.map(({ row }) => ({
      value: `${row}`,
      label: this.words().headerRow(formatNumber(row)),
    })),
  ]);
  protected readonly header = computed(() => `${this.mapping().headerRows[0] ?? 0}`);
  protected readonly styleOptions = STYLES.map((style, at) => ({ value: `${at}`, label: numberExample(style) }));
  protected readonly style = computed(() => {
    const { decimal, grouping } = this.mapping().numbers;
    return `${STYLES.findIndex((style) => style.decimal === decimal && style.grouping === grouping)}`;
  });
  protected readonly unitOptions = computed(() =>
    UNITS.map((unit) => ({ value: `${unit}`, label: this.words().units[`${unit}`] })),
  );
  protected readonly dateOptions = computed(() => optionsOf(this.words().dates));
  protected readonly directionOptions = computed(() => optionsOf(this.words().directions));
  protected readonly signOptions = computed(() => optionsOf(this.words().signs));
  protected readonly frameOptions = computed(() => optionsOf(this.words().frames));
  protected readonly sign = computed(() => signName(this.mapping().signs));
  protected readonly keys = computed(() => {
    const { keyFields, constants } = this.mapping();
    const fields = new Set([...fieldsOf(this.mapping()), ...(Object.keys(constants) as Field[]), ...keyFields]);
    return [...fields].map((field) => ({
      field,
      label: fieldName(field),
      isKey: keyFields.includes(field),
    }));
  });
  protected readonly blocks = computed(() => {
    const { filledDown } = this.mapping();
    return fieldsOf(this.mapping()).map((field) => ({
      field,
      label: fieldName(field),
      isFilled: filledDown.includes(field),
    }));
  });
  protected readonly lacksProduct = computed(
    () =>
      this.hasAmounts() &&
      this.mapping().kind !== 'bookings' &&
      this.mapping().headings?.field !== 'product' &&
      !fieldsOf(this.mapping()).includes('product'),
  );
  protected readonly lacksYear = computed(() =>
    this.mapping().columns.some((column) => column.role === 'amount' && column.fiscalYear === null),
  );
  protected readonly needsDay = computed(() => ['bookings', 'organization'].includes(this.mapping().kind));
  protected readonly yearOptions = computed(() => {
    const middle = this.mapping().plan?.firstYear ?? this.mapping().accountYear;
    const first = middle - YEARS_BEFORE;
    return Array.from({ length: YEARS_BEFORE + YEARS_AFTER + 1 }, (_, at) => ({
      value: `${first + at}`,
      label: `${first + at}`,
    }));
  });

  protected set(change: Partial<FileMapping>): void {
    this.draft.edit((mapping) => ({ ...mapping, ...change }));
  }

  protected setHeader(value: string | null): void {
    const row = Number(value ?? 0);
    const isTwo = this.mapping().headerRows.length === 2;
    this.takeHeader(row === 0 ? [] : isTwo ? [row, row + 1] : [row]);
  }

  protected setTwoRows(isTwo: boolean): void {
    const [row] = this.mapping().headerRows;
    if (row !== undefined) this.takeHeader(isTwo ? [row, row + 1] : [row]);
  }

  protected setStyle(value: string | null): void {
    const style = STYLES[Number(value)];
    if (style !== undefined) this.setNumbers(style);
  }

  protected setNumbers(numbers: Partial<FileMapping['numbers']>): void {
    this.set({ numbers: { ...this.mapping().numbers, ...numbers } });
  }

  protected setUnit(value: string | null): void {
    const unitFactor = UNITS.find((unit) => `${unit}` === value);
    if (unitFactor !== undefined) this.set({ unitFactor });
  }

  protected setSigns(value: string | null): void {
    const signs = Object.entries(SIGN_RULES).find(([name]) => name === value)?.[1];
    if (signs !== undefined) this.set({ signs });
  }

  /** The value of a select whose options are the words of that part of the mapping. */
  protected setWord(key: 'dateOrder' | 'direction' | 'accountFrame', value: string | null): void {
    if (value !== null) this.set({ [key]: value });
  }

  protected setAccountYear(value: string | null): void {
    if (isFiscalYear(Number(value))) this.set({ accountYear: Number(value) });
  }

  protected setAssumedYear(value: string | null): void {
    this.set({ assumedYear: value === null ? null : Number(value) });
  }

  protected setPlan(change: { firstYear?: string | null; lastYear?: string | null; title?: string }): void {
    const plan = this.mapping().plan ?? {
      title: '',
      firstYear: this.mapping().accountYear,
      lastYear: this.mapping().accountYear,
    };
    const firstYear = Number(change.firstYear ?? plan.firstYear);
    const lastYear = Math.max(firstYear, Number(change.lastYear ?? plan.lastYear));
    this.set({ plan: { title: change.title ?? plan.title, firstYear, lastYear } });
  }

  protected setSumWords(hasWords: boolean): void {
    this.set({ sumRows: { ...this.mapping().sumRows, hasWords } });
  }

  protected setKey(field: Field, isKey: boolean): void {
    this.draft.edit((mapping) => withKey(mapping, field, isKey));
  }

  protected setFilledDown(field: Field, isFilled: boolean): void {
    this.draft.edit((mapping) => withFilledDown(mapping, field, isFilled));
  }

  protected setProduct(value: string): void {
    this.draft.edit((mapping) => withConstant(mapping, 'product', value.trim()));
  }

  private takeHeader(headerRows: readonly number[]): void {
    this.draft.edit((mapping) => withHeader(mapping, headerRows, this.preview().firstRows));
  }
}

function optionsOf(words: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
