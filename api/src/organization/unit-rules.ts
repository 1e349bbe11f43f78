import { UNIT_LEVELS, type UnitLevel } from '@etatlotse/contracts/organization/plain';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';

/** What the order of the tree depends on. */
export interface UnitPlace {
  readonly level: UnitLevel;
  /** Days as ISO text; `validTo` is the last day, null without end. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Why a unit cannot stand where it is to stand. */
export type UnitPlaceRefusal =
  | Refusal<'UNIT_LEVEL_ORDER', { readonly level: UnitLevel; readonly parentLevel: UnitLevel }>
  | Refusal<'UNIT_DAYS_ORDER', { readonly validFrom: string; readonly validTo: string }>
  | Refusal<'UNIT_PARENT_DAYS', { readonly parentFrom: string; readonly parentTo: string | null }>;

/**
 * Whether a unit may stand under a parent (null: at the top). A Dezernat stands at the top, a Fachbereich at the top or
 * under a Dezernat, an Abteilung or Stelle anywhere; and nobody is valid on a day on which the parent is not.
 */
export function checkUnitPlace(unit: UnitPlace, parent: UnitPlace | null): Outcome<null, UnitPlaceRefusal> {
  if (unit.validTo !== null && unit.validTo < unit.validFrom) {
    return refuse({ code: 'UNIT_DAYS_ORDER', params: { validFrom: unit.validFrom, validTo: unit.validTo } });
  }
  if (parent === null) return ok(null);
  if (!mayStandUnder(unit.level, parent.level)) {
    return refuse({ code: 'UNIT_LEVEL_ORDER', params: { level: unit.level, parentLevel: parent.level } });
  }
  return covers(parent, unit)
    ? ok(null)
    : refuse({ code: 'UNIT_PARENT_DAYS', params: { parentFrom: parent.validFrom, parentTo: parent.validTo } });
}

function mayStandUnder(level: UnitLevel, parentLevel: UnitLevel): boolean {
  if (level === 'division') return true;
  return UNIT_LEVELS.indexOf(parentLevel) < UNIT_LEVELS.indexOf(level);
}

function covers(parent: UnitPlace, unit: UnitPlace): boolean {
  if (parent.validFrom > unit.validFrom) return false;
  return parent.validTo === null || (unit.validTo !== null && unit.validTo <= parent.validTo);
}
