import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { TextField } from '../ui/field/text-field';
import { demandFormLabels } from './demand-form.labels';
import { numberText, readDecimal } from './number-text';

type Row = { fiscalYear: number; introductionThousandths: number | null; operationThousandths: number | null };
const DECIMALS = 3;

/** Full-time equivalents by year for introduction and operation; empty is unknown. */
@Component({
  selector: 'et-demand-fte-fields',
  imports: [TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div class="et-demand__fte">
    @for (row of rows(); track row.fiscalYear) {
      <et-text-field
        [label]="t().introduction(row.fiscalYear)"
        [optional]="true"
        [value]="texts()[row.fiscalYear + 'i'] ?? ''"
        [error]="errorOf(row.fiscalYear + 'i')"
        (valueChange)="set(row, 'i', $event)"
      />
      <et-text-field
        [label]="t().operation(row.fiscalYear)"
        [optional]="true"
        [value]="texts()[row.fiscalYear + 'o'] ?? ''"
        [error]="errorOf(row.fiscalYear + 'o')"
        (valueChange)="set(row, 'o', $event)"
      />
    }
  </div>`,
})
export class DemandFteFields {
  readonly fte = input.required<readonly Row[]>();
  readonly years = input.required<readonly number[]>();
  readonly changed = output<Row[]>();
  protected readonly t = demandFormLabels;
  protected readonly rows = computed(() =>
    this.years().map(
      (fiscalYear) =>
        this.fte().find((one) => one.fiscalYear === fiscalYear) ?? {
          fiscalYear,
          introductionThousandths: null,
          operationThousandths: null,
        },
    ),
  );
  protected readonly texts = linkedSignal<readonly Row[], Readonly<Record<string, string>>>({
    source: this.rows,
    computation: (rows, before) =>
      Object.fromEntries(
        rows.flatMap(({ fiscalYear, introductionThousandths, operationThousandths }): [string, string][] => [
          [`${fiscalYear}i`, textOf(before?.value[`${fiscalYear}i`], introductionThousandths)],
          [`${fiscalYear}o`, textOf(before?.value[`${fiscalYear}o`], operationThousandths)],
        ]),
      ),
  });

  protected errorOf(key: string): string | null {
    return readDecimal(this.texts()[key] ?? '', DECIMALS) === undefined ? this.t().fteError : null;
  }

  protected set(row: Row, part: 'i' | 'o', text: string): void {
    this.texts.update((texts) => ({ ...texts, [`${row.fiscalYear}${part}`]: text }));
    const value = readDecimal(text, DECIMALS) ?? null;
    const changed = part === 'i' ? { ...row, introductionThousandths: value } : { ...row, operationThousandths: value };
    this.changed.emit(
      this.rows()
        .map((one) => (one.fiscalYear === row.fiscalYear ? changed : one))
        .filter((one) => one.introductionThousandths !== null || one.operationThousandths !== null),
    );
  }
}

/** What was typed stays as it was typed, also where it cannot be read; otherwise the value is written out. */
function textOf(typed: string | undefined, value: number | null): string {
  const read = typed === undefined ? null : readDecimal(typed, DECIMALS);
  return typed !== undefined && (read === undefined || read === value) ? typed : numberText(value, DECIMALS);
}
