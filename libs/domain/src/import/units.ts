import type { FileMapping, UnitLevel } from './mapping';
import type { RowFields } from './table';

/** A unit of the organisation that a row names, from the top down. */
export interface ImportedUnit {
  readonly level: UnitLevel['level'];
  readonly code: string;
  readonly name: string;
  /** Code of the unit above; null at the top. */
  readonly parentCode: string | null;
}

/** The units that a row names, from the top down; levels that the row leaves empty are skipped. */
export function unitsOfRow(mapping: Pick<FileMapping, 'unitLevels'>, fields: RowFields): ImportedUnit[] {
  const units: ImportedUnit[] = [];
  for (const { level, code: codeField, name: nameField } of mapping.unitLevels) {
    const code = fields[codeField];
    if (code === undefined) continue;
    units.push({ level, code, name: fields[nameField] ?? code, parentCode: units.at(-1)?.code ?? null });
  }
  return units;
}

/** Whether a row is IT by the filter that the mapping names. */
export function isItRow(mapping: Pick<FileMapping, 'itFilter'>, fields: RowFields): boolean {
  const filter = mapping.itFilter;
  if (filter === null) return false;
  const value = fields[filter.field];
  return value !== undefined && filter.values.includes(value);
}
