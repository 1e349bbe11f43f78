import { checkText, isPlainDate } from '@etatlotse/domain/shared';
import { cellFinding, type NewFinding, type RowReader, type StagedRow, type StagedUnit } from '../staged-row';
import { type FieldOrder, isoDay, type TableColumn } from './table-columns';

export type OrganizationField = 'code' | 'name' | 'level' | 'parent' | 'validFrom';

/** `etatlotse-organisation`: the tree of units, one unit a row. */
export const ORGANIZATION_COLUMNS: readonly TableColumn<OrganizationField>[] = [
  { field: 'code', header: 'Kürzel', aliases: ['Kuerzel', 'Nummer'], isRequired: true },
  { field: 'name', header: 'Name', aliases: ['Bezeichnung'], isRequired: true },
  { field: 'level', header: 'Ebene', aliases: [], isRequired: true },
  { field: 'parent', header: 'Übergeordnet', aliases: ['Uebergeordnet'], isRequired: false },
  { field: 'validFrom', header: 'Gültig ab', aliases: ['Gueltig ab'], isRequired: false },
];

const LEVELS: Readonly<Record<string, StagedUnit['level']>> = {
  dezernat: 'directorate',
  fachbereich: 'department',
  amt: 'department',
  referat: 'department',
  abteilung: 'division',
  stelle: 'division',
};

/** Reads units. Whether a parent exists is asked when the whole file is known. */
export class OrganizationReader implements RowReader {
  readonly profile: string;
  readonly bringsFacts = true;
  readonly plan = null;
  private readonly firstRowOf = new Map<string, number>();

  constructor(
    private readonly options: {
      readonly profile: string;
      readonly order: FieldOrder<OrganizationField>;
      readonly assumedValidFrom: string;
    },
  ) {
    this.profile = options.profile;
  }

  read(rowNumber: number, cells: readonly string[]): StagedRow {
    const findings: NewFinding[] = [];
    const cell = (field: OrganizationField): string => cells[this.options.order.get(field) ?? -1] ?? '';
    const refuse = (field: OrganizationField, reason: string): void => {
      const header = ORGANIZATION_COLUMNS.find((column) => column.field === field)?.header ?? field;
      findings.push(cellFinding(rowNumber, header, reason, cell(field)));
    };
    const text = (field: OrganizationField, max: number, required: boolean): void => {
      const checked = checkText(cell(field), { max, required });
      if (!checked.ok) refuse(field, checked.code);
    };
    text('code', 40, true);
    text('name', 200, true);
    text('parent', 40, false);
    const level = LEVELS[cell('level').trim().toLowerCase()];
    if (level === undefined) refuse('level', 'ENUM_INVALID');
    const day = cell('validFrom').trim() === '' ? this.options.assumedValidFrom : isoDay(cell('validFrom').trim());
    if (!isPlainDate(day)) refuse('validFrom', 'DATE_INVALID');
    this.noteRepetition(cell('code'), rowNumber, findings);

    const isReadable = findings.length === 0 && level !== undefined;
    const unit = {
      code: cell('code'),
      name: cell('name'),
      level,
      parent_code: cell('parent') || null,
      valid_from: day,
    };
    const facts = isReadable ? { lines: [], units: [unit as StagedUnit] } : null;
    return { rowNumber, isTotalRow: false, facts, amounts: [], findings };
  }

  finish(): { totals: readonly []; findings: readonly [] } {
    return { totals: [], findings: [] };
  }

  private noteRepetition(code: string, row: number, findings: NewFinding[]): void {
    const firstRowNumber = this.firstRowOf.get(code);
    if (firstRowNumber === undefined) this.firstRowOf.set(code, row);
    else {
      findings.push({
        row,
        column: 'Kürzel',
        code: 'KEY_DUPLICATE',
        severity: 'error',
        value: code,
        params: { key: code, firstRowNumber },
      });
    }
  }
}
