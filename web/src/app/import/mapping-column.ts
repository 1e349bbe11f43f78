import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { isRecordKind, type MappedColumn, RECORD_FIELDS, type RecordKind } from '@etatlotse/domain/import';
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

const fieldsOf = (kind: RecordKind): readonly Field[] => RECORD_FIELDS[kind].map(({ field }) => field);

/** Fields of a register are offered for its files only, and nothing else is. */
const REGISTER_GROUPS: Readonly<Record<RecordKind, readonly Field[]>> = {
  contracts: fieldsOf('contracts'),
  projects: fieldsOf('projects'),
  posts: fieldsOf('posts'),
  staffing_plan: fieldsOf('staffing_plan'),
  devices: fieldsOf('devices'),
  sites: fieldsOf('sites'),
  volumes: fieldsOf('volumes'),
};

/** Fields in the order in which people look for them. */
const GROUPS: Readonly<Record<Exclude<Group, RecordKind>, readonly Field[]>> = {
  line: [
    'line',
    'lineName',
    'account',
    'accountName',
    'accountFrame',
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
    'frame',
    'runOrChange',
    'serviceClass',
    'fiscalYear',
  ],
  booking: ['bookedOn', 'document', 'text', 'order', 'bookingType', 'debitCredit', 'supplier', 'supplierNumber'],
  organisation: ['division', 'divisionName', 'unit', 'unitName', 'unitLevel', 'parentUnit', 'validFrom'],
  statement: ['statement', 'statementLine', 'statementLineName'],
};
const PHASES = ['plan', 'proposed', 'adjusted', 'actual', 'commitment_authority'] as const;
const SIDES = ['net', 'revenue', 'expense', 'debit', 'credit', 'official', 'employee'] as const;
/** A staffing plan knows statuses, a budget the two sides of an account. */
const STATUS_SIDES: readonly string[] = ['net', 'official', 'employee'];

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
  readonly kind = input.required<string>();
  readonly error = input<string | null>(null);
  readonly meant = output<Meaning>();
  readonly amountMeant = output<AmountChoice>();

  protected readonly t = mappingLabels;
  protected readonly words = readingLabels;
  protected readonly errorId = `et-mapping-error-${++made}`;
  protected readonly phases = PHASES;
  protected readonly sides = computed(() =>
    SIDES.filter((side) => side === 'net' || STATUS_SIDES.includes(side) === (this.kind() === 'staffing_plan')),
  );
  protected readonly name = computed(() => this.t().column(this.letter(), this.column().header));
  protected readonly meaning = computed(() => meaningOf(this.column()));
  protected readonly amount = computed(() => {
    const column = this.column();
    return column.role === 'amount' ? column : null;
  });
  protected readonly groups = computed(() => {
    const { groups } = this.words();
    const kind = this.kind();
    const offered: readonly (readonly [Group, readonly Field[]])[] = isRecordKind(kind)
      ? [[kind, REGISTER_GROUPS[kind]]]
      : (Object.entries(GROUPS) as [Group, readonly Field[]][]);
    return offered.map(([group, fields]) => ({
      label: groups[group],
      fields: fields.map((field) => ({ value: fieldMeaning(field), label: fieldName(field) })),
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
