import type { ItFilter, TableField, UnitLevel } from '../mapping';
import type { TableRow } from '../table';
import type { FieldChoice } from './field-columns';

const IT = /\bIT\b|\bEDV\b|informationstechni|informationsverarbeitung|digitalisierung|\bTUI\b|datenverarbeitung/;
const IT_FIELDS: readonly TableField[] = ['productName', 'costObjectName', 'costCentreName'];
const VALUES_MAX = 50;

/** The levels of the organisation that the rows name. */
export function findUnitLevels(fields: readonly TableField[]): UnitLevel[] {
  const has = (field: TableField): boolean => fields.includes(field);
  const levels: UnitLevel[] = [];
  if (has('division')) levels.push({ level: 'division', code: 'division', name: 'divisionName' });
  if (has('unit')) levels.push({ level: 'department', code: 'unit', name: 'unitName' });
  return levels;
}

/** A proposal for the filter "IT": products and objects whose name speaks of it. */
export function findItFilter(fields: readonly FieldChoice[], rows: readonly TableRow[]): ItFilter | null {
  for (const field of IT_FIELDS) {
    const at = fields.find((choice) => choice.field === field)?.at;
    if (at === undefined) continue;
    const names = new Set(
      rows.map(({ cells }) => (cells[at] ?? '').trim()).filter((name) => IT.test(name) || IT.test(name.toLowerCase())),
    );
    if (names.size > 0 && names.size <= VALUES_MAX) return { field, values: [...names] };
  }
  return null;
}
