import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { MappedColumn } from '@etatlotse/domain/import';
import { Icon } from '../ui/icon/icon';
import { type AmountChoice, type Field, fieldMeaning, type Meaning, meaningOf } from './mapping-edit';
import { mappingLabels } from './mapping.labels';
import { readingLabels } from './reading.labels';
import { fieldName } from './reading-words';

/** A cell as it stands in the file. */
export interface FileCell {
  readonly row: number;
  readonly text: string;
  readonly place: 'before' | 'header' | 'data';
}

type Group = keyof ReturnType<typeof readingLabels>['groups'];

/** Fields in the order in which people look for them. */
const GROUPS: Readonly<Record<Group, readonly Field[]>> = {
  line: [
    'line',
    'account',
    'accountName',
    'product',
    'productName',
    'productGroup',
    'productGroupName',
    'productArea',
    'productAreaName',
    'costCentre',
    'costCentreName',
    'costObject',
    'costObjectName',
    'subBudget',
    'subBudgetName',
    'detail',
    'detailName',
    'side',
    'phase',
    'sphere',
    'fiscalYear',
  ],
  booking: ['bookedOn', 'document', 'text', 'order', 'bookingType', 'debitCredit', 'supplier', 'supplierNumber'],
  organisation: ['division', 'divisionName', 'unit', 'unitName', 'unitLevel', 'parentUnit', 'validFrom'],
  statement: ['statement', 'statementLine', 'statementLineName'],
};
const PHASES = ['plan', 'actual', 'commitment_authority'] as const;
const SIDES = ['net', 'revenue', 'expense', 'debit', 'credit'] as const;

let made = 0;

/** One column of the file: what it means, and its first cells. */
@Component({
  selector: 'li[etMappingColumn]',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-mapping__column', '[class.et-mapping__column--ignored]': "column().role === 'ignore'" },
  templateUrl: './mapping-column.html',
})
export class MappingColumn {
  readonly column = input.required<MappedColumn>();
  /** `A`, `B`, ... as in a spreadsheet. */
  readonly letter = input.required<string>();
  readonly cells = input.required<readonly FileCell[]>();
  readonly years = input.required<readonly number[]>();
  readonly error = input<string | null>(null);
  readonly meant = output<Meaning>();
  readonly amountMeant = output<AmountChoice>();

  protected readonly t = mappingLabels;
  protected readonly words = readingLabels;
  protected readonly errorId = `et-mapping-error-${++made}`;
  protected readonly phases = PHASES;
  protected readonly sides = SIDES;
  protected readonly name = computed(() => this.t().column(this.letter(), this.column().header));
  protected readonly meaning = computed(() => meaningOf(this.column()));
  protected readonly amount = computed(() => {
    const column = this.column();
    return column.role === 'amount' ? column : null;
  });
  protected readonly groups = computed(() => {
    const { groups } = this.words();
    return (Object.keys(GROUPS) as Group[]).map((group) => ({
      label: groups[group],
      fields: GROUPS[group].map((field) => ({ value: fieldMeaning(field), label: fieldName(field) })),
    }));
  });

  protected take(event: Event): void {
    this.meant.emit(valueOf(event));
  }

  protected takeYear(event: Event): void {
    const value = valueOf(event);
    this.amountMeant.emit({ fiscalYear: value === '' ? null : Number(value) });
  }

  protected takePhase(event: Event): void {
    const phase = PHASES.find((known) => known === valueOf(event));
    if (phase !== undefined) this.amountMeant.emit({ phase });
  }

  protected takeSide(event: Event): void {
    const side = SIDES.find((known) => known === valueOf(event));
    if (side !== undefined) this.amountMeant.emit({ side });
  }
}

const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;
